/// How every Casewire program writes and reads JSON: compact, sorted, times as RFC 3339 texts.
///
/// Codable types of a standard shape come out as from Foundation's coders, `Data` as Base64 and `URL` as its text; these coders
/// read and write the bytes directly, at a fraction of the time.
public enum JSONCoding {
    /// The JSON text of a value.
    /// - Throws: `EncodingError` for a number that JSON does not have, and whatever the value throws.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let sink = JSONSink()
        sink.bytes.reserveCapacity(256)
        try sink.encode(value)
        return sink.bytes
    }

    /// The value of a JSON text.
    /// - Throws: `DecodingError` with the way to the place.
    public static func decode<T: Decodable>(_ type: T.Type = T.self, from bytes: [UInt8]) throws -> T {
        try JSONDocument(JSONText(bytes)).decode(type, at: 0)
    }
}
