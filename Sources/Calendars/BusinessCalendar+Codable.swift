// The shape is the one of `calendar:` in standards.yaml, so that a stage decodes what the operator wrote.
extension BusinessCalendar: Codable {
    private enum Key: String, CodingKey {
        case zone, hours, closed
        case otherHours = "other_hours"
    }

    package convenience init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        var week: Week = [:]
        for (name, texts) in try container.decode([String: [String]].self, forKey: .hours) {
            guard let day = Weekday(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .hours, in: container, debugDescription: "\"\(name)\" is no day of the week")
            }
            week[day] = try texts.map { try read($0, .hours, container) }
        }
        var exceptions = CalendarExceptions()
        for (text, name) in try container.decodeIfPresent([String: String].self, forKey: .closed) ?? [:] {
            if let day = AnnualDay(text) {
                exceptions.closedEveryYear[day] = name
            } else {
                exceptions.closed[try read(text, .closed, container)] = name
            }
        }
        for (text, texts) in try container.decodeIfPresent([String: [String]].self, forKey: .otherHours) ?? [:] {
            let hours: [OpeningHours] = try texts.map { try read($0, .otherHours, container) }
            if let day = AnnualDay(text) {
                exceptions.otherHoursEveryYear[day] = hours
            } else {
                exceptions.otherHours[try read(text, .otherHours, container)] = hours
            }
        }
        try self.init(zone: container.decode(String.self, forKey: .zone), week: week, exceptions: exceptions)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(zone, forKey: .zone)
        try container.encode(texts(week, name: \.rawValue), forKey: .hours)
        let closed = exceptions.closed.map { ($0.description, $1) }
        let closedEveryYear = exceptions.closedEveryYear.map { ($0.description, $1) }
        try container.encode(Dictionary(uniqueKeysWithValues: closed + closedEveryYear), forKey: .closed)
        let other = texts(exceptions.otherHours, name: \.description)
        let otherEveryYear = texts(exceptions.otherHoursEveryYear, name: \.description)
        try container.encode(other.merging(otherEveryYear) { $1 }, forKey: .otherHours)
    }
}

private func read<Value: LosslessStringConvertible, Key: CodingKey>(
    _ text: String, _ key: Key, _ container: KeyedDecodingContainer<Key>
) throws -> Value {
    guard let value = Value(text) else {
        throw DecodingError.dataCorruptedError(
            forKey: key, in: container, debugDescription: "\"\(text)\" cannot be read as \(Value.self)")
    }
    return value
}

private func texts<Day>(_ hours: [Day: [OpeningHours]], name: (Day) -> String) -> [String: [String]] {
    Dictionary(uniqueKeysWithValues: hours.map { (name($0), $1.map(\.description)) })
}
