/// A moment in time, in whole milliseconds since 1970-01-01T00:00:00Z; on the wire an RFC 3339 text in UTC.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970 in UTC, leap seconds not counted.
    public var milliseconds: Int64

    /// The moment that many milliseconds after 1970.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Earlier is less.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }
    /// The moment a span later.
    public static func + (moment: Timestamp, span: Duration) -> Timestamp {
        Timestamp(milliseconds: moment.milliseconds + span.wholeMilliseconds)
    }
    /// The moment a span earlier.
    public static func - (moment: Timestamp, span: Duration) -> Timestamp {
        Timestamp(milliseconds: moment.milliseconds - span.wholeMilliseconds)
    }
    /// The span from the right moment to the left one.
    public static func - (left: Timestamp, right: Timestamp) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }
}

extension Duration {
    /// The span in milliseconds, rounded toward zero.
    public var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension Timestamp: CustomStringConvertible, LosslessStringConvertible {
    /// RFC 3339 in UTC with milliseconds: `2026-11-22T02:30:49.123Z`.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        write(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes the text to the end of others.
    func write(to text: inout [UInt8]) {
        let days = milliseconds.floorDivided(by: 86_400_000)
        let time = milliseconds - days * 86_400_000
        let (year, month, day) = civil(fromDays: days)
        add(year, 4, then: "-", to: &text)
        add(month, 2, then: "-", to: &text)
        add(day, 2, then: "T", to: &text)
        add(time / 3_600_000, 2, then: ":", to: &text)
        add(time / 60_000 % 60, 2, then: ":", to: &text)
        add(time / 1000 % 60, 2, then: ".", to: &text)
        add(time % 1000, 3, then: "Z", to: &text)
    }

    private func add(_ number: Int64, _ width: Int, then mark: Unicode.Scalar, to text: inout [UInt8]) {
        if number < 0 { text.append(UInt8(ascii: "-")) }
        let digits = text.count
        var rest = number.magnitude
        while rest > 0 || text.count < digits + width {
            text.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        text[digits...].reverse()
        text.append(UInt8(ascii: mark))
    }

    static func problem(_ text: String) -> String { "\"\(text)\" is no RFC 3339 time such as 2026-11-22T02:30:49Z" }

    /// The moment an RFC 3339 text names, with any offset and any fraction (cut to milliseconds); nil for other text.
    public init?(_ description: String) {
        var reader = Reader(description)
        guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
            let day = reader.digits(2), reader.take("T") || reader.take("t") || reader.take(" "),
            let hour = reader.digits(2), reader.take(":"), let minute = reader.digits(2), reader.take(":"),
            let second = reader.digits(2), (1...12).contains(month), (1...daysIn(month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let fraction = reader.fraction()
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        let minutes = days(fromCivil: year, month, day) * 1440 + hour * 60 + minute - offset
        let moment = (minutes * 60 + second) * 1000 + fraction
        // The years 0000 to 9999, so that what was read can be written.
        guard (-62_167_219_200_000...253_402_300_799_999).contains(moment) else { return nil }
        milliseconds = moment
    }
}

extension Timestamp: Codable {
    /// Decodes an RFC 3339 text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: Self.problem(text))
        }
        self = moment
    }

    /// Encodes an RFC 3339 text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Reads an RFC 3339 text from left to right.
private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func digits(_ count: Int) -> Int64? {
        guard position + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<(position + count)] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        position += count
        return value
    }

    /// Milliseconds of an optional fraction.
    mutating func fraction() -> Int64 {
        guard take(".") else { return 0 }
        var value: Int64 = 0
        var scale: Int64 = 100
        while let digit = digits(1) {
            value += digit * scale
            scale /= 10
        }
        return value
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let sign: Int64 = if take("+") { 1 } else if take("-") { -1 } else { 0 }
        guard sign != 0, let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60 else {
            return nil
        }
        return sign * (hours * 60 + minutes)
    }
}

// The proleptic Gregorian calendar by Howard Hinnant's days_from_civil and civil_from_days: years of 400-year eras that
// begin on the first of March.

private func days(fromCivil year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year.floorDivided(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}

private func daysIn(_ month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
