/// What has members by name: any JSON, or an object of which each is built when it is asked for.
package protocol JSONMembers: Sendable {
    /// The member of an object; nil where there is none of that name.
    subscript(name: String) -> JSON? { get }
}

extension JSON: JSONMembers {
    /// Some members of an object: of a large one, only what is named is looked at.
    /// - Parameter bytes: JSON, such as that of the store.
    /// - Throws: `DecodingError` where the bytes are no object, or what is named is no JSON.
    package static func members(_ names: [String], of bytes: [UInt8]) throws -> any JSONMembers {
        JSONDocument(try JSONText(bytes, members: names))
    }
}

extension JSONDocument: JSONMembers {
    subscript(name: String) -> JSON? { member(name, of: 0).map { json(at: $0) } }
}
