/// The encoder that Codable types see: one value, written to the end of a text.
///
/// Members are written one after the other as they come and put into alphabetical order when the object ends. What is
/// encoded through a container that lives on beside others is written to a text of its own and put in its place then.
final class JSONValueEncoder: Encoder {
    private enum Shape { case nothing, scalar, array, object }

    /// A member or an element; its bytes are those from `start` to `end`, then those of the encoder beside it.
    private struct Part {
        var name: String
        var start: Int
        var end: Int
        var beside: JSONValueEncoder?
    }

    let sink: JSONSink
    @exclusivity(unchecked) private var shape = Shape.nothing
    private var start = 0
    @exclusivity(unchecked) private var parts: [Part] = []
    private var isWhole = true

    init(_ sink: JSONSink) { self.sink = sink }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open(.object, UInt8(ascii: "{"))
        return KeyedEncodingContainer(Members<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open(.array, UInt8(ascii: "["))
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        shape = .scalar
        return self
    }

    private func open(_ shape: Shape, _ bracket: UInt8) {
        guard self.shape == .nothing else { return }
        self.shape = shape
        start = sink.bytes.count
        sink.bytes.append(bracket)
    }

    var count: Int { parts.count }

    /// Writes one member or element.
    @inline(__always)
    func part(_ name: String?, _ write: () throws -> Void) rethrows {
        let place = begin(name)
        try write()
        parts[place].end = sink.bytes.count
    }

    /// An encoder for a member or element whose content comes later.
    func later(_ name: String?) -> JSONValueEncoder {
        let place = begin(name)
        parts[place].end = sink.bytes.count
        let beside = JSONValueEncoder(JSONSink())
        parts[place].beside = beside
        isWhole = false
        return beside
    }

    private func begin(_ name: String?) -> Int {
        if !parts.isEmpty { sink.bytes.append(UInt8(ascii: ",")) }
        if let name, let last = parts.last, last.name >= name { isWhole = false }
        parts.append(Part(name: name ?? "", start: sink.bytes.count, end: 0, beside: nil))
        if let name {
            sink.string(name)
            sink.bytes.append(UInt8(ascii: ":"))
        }
        return parts.count - 1
    }

    /// Closes the value.
    func finish() {
        switch shape {
        case .nothing: sink.bytes += "{}".utf8
        case .scalar: break
        case .array:
            if !isWhole { arrange() }
            sink.bytes.append(UInt8(ascii: "]"))
        case .object:
            if !isWhole {
                // Sorting keeps equal names as they came: the last one counts.
                parts.sort { $0.name < $1.name }
                for index in parts.indices.dropLast().reversed() where parts[index].name == parts[index + 1].name {
                    parts.remove(at: index)
                }
                arrange()
            }
            sink.bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Writes the parts anew in the order in which they now are.
    private func arrange() {
        let first = start + 1
        var arranged: [UInt8] = []
        arranged.reserveCapacity(sink.bytes.count - first)
        for (index, part) in parts.enumerated() {
            if index > 0 { arranged.append(UInt8(ascii: ",")) }
            arranged += sink.bytes[part.start..<part.end]
            if let beside = part.beside {
                beside.finish()
                arranged += beside.sink.bytes
            }
        }
        sink.bytes.replaceSubrange(first..., with: arranged)
    }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { sink.null() }
    func encode(_ value: Bool) { sink.bool(value) }
    func encode(_ value: String) { sink.string(value) }
    func encode(_ value: Double) throws { try sink.double(value) }
    func encode(_ value: Float) throws { try sink.double(Double(value)) }
    func encode(_ value: Int) { sink.integer(value) }
    func encode(_ value: Int8) { sink.integer(value) }
    func encode(_ value: Int16) { sink.integer(value) }
    func encode(_ value: Int32) { sink.integer(value) }
    func encode(_ value: Int64) { sink.integer(value) }
    func encode(_ value: UInt) { sink.integer(value) }
    func encode(_ value: UInt8) { sink.integer(value) }
    func encode(_ value: UInt16) { sink.integer(value) }
    func encode(_ value: UInt32) { sink.integer(value) }
    func encode(_ value: UInt64) { sink.integer(value) }
    func encode<T: Encodable>(_ value: T) throws { try sink.encode(value) }
}

/// The members of an object.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONValueEncoder
    private var sink: JSONSink { encoder.sink }

    init(encoder: JSONValueEncoder) { self.encoder = encoder }

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { encoder.part(key.stringValue) { sink.null() } }
    func encode(_ value: Bool, forKey key: Key) { encoder.part(key.stringValue) { sink.bool(value) } }
    func encode(_ value: String, forKey key: Key) { encoder.part(key.stringValue) { sink.string(value) } }
    func encode(_ value: Double, forKey key: Key) throws {
        try encoder.part(key.stringValue) { try sink.double(value) }
    }
    func encode(_ value: Float, forKey key: Key) throws {
        try encoder.part(key.stringValue) { try sink.double(Double(value)) }
    }
    func encode(_ value: Int, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: Int8, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: Int16, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: Int32, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: Int64, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: UInt, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: UInt8, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: UInt16, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: UInt32, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode(_ value: UInt64, forKey key: Key) { encoder.part(key.stringValue) { sink.integer(value) } }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try encoder.part(key.stringValue) { try sink.encode(value) }
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder.later(key.stringValue).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.later(key.stringValue).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { encoder.later("super") }
    func superEncoder(forKey key: Key) -> any Encoder { encoder.later(key.stringValue) }
}

/// The elements of an array.
private struct Elements: UnkeyedEncodingContainer {
    let encoder: JSONValueEncoder
    private var sink: JSONSink { encoder.sink }

    init(encoder: JSONValueEncoder) { self.encoder = encoder }

    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.count }

    func encodeNil() { encoder.part(nil) { sink.null() } }
    func encode(_ value: Bool) { encoder.part(nil) { sink.bool(value) } }
    func encode(_ value: String) { encoder.part(nil) { sink.string(value) } }
    func encode(_ value: Double) throws { try encoder.part(nil) { try sink.double(value) } }
    func encode(_ value: Float) throws { try encoder.part(nil) { try sink.double(Double(value)) } }
    func encode(_ value: Int) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: Int8) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: Int16) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: Int32) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: Int64) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: UInt) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: UInt8) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: UInt16) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: UInt32) { encoder.part(nil) { sink.integer(value) } }
    func encode(_ value: UInt64) { encoder.part(nil) { sink.integer(value) } }
    func encode<T: Encodable>(_ value: T) throws { try encoder.part(nil) { try sink.encode(value) } }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.later(nil).container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.later(nil).unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder.later(nil) }
}
