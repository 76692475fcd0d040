package import StageProtocol

extension Report {
    /// `{report, title, alarms, tables: {ID: [row]}, series: {ID: {labels, lines}}, quotes, …}`: each row has its columns by
    /// their names, a share from 0 to 1, an interval as a list of two.
    package var json: JSON {
        var tables: [String: JSON] = [:]
        var series: [String: JSON] = [:]
        var members = members
        for part in parts {
            switch part {
            case .table(let table): tables[table.id] = table.json
            case .series(let plotted): series[plotted.id] = plotted.json
            case .intervals: continue
            case .quotes(let quotes): members[quotes.id] = .array(quotes.quotes.map(\.json))
            }
        }
        members["report"] = .string(id)
        members["title"] = .string(title)
        members["summary"] = .string(lead)
        members["alarms"] = .array(alarms.map { .string($0) })
        members["tables"] = .object(tables)
        members["series"] = .object(series)
        return .object(members)
    }
}

extension Table {
    fileprivate var json: JSON {
        .array(
            rows.map { row in
                .object(Dictionary(zip(columns.map(\.id), row.map(\.json)), uniquingKeysWith: { first, _ in first }))
            })
    }
}

extension Value {
    fileprivate var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .count(let count): .int(Int64(count))
        case .share(let number), .minutes(let number), .number(let number): .rounded(number)
        case .shares(let low, let high), .minutesBetween(let low, let high): [.rounded(low), .rounded(high)]
        case .cases(let refs): .array(refs.map { .string($0) })
        case .yes(let isSo): .bool(isSo)
        case .none: .null
        }
    }
}

extension Series {
    fileprivate var json: JSON {
        [
            "unit": .string(unit.rawValue), "labels": .array(labels.map { .string($0) }),
            "lines": .array(
                lines.map { line in
                    [
                        "name": .string(line.name),
                        "points": .array(line.points.map { $0.map { .rounded($0) } ?? .null }),
                    ]
                }),
        ]
    }
}

extension Quotes.Quote {
    fileprivate var json: JSON {
        [
            "ref": .string(ref), "at": .string(at.description), "score": .string(score), "topic": .string(topic),
            "words": .string(words),
        ]
    }
}

extension JSON {
    /// A number with four places behind the point.
    static func rounded(_ number: Double) -> JSON { .double((number * 10_000).rounded() / 10_000) }
}
