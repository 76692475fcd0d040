import Hummingbird

/// The fields and files of a form, however the browser packed them.
struct FormFields: Sendable {
    /// A file that was chosen.
    struct File: Sendable, Hashable {
        var name: String
        var mediaType: String
        var bytes: [UInt8]
    }

    private(set) var values: [String: String] = [:]
    private(set) var files: [File] = []

    /// Nothing filled in.
    init() {}

    /// - Throws: `Refusal` where the body is no form.
    init(_ body: [UInt8], contentType: String?) throws {
        let type = HeaderValue(contentType ?? "")
        switch type.value {
        case "application/x-www-form-urlencoded": try readURLEncoded(body)
        case "multipart/form-data":
            guard let boundary = type.parameters["boundary"] else { throw Refusal(.malformed) }
            for part in try Multipart.parts(body, boundary: boundary) { add(part) }
        default: throw Refusal(.malformed)
        }
    }

    /// The field's text; empty where there is none.
    subscript(name: String) -> String { values[name] ?? "" }

    private mutating func readURLEncoded(_ body: [UInt8]) throws {
        let pairs = body.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= 100 else { throw Refusal(.malformed) }
        for pair in pairs {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            values[Self.decoded(halves[0])] = halves.count > 1 ? Self.decoded(halves[1]) : ""
        }
    }

    private mutating func add(_ part: Multipart.Part) {
        let disposition = HeaderValue(part.headers["content-disposition"] ?? "")
        guard disposition.value == "form-data", let name = disposition.parameters["name"] else { return }
        guard let fileName = disposition.parameters["filename"] else {
            values[name] = String(decoding: part.body, as: UTF8.self)
            return
        }
        // A file field without a choice comes as an empty file without a name.
        guard !fileName.isEmpty || !part.body.isEmpty else { return }
        let type = HeaderValue(part.headers["content-type"] ?? "").value
        files.append(File(name: fileName, mediaType: type, bytes: Array(part.body)))
    }

    /// Text with `%XX` and `+` undone.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(value)
                index += 3
            } else {
                result.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// A header value with parameters: `form-data; name="text"`.
struct HeaderValue: Sendable {
    let value: String
    private(set) var parameters: [String: String] = [:]

    init(_ text: String) {
        var rest = text[...]
        value = rest.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        rest = rest.dropFirst(rest.prefix { $0 != ";" }.count)
        while rest.first == ";", parameters.count < 10 {
            rest = rest.dropFirst().drop { $0.isWhitespace }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            parameters[name.lowercased().filter { !$0.isWhitespace }] = Self.parameter(&rest)
            rest = rest.drop { $0 != ";" }
        }
    }

    /// A token or a quoted text. Browsers write a quote within as `%22` and leave backslashes as they are (HTML, 4.10.21.8).
    private static func parameter(_ rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" && !$0.isWhitespace }
            rest = rest.dropFirst(token.count)
            return String(token)
        }
        rest = rest.dropFirst()
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", rest.first == "\"" { text.append(rest.removeFirst()) } else { text.append(character) }
        }
        for (escape, character) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
            text = text.split(separator: escape, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }
}
