/// A moment with the offset in which the sender wrote it; RFC 3339 in JSON.
package struct MailDate: Sendable, Hashable {
    package var unixSeconds: Int64
    /// Seconds east of Greenwich.
    package var offsetSeconds: Int

    package init(unixSeconds: Int64, offsetSeconds: Int = 0) {
        self.unixSeconds = unixSeconds
        self.offsetSeconds = offsetSeconds
    }

    package var rfc3339: String {
        let local = unixSeconds + Int64(offsetSeconds)
        let day = Int((Double(local) / 86_400).rounded(.down))
        let second = Int(local) - day * 86_400
        let (year, month, dayOfMonth) = Self.civil(fromDay: day)
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }.joined(separator: ":")
        let moment = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))T\(clock)"
        guard offsetSeconds != 0 else { return moment + "Z" }
        let minutes = abs(offsetSeconds) / 60
        return moment + (offsetSeconds < 0 ? "-" : "+") + Self.padded(minutes / 60, 2) + ":"
            + Self.padded(minutes % 60, 2)
    }

    /// How far the sender's clock is from UTC, such as `+05:30`. Who writes no distance has often left it to a machine: nil.
    package var zone: String? { offsetSeconds == 0 ? nil : String(rfc3339.suffix(6)) }

    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        var zone = 19
        if bytes[zone] == 0x2E {
            zone += 1
            while zone < bytes.count, (0x30...0x39).contains(bytes[zone]) { zone += 1 }
        }
        guard zone < bytes.count else { return nil }
        var offset = 0
        if bytes[zone] == 0x2B || bytes[zone] == 0x2D {
            guard bytes.count == zone + 6, let hours = number(zone + 1..<zone + 3),
                let minutes = number(zone + 4..<zone + 6), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 3_600 + minutes * 60) * (bytes[zone] == 0x2D ? -1 : 1)
        } else if bytes[zone] | 0x20 != 0x7A || bytes.count != zone + 1 {
            return nil
        }
        let seconds = Self.day(year: year, month: month, day: day) * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(unixSeconds: Int64(seconds - offset), offsetSeconds: offset)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // Days since 1970 in the proleptic Gregorian calendar; years are counted from March so that the leap day comes last.
    private static func day(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(fromDay day: Int) -> (Int, Int, Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth + (marchMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension MailDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = MailDate(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no RFC 3339 date")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}
