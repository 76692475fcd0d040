/// Marks of the house's inside that are no words: placeholders left standing, addresses of machines, card numbers.
enum LeakScan {
    private static let marks = [
        "{{", "}}", "${", "<%", "localhost", "127.0.0.1", "ipc://", "tcp://", "file://", "/var/", "/etc/", "/usr/",
        "C:\\",
        "Traceback (most", "NullPointer", "SELECT * FROM", "[object Object]", "[internal]", ".intranet", "//intranet",
        ".internal/", ".local/", ".corp/", "[intern]", "Optional(\"",
    ]

    static func findings(in text: String, language: String) -> [GateFinding] {
        let bytes = Array(text.utf8)
        var found = marks(in: bytes)
        if let card = cardNumber(in: bytes) { found.append(card) }
        if let host = privateAddress(in: text) { found.append(host) }
        return found.map { GateFinding(rule: .internalLeak, words: $0, advice: GateAdvice.leak.text(language)) }
    }

    private static let byFirstByte: [[[UInt8]]] = {
        var lists = [[[UInt8]]](repeating: [], count: 256)
        for mark in marks {
            let bytes = Array(mark.utf8)
            lists[Int(bytes[0])].append(bytes)
        }
        return lists
    }()

    private static func marks(in text: [UInt8]) -> [String] {
        var found: [String] = []
        let lists = byFirstByte
        for start in text.indices where !lists[Int(text[start])].isEmpty {
            for mark in lists[Int(text[start])] where text[start...].starts(with: mark) {
                let words = String(decoding: mark, as: UTF8.self)
                if !found.contains(words) { found.append(words) }
            }
        }
        return found
    }

    /// Thirteen to nineteen digits, alone or in groups, that satisfy Luhn's check: a payment card.
    private static func cardNumber(in bytes: [UInt8]) -> String? {
        var start: Int?
        var digits: [Int] = []
        for (index, byte) in (bytes + [10]).enumerated() {
            if (48...57).contains(byte) {
                if start == nil { start = index }
                digits.append(Int(byte - 48))
            } else if start != nil, byte == 32 || byte == 45, index > 0, (48...57).contains(bytes[index - 1]) {
                continue
            } else {
                if let from = start, (13...19).contains(digits.count), passesLuhn(digits) {
                    return String(decoding: bytes[from..<index], as: UTF8.self)
                }
                start = nil
                digits = []
            }
        }
        return nil
    }

    private static func passesLuhn(_ digits: [Int]) -> Bool {
        guard Set(digits).count > 1 else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let doubled = index % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    /// `10.x`, `192.168.x` and `172.16.x` to `172.31.x`.
    private static func privateAddress(in text: String) -> String? {
        for bytes in text.utf8.split(whereSeparator: { !(48...57).contains($0) && $0 != 46 }) where bytes.count > 6 {
            let word = Substring(bytes)
            let parts = word.split(separator: ".").compactMap { Int($0) }
            guard parts.count == 4, parts.allSatisfy({ $0 < 256 }) else { continue }
            if parts[0] == 10 || parts[0] == 192 && parts[1] == 168 || parts[0] == 172 && (16...31).contains(parts[1]) {
                return String(word)
            }
        }
        return nil
    }
}
