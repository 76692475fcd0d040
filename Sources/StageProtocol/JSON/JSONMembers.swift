/// Members of an object by their names: those that somebody looks at. They are so few that none is searched for by a hash.
package struct JSONMembers: Sendable {
    private enum Value: Sendable {
        case whole(JSON)
        case list([JSONMembers])
    }

    private var members: [(name: String, value: Value)] = []

    /// All members of an object; none of anything else.
    package init(_ json: JSON = .null) {
        if case .object(let members) = json { self.members = members.map { ($0, .whole($1)) } }
    }

    /// Those of the names, taken out of bytes that were found to be JSON before, such as those of the store; the others are passed
    /// over unseen.
    /// - Parameter bytes: JSON, which is read where it lies.
    /// - Throws: `DecodingError` where the bytes do not begin with an object, or what is named is no JSON.
    package init(_ names: [MemberName], of bytes: UnsafeRawBufferPointer) throws {
        var text = PassingText(bytes)
        try self.init(names, of: &text)
    }

    init(_ names: [MemberName], of text: inout PassingText) throws {
        guard text.open(UInt8(ascii: "{")) else { throw text.broken("an object") }
        var isFirst = true
        while let name = try text.nextName(&isFirst) {
            guard let known = text.find(name, in: names) else {
                try text.passValue()
                continue
            }
            if members.isEmpty { members.reserveCapacity(min(names.count, 5)) }
            members.append((known.text, try Self.value(known, &text)))
        }
    }

    private static func value(_ name: MemberName, _ text: inout PassingText) throws -> Value {
        guard !name.inside.isEmpty, text.open(UInt8(ascii: "[")) else { return .whole(try text.value()) }
        var list: [JSONMembers] = []
        while try text.nextElement(isFirst: list.isEmpty) {
            if text.isAtObject {
                list.append(try JSONMembers(name.inside, of: &text))
            } else {
                try text.passValue()
                list.append(JSONMembers())
            }
        }
        return .list(list)
    }

    /// The member of a name, of several the last; nil where there is none.
    package subscript(name: String) -> JSON? {
        if case .whole(let json) = find(name) { json } else { nil }
    }

    /// The objects in the list of a name, something else as one without members; nil where there is no list.
    package func list(_ name: String) -> [JSONMembers]? {
        switch find(name) {
        case .list(let list): list
        case .whole(.array(let list)): list.map { JSONMembers($0) }
        default: nil
        }
    }

    private func find(_ name: String) -> Value? {
        for index in members.indices.reversed() where members[index].name == name { return members[index].value }
        return nil
    }
}
