/// The decoder that Codable types see: one value of a document.
struct JSONValueDecoder: Decoder {
    let document: JSONDocument
    let place: Int

    var codingPath: [any CodingKey] { document.path(to: place) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard document.text.values[place].kind == .object else {
            throw document.mismatch([String: JSON].self, at: place)
        }
        return KeyedDecodingContainer(Members<Key>(document: document, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard document.text.values[place].kind == .array else { throw document.mismatch([JSON].self, at: place) }
        return Elements(document: document, place: place)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.isNull(at: place) }
    func decode(_ type: Bool.Type) throws -> Bool { try document.bool(at: place) }
    func decode(_ type: String.Type) throws -> String { try document.string(at: place) }
    func decode(_ type: Double.Type) throws -> Double { try document.double(at: place) }
    func decode(_ type: Float.Type) throws -> Float { try Float(document.double(at: place)) }
    func decode(_ type: Int.Type) throws -> Int { try document.integer(Int.self, at: place) }
    func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(Int8.self, at: place) }
    func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(Int16.self, at: place) }
    func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(Int32.self, at: place) }
    func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(Int64.self, at: place) }
    func decode(_ type: UInt.Type) throws -> UInt { try document.integer(UInt.self, at: place) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(UInt8.self, at: place) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(UInt16.self, at: place) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(UInt32.self, at: place) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(UInt64.self, at: place) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try document.decode(type, at: place) }
}

/// The members of an object.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let document: JSONDocument
    let place: Int

    var codingPath: [any CodingKey] { document.path(to: place) }
    var allKeys: [Key] { document.names(of: place).compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { document.member(key.stringValue, of: place) != nil }

    private func find(_ key: Key) throws -> Int {
        guard let member = document.member(key.stringValue, of: place) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no such member"))
        }
        return member
    }

    /// The member where it is there and not null.
    private func present(_ key: Key) -> Int? {
        guard let member = document.member(key.stringValue, of: place), !document.isNull(at: member) else { return nil }
        return member
    }

    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(at: try find(key)) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try document.bool(at: find(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try document.string(at: find(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try document.double(at: find(key)) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try Float(document.double(at: find(key))) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try document.integer(Int.self, at: find(key)) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try document.integer(Int8.self, at: find(key)) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try document.integer(Int16.self, at: find(key)) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try document.integer(Int32.self, at: find(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try document.integer(Int64.self, at: find(key)) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try document.integer(UInt.self, at: find(key)) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try document.integer(UInt8.self, at: find(key)) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
        try document.integer(UInt16.self, at: find(key))
    }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
        try document.integer(UInt32.self, at: find(key))
    }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
        try document.integer(UInt64.self, at: find(key))
    }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try document.decode(type, at: find(key))
    }

    // Looked up once, not three times as by default; for the types that are met most.
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try present(key).map { try document.bool(at: $0) }
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try present(key).map { try document.string(at: $0) }
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try present(key).map { try document.integer(Int.self, at: $0) }
    }
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        try present(key).map { try document.decode(type, at: $0) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try JSONValueDecoder(document: document, place: find(key)).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try JSONValueDecoder(document: document, place: find(key)).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder {
        guard let member = document.member("super", of: place) else {
            throw DecodingError.keyNotFound(
                JSONKey(stringValue: "super"), .init(codingPath: codingPath, debugDescription: "no such member"))
        }
        return JSONValueDecoder(document: document, place: member)
    }
    func superDecoder(forKey key: Key) throws -> any Decoder {
        JSONValueDecoder(document: document, place: try find(key))
    }
}

/// The elements of an array, one after the other.
private struct Elements: UnkeyedDecodingContainer {
    let document: JSONDocument
    let place: Int
    private var next: Int
    private(set) var currentIndex = 0

    init(document: JSONDocument, place: Int) {
        self.document = document
        self.place = place
        next = place + 1
    }

    var codingPath: [any CodingKey] { document.path(to: place) }
    var count: Int? { document.text.values[place].count }
    var isAtEnd: Bool { currentIndex == document.text.values[place].count }

    /// Reads the next element and goes on to the one after it, unless reading fails.
    private mutating func take<T>(_ type: T.Type, _ read: (JSONDocument, Int) throws -> T) throws -> T {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                .init(codingPath: codingPath + [JSONKey(intValue: currentIndex)], debugDescription: "no more elements"))
        }
        let value = try read(document, next)
        next = document.text.values[next].next
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, document.isNull(at: next) else { return false }
        return try take(Bool.self) { _, _ in true }
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try take(type) { try $0.bool(at: $1) } }
    mutating func decode(_ type: String.Type) throws -> String { try take(type) { try $0.string(at: $1) } }
    mutating func decode(_ type: Double.Type) throws -> Double { try take(type) { try $0.double(at: $1) } }
    mutating func decode(_ type: Float.Type) throws -> Float { try take(type) { try Float($0.double(at: $1)) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try take(type) { try $0.integer(Int.self, at: $1) } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try take(type) { try $0.integer(Int8.self, at: $1) } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try take(type) { try $0.integer(Int16.self, at: $1) } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try take(type) { try $0.integer(Int32.self, at: $1) } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try take(type) { try $0.integer(Int64.self, at: $1) } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try take(type) { try $0.integer(UInt.self, at: $1) } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try take(type) { try $0.integer(UInt8.self, at: $1) } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 {
        try take(type) { try $0.integer(UInt16.self, at: $1) }
    }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 {
        try take(type) { try $0.integer(UInt32.self, at: $1) }
    }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 {
        try take(type) { try $0.integer(UInt64.self, at: $1) }
    }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try take(type) { try $0.decode(type, at: $1) }
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try superDecoder().unkeyedContainer()
    }
    mutating func superDecoder() throws -> any Decoder {
        try take((any Decoder).self) { JSONValueDecoder(document: $0, place: $1) }
    }
}
