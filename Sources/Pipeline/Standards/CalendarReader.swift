import Calendars

/// Reads the `calendar:` of `standards.yaml`.
struct CalendarReader {
    let decoding: Decoding

    func read(_ node: YAMLNode) -> BusinessCalendar? {
        let keys = ["zone", "hours", "closed", "other_hours"]
        guard let fields = decoding.fields(node, "the calendar", keys: keys) else { return nil }
        let zone = fields.required("zone").flatMap { decoding.text($0, "the time zone") }
        let week = fields.required("hours").map(week) ?? [:]
        var exceptions = CalendarExceptions()
        if let closed = fields["closed"] { read(closed: closed, into: &exceptions) }
        if let other = fields["other_hours"] { read(other: other, into: &exceptions) }
        guard let zone, let hours = fields["hours"] else { return nil }
        do {
            return try BusinessCalendar(zone: zone.value, week: week, exceptions: exceptions)
        } catch {
            let place =
                switch error {
                case .unknownZone: zone.place
                case .overlap, .neverOpen: hours.place
                }
            decoding.findings.error(.badCalendar, at: place, error.description)
            return nil
        }
    }

    func week(_ node: YAMLNode) -> BusinessCalendar.Week {
        var week: BusinessCalendar.Week = [:]
        for entry in decoding.fields(node, "hours", keys: nil)?.entries ?? [] {
            guard let days = days(entry.key) else {
                decoding.findings.unknown(
                    .unknownKey, at: entry.keyPlace, "\"\(entry.key)\" is no day of the week", name: entry.key,
                    among: Weekday.allCases.map(\.rawValue))
                continue
            }
            let hours = openingHours(entry.value, entry.key)
            for day in days {
                if week[day] != nil {
                    decoding.findings.error(.duplicateKey, at: entry.keyPlace, "\(day.rawValue) has its hours already")
                }
                week[day] = hours
            }
        }
        return week
    }

    /// `monday` or `monday to friday`.
    private func days(_ text: String) -> [Weekday]? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        let all = Weekday.allCases
        if words.count == 1 { return Weekday(rawValue: words[0]).map { [$0] } }
        guard words.count == 3, words[1] == "to", let first = Weekday(rawValue: words[0]),
            let last = Weekday(rawValue: words[2]), let from = all.firstIndex(of: first),
            let until = all.firstIndex(of: last),
            from <= until
        else { return nil }
        return Array(all[from...until])
    }

    private func openingHours(_ node: YAMLNode, _ what: String) -> [OpeningHours] {
        (decoding.texts(node, "the hours of \(what)", orOne: true) ?? []).compactMap { text in
            if let hours = OpeningHours(text.value) { return hours }
            decoding.findings.error(
                .badValue, at: text.place, "\"\(text.value)\" are no opening hours",
                hint: "write 09:00-17:30, 22:00-02:00 for past midnight, or 00:00-24:00 for the whole day")
            return nil
        }
    }

    private func read(closed node: YAMLNode, into exceptions: inout CalendarExceptions) {
        for entry in decoding.fields(node, "closed", keys: nil)?.entries ?? [] {
            let name = decoding.text(entry.value, "the name of the closed day")?.value ?? ""
            if let day = CalendarDay(entry.key) {
                exceptions.closed[day] = name
            } else if let day = AnnualDay(entry.key) {
                exceptions.closedEveryYear[day] = name
            } else {
                badDate(entry)
            }
        }
    }

    private func read(other node: YAMLNode, into exceptions: inout CalendarExceptions) {
        for entry in decoding.fields(node, "other_hours", keys: nil)?.entries ?? [] {
            let hours = openingHours(entry.value, entry.key)
            var isClosed = false
            if let day = CalendarDay(entry.key) {
                exceptions.otherHours[day] = hours
                isClosed = exceptions.closed[day] != nil
            } else if let day = AnnualDay(entry.key) {
                exceptions.otherHoursEveryYear[day] = hours
                isClosed = exceptions.closedEveryYear[day] != nil
            } else {
                badDate(entry)
            }
            if isClosed {
                decoding.findings.error(.badCalendar, at: entry.keyPlace, "\(entry.key) is closed and has hours")
            }
        }
    }

    private func badDate(_ entry: YAMLNode.Entry) {
        decoding.findings.error(
            .badValue, at: entry.keyPlace, "\"\(entry.key)\" is no date",
            hint: "write 2026-12-25 for one day, or 12-25 for that day of every year")
    }
}
