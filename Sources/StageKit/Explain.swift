/// An error as one sentence for a person: of decoding errors the place and the reason.
func explain(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
        let path = path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? "" : " at \(path.drop { $0 == "." })"
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
        "\"\(key.stringValue)\" is missing\(place(context.codingPath))"
    case DecodingError.typeMismatch(let type, let context): "not of type \(type)\(place(context.codingPath))"
    case DecodingError.valueNotFound(let type, let context): "no value of type \(type)\(place(context.codingPath))"
    case DecodingError.dataCorrupted(let context): "\(context.debugDescription)\(place(context.codingPath))"
    default: "\(error)"
    }
}
