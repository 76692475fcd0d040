/// A day of the proleptic Gregorian calendar, without a zone, counted from 1970-01-01.
package struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    package let number: Int64

    package init(number: Int64) { self.number = number }

    /// The day with that date; nil where there is none such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year: year)
        else { return nil }
        // Years that begin in March put the leap day at their end, so that month lengths follow one formula.
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    package func advanced(by days: Int64) -> CalendarDay { CalendarDay(number: number + days) }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday, three days after a Monday.
        Weekday.allCases[Int((number + 3).modulo(7))]
    }

    /// The month that it is in, counted from January of the year 0.
    package var month: Int { civil.year * 12 + civil.month - 1 }

    /// Month and day, for what comes back every year.
    package var annual: AnnualDay { AnnualDay(month: civil.month, day: civil.day) }

    var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1))
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension CalendarDay: LosslessStringConvertible {
    /// `2026-12-25`.
    package var description: String {
        let (year, month, day) = civil
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = parts[0].digits, let month = parts[1].twoDigits,
            let day = parts[2].twoDigits
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// A day that comes back every year, such as 12-25.
package struct AnnualDay: Sendable, Hashable, LosslessStringConvertible {
    package let month: Int
    package let day: Int

    init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }

    /// `12-25`.
    package var description: String { "\(month.padded(2))-\(day.padded(2))" }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        // 2000 was a leap year, so that 02-29 is a day that comes back now and then.
        guard parts.count == 2, let month = parts[0].twoDigits, let day = parts[1].twoDigits,
            CalendarDay(year: 2000, month: month, day: day) != nil
        else { return nil }
        self.init(month: month, day: day)
    }
}

/// A day of the week, Monday first (ISO 8601).
package enum Weekday: String, Sendable, Hashable, CaseIterable, Codable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Int64 {
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    func modulo(_ divisor: Int64) -> Int64 { self - floorDivided(by: divisor) * divisor }
}

extension Int {
    func padded(_ width: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, width - text.count)) + text
    }
}

extension Substring {
    /// The number, where the text is nothing but ASCII digits.
    var digits: Int? { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } ? Int(self) : nil }
    var twoDigits: Int? { utf8.count == 2 ? digits : nil }
}
