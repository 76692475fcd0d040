/// Members of an object by their names: those that somebody looks at. They are so few that none is searched for by a hash.
package struct JSONMembers: Sendable {
    private var members: [(name: String, value: JSON)] = []

    /// All members of an object; none of anything else.
    package init(_ json: JSON = .null) {
        if case .object(let members) = json { self.members = members.map { ($0, $1) } }
    }

    /// Those of the names, taken out of bytes that were found to be JSON before, such as those of the store; the others are passed
    /// over unseen.
    /// - Parameter bytes: JSON, which is read where it lies.
    /// - Throws: `DecodingError` where the bytes do not begin with an object, or what is named is no JSON.
    package init(_ names: [String], of bytes: UnsafeRawBufferPointer) throws {
        var text = PassingText(bytes)
        try text.open()
        while let name = try text.nextName() {
            if let known = text.find(name, in: names) {
                if members.isEmpty { members.reserveCapacity(min(names.count, 5)) }
                members.append((known, try text.value()))
            } else {
                try text.passValue()
            }
        }
    }

    /// The member of a name, of several the last; nil where there is none.
    package subscript(name: String) -> JSON? {
        for index in members.indices.reversed() where members[index].name == name { return members[index].value }
        return nil
    }
}
