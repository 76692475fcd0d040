import StageProtocol

/// Days written in digits: `2026-11-27`, `27.11.2026`, `27/11/2026`, `27.11`.
enum DayFormat {
    /// Whether a number looks like a date with dots, and not like a sum.
    static func isDotted(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), Int(parts[2]) != nil else {
            return false
        }
        return (1...31).contains(day) && (1...12).contains(month) && parts[2].utf8.count != 3
    }

    /// Whether a number can be a day and its month, as German writes them: `25.11`.
    static func isDayAndMonth(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count < 6, let day = Int(parts[0]), let month = Int(parts[1]) else {
            return false
        }
        return (1...31).contains(day) && (1...12).contains(month)
    }

    /// The end of the day a text of digits names, near a moment when it names no year.
    static func endOfDay(_ text: String, near now: Timestamp) -> Timestamp? {
        let parts = text.split(whereSeparator: { "-/.".contains($0) }).compactMap { Int($0) }
        guard parts.count >= 2 else { return nil }
        if parts[0] > 31, parts.count == 3 { return endOfDay(year: parts[0], month: parts[1], day: parts[2]) }
        if parts.count == 3 {
            return endOfDay(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0])
        }
        return endOfDay(month: parts[1], day: parts[0], near: now)
    }

    /// The end of a day of this year, or of the next when it has been gone for half a year.
    static func endOfDay(month: Int, day: Int, near now: Timestamp) -> Timestamp? {
        let year = Int(now.description.prefix(4)) ?? 1970
        guard let moment = endOfDay(year: year, month: month, day: day) else { return nil }
        if now - moment > .seconds(183 * 86_400) { return endOfDay(year: year + 1, month: month, day: day) }
        return moment
    }

    private static func endOfDay(year: Int, month: Int, day: Int) -> Timestamp? {
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return Timestamp("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T23:59:59Z")
    }
}
