extension JSON {
    /// An object with those of its members that are named: of a large one, only what is asked for is looked at and built.
    /// The bytes are to be JSON, such as those of the store.
    /// - Throws: `DecodingError` where they are no object, or what is named is no JSON.
    package init(bytes: [UInt8], members names: [String]) throws {
        self = JSONDocument(try JSONText(bytes, members: names)).json(at: 0)
    }
}
