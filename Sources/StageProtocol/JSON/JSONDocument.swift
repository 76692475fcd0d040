import FoundationEssentials

/// A JSON text that values are decoded from.
final class JSONDocument: Sendable {
    let text: JSONText

    init(_ text: JSONText) { self.text = text }

    /// A value of any type that is not built by the cases below.
    func decode<T: Decodable>(_ type: T.Type, at place: Int) throws -> T {
        // What is met most is not sent through a container of its own.
        if type == String.self, let value = try string(at: place) as? T { return value }
        if type == JSON.self, let value = json(at: place) as? T { return value }
        if type == Timestamp.self, let value = try timestamp(at: place) as? T { return value }
        if type == Data.self, let value = try data(at: place) as? T { return value }
        if type == URL.self, let value = try url(at: place) as? T { return value }
        return try T(from: JSONValueDecoder(document: self, place: place))
    }

    func isNull(at place: Int) -> Bool { text.values[place].kind == .null }

    func bool(at place: Int) throws -> Bool {
        switch text.values[place].kind {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self, at: place)
        }
    }

    func string(at place: Int) throws -> String {
        let value = text.values[place]
        guard value.kind == .string || value.kind == .escaped else { throw mismatch(String.self, at: place) }
        return text.string(value)
    }

    func double(at place: Int) throws -> Double {
        guard let number = text.double(text.values[place]) else { throw mismatch(Double.self, at: place) }
        return number
    }

    func integer<T: FixedWidthInteger>(_ type: T.Type, at place: Int) throws -> T {
        let value = text.values[place]
        if let number = text.int(value), let fitting = T(exactly: number) { return fitting }
        // The upper half of the unsigned range.
        if value.kind == .whole, let fitting = T(String(decoding: text.bytes[value.start..<value.end], as: UTF8.self)) {
            return fitting
        }
        guard value.kind == .whole || value.kind == .fraction else { throw mismatch(type, at: place) }
        throw corrupted("the number does not fit \(type)", at: place)
    }

    func timestamp(at place: Int) throws -> Timestamp {
        let text = try string(at: place)
        guard let moment = Timestamp(text) else { throw corrupted(Timestamp.problem(text), at: place) }
        return moment
    }

    private func data(at place: Int) throws -> Data {
        guard let data = Data(base64Encoded: try string(at: place)) else { throw corrupted("no Base64", at: place) }
        return data
    }

    private func url(at place: Int) throws -> URL {
        guard let url = URL(string: try string(at: place)) else { throw corrupted("no URL", at: place) }
        return url
    }

    /// The value as it stands.
    func json(at place: Int) -> JSON {
        let value = text.values[place]
        switch value.kind {
        case .null: return .null
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .whole, .fraction: return text.int(value).map { .int($0) } ?? .double(text.double(value) ?? 0)
        case .string, .escaped: return .string(text.string(value))
        case .array: return .array(elements(of: place).map { json(at: $0) })
        case .object:
            var members: [String: JSON] = [:]
            members.reserveCapacity(value.count)
            var name = place + 1
            for _ in 0..<value.count {
                members[text.string(text.values[name])] = json(at: name + 1)
                name = text.values[name + 1].next
            }
            return .object(members)
        }
    }

    /// The places of an array's elements.
    func elements(of place: Int) -> [Int] {
        var element = place + 1
        return (0..<text.values[place].count).map { _ in
            defer { element = text.values[element].next }
            return element
        }
    }

    /// The place of an object's member; of several of one name the last counts.
    func member(_ name: String, of place: Int) -> Int? {
        let utf8 = name.utf8
        var found: Int?
        var current = place + 1
        for _ in 0..<text.values[place].count {
            if text.isEqual(text.values[current], utf8) { found = current + 1 }
            current = text.values[current + 1].next
        }
        return found
    }

    /// The names of an object's members.
    func names(of place: Int) -> [String] {
        var name = place + 1
        return (0..<text.values[place].count).map { _ in
            defer { name = text.values[name + 1].next }
            return text.string(text.values[name])
        }
    }
}

// MARK: Errors

/// A step of the way to a value.
struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = "Index \(intValue)"
        self.intValue = intValue
    }
}

extension JSONDocument {
    /// The way to a value, found only when somebody asks.
    func path(to place: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var holder = 0
        while let (key, child) = child(of: holder, around: place) {
            path.append(key)
            holder = child
        }
        return path
    }

    /// The element or member of a value that is or holds another.
    private func child(of holder: Int, around place: Int) -> (key: JSONKey, place: Int)? {
        guard holder < place else { return nil }
        let isObject = text.values[holder].kind == .object
        var current = holder + 1
        for index in 0..<text.values[holder].count {
            let value = isObject ? current + 1 : current
            if value <= place, place < text.values[value].next {
                let key =
                    isObject ? JSONKey(stringValue: text.string(text.values[current])) : JSONKey(intValue: index)
                return (key, value)
            }
            current = text.values[value].next
        }
        return nil
    }

    func mismatch(_ type: any Any.Type, at place: Int) -> DecodingError {
        let kind = text.values[place].kind
        let context = DecodingError.Context(
            codingPath: path(to: place), debugDescription: "expected \(type), found \(kind)")
        return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func corrupted(_ problem: String, at place: Int) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(to: place), debugDescription: problem))
    }
}
