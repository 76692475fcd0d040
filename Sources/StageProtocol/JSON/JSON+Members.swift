extension JSON {
    /// An object with those of its members that are named: of a large one, only what is asked for is built.
    /// - Throws: `DecodingError` where the bytes are no JSON object.
    package init(bytes: [UInt8], members names: [String]) throws {
        let document = JSONDocument(try JSONText(bytes))
        guard document.text.values[0].kind == .object else { throw document.mismatch([String: JSON].self, at: 0) }
        var members: [String: JSON] = [:]
        for name in names {
            if let place = document.member(name, of: 0) { members[name] = document.json(at: place) }
        }
        self = .object(members)
    }
}
