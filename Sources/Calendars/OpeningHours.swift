/// One stretch of opening hours, such as 09:00-12:30, half-open, in minutes of wall time since the day's midnight.
package struct OpeningHours: Sendable, Hashable {
    /// 0 up to 1439.
    package let opens: Int
    /// Greater than `opens`; above 1440 where the stretch runs past midnight.
    package let closes: Int
}

extension OpeningHours: LosslessStringConvertible {
    /// `09:00-12:30`; `22:00-02:00` runs past midnight, `00:00-24:00` is the whole day.
    package var description: String { "\(wallTime(opens))-\(wallTime(closes > 1440 ? closes - 1440 : closes))" }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let opens = minutes(parts[0]), let closes = minutes(parts[1]), opens < 1440,
            // The same time twice could be nothing or a whole day: whoever means the day writes 00:00-24:00.
            opens != closes
        else { return nil }
        self.init(opens: opens, closes: closes > opens ? closes : closes + 1440)
    }
}

private func wallTime(_ minutes: Int) -> String { "\((minutes / 60).padded(2)):\((minutes % 60).padded(2))" }

/// Minutes of a wall time from 00:00 to 24:00; an hour may be one digit.
private func minutes(_ text: Substring) -> Int? {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, let hour = parts[0].digits, let minute = parts[1].twoDigits,
        minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return hour * 60 + minute
}

extension Substring {
    var trimmed: Substring {
        var rest = self
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
