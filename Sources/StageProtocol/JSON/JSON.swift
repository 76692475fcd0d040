/// A JSON value of any shape, for parts of a message that only their owner understands.
public enum JSON: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number without fraction or exponent that fits 64 bits.
    case int(Int64)
    /// Any other number.
    case double(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// An object; the order of its members carries no meaning.
    case object([String: JSON])
}

extension JSON: Codable {
    /// Decodes whatever stands there.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// Encodes the value as itself, without a wrapper.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object; of two members with one name the last stands.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
}

extension JSON {
    /// The member of an object, or nil for anything else.
    public subscript(name: String) -> JSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text, or nil for anything else.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The truth value, or nil for anything else.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The whole number, or nil for anything else.
    public var int: Int64? { if case .int(let value) = self { value } else { nil } }
    /// The elements, or nil for anything else.
    public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    /// The members, or nil for anything else.
    public var object: [String: JSON]? { if case .object(let value) = self { value } else { nil } }
    /// The number, whole or not, or nil for anything else.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}

extension JSON {
    /// The value a JSON text stands for.
    /// - Throws: `DecodingError` where the bytes are no JSON.
    public init(bytes: [UInt8]) throws {
        self = JSONDocument(try JSONText(bytes)).json(at: 0)
    }

    /// The value as compact JSON, members in alphabetical order, so that equal values have equal bytes. NaN and
    /// infinities, for which JSON has no number, become null.
    public var bytes: [UInt8] {
        let sink = JSONSink()
        sink.json(self)
        return sink.bytes
    }

    /// A Codable value as JSON.
    public init(encoding value: some Encodable) throws {
        self = try JSON(bytes: JSONCoding.encode(value))
    }

    /// The value as a Codable type.
    public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        try JSONCoding.decode(type, from: bytes)
    }
}
