import Calendars
import Foundation
import Pipeline
import StageProtocol

/// How a test's expectations and what came of them are told.
struct TestWords {
    let start: Timestamp
    let moments: MomentReader
    private let times: Times

    init(_ test: PipelineTest) {
        start = test.start
        moments = MomentReader(test.pipeline.standards.calendar)
        times = Times(now: test.end, onClockOf: test.pipeline.standards.calendar)
    }

    func at(_ moment: Timestamp) -> String { times.moment(moment) }

    /// A value of a section; moments in the time of the desk.
    func value(_ json: JSON?) -> String {
        guard let json else { return "not there" }
        return json.moment.map(at) ?? MatterDifferences.text(json).oneLine
    }

    /// What text is wanted.
    func phrase(_ wanted: Expectation.Text) -> String {
        var words = [wanted.kind ?? "a text"]
        switch wanted.to {
        case .customer: words.append("to a customer")
        case .staff: words.append("to a colleague")
        case .address(let address): words.append("to \(address)")
        }
        switch (wanted.from, wanted.by) {
        case (let from?, let by?): words.append("from \(at(from)) to \(at(by))")
        case (let from?, nil): words.append("from \(at(from)) on")
        case (nil, let by?): words.append("by \(at(by))")
        case (nil, nil): break
        }
        var text = words.joined(separator: " ")
        if !wanted.contains.isEmpty { text += ", containing \(list(wanted.contains))" }
        if !wanted.lacks.isEmpty { text += ", without \(list(wanted.lacks))" }
        return text
    }

    /// A text in a line.
    func line(_ text: TestRecord.Text) -> String {
        "\(text.kind) to \(text.to.joined(separator: ", ")), \(at(text.at))"
    }

    /// The words of a text, set off.
    func quoted(_ text: String) -> [String] { text.wrapped(to: 94).map { "  │ \($0)" } }

    /// An entry of a log, as `casewire case` tells it.
    func told(_ entry: JSON, of story: JSON) -> String {
        EntryText(entry, Story(story, times: times)).lines.joined(separator: "\n")
    }

    /// What happened in a case around a moment, an entry a line.
    func story(_ json: JSON?, around moment: Timestamp) -> [String] {
        guard let json else { return [] }
        let log = json["log"]?.array ?? []
        let after = log.firstIndex { ($0["at"]?.moment ?? start) > moment } ?? log.count
        let shown = max(0, after - 8)..<min(log.count, after + 4)
        let story = Story(json, times: times)
        var lines = log[shown].map { entry in
            let lines = EntryText(entry, story).lines
            let more = lines.dropFirst().first { $0.contains("│") && $0.count > 8 }
            return lines[0] + (more.map { "  " + $0.trimmed(to: 60) } ?? "")
        }
        if shown.lowerBound > 0 { lines.insert("… \(shown.lowerBound) before", at: 0) }
        lines += heldBack(json)
        if shown.upperBound < log.count { lines.append("… \(log.count - shown.upperBound) after") }
        return ["\(json["ref"]?.string ?? ""), \(json["customer"]?.string ?? ""):"] + lines.map { "  " + $0 }
    }

    /// Texts that the voice refused: the log has no word of them.
    private func heldBack(_ json: JSON) -> [String] {
        (json["texts"]?.array ?? []).filter { $0["state"]?.string == "refused" }.map { text in
            let rules = (text["findings"]?.array ?? []).map { finding in
                "\(finding["rule"]?.string ?? ""): “\(finding["words"]?.string ?? "")”"
            }
            let at = text["at"]?.moment.map(at) ?? ""
            return "\(at)  held back  \(text["purpose"]?.string ?? ""), \(rules.joined(separator: ", "))"
        }
    }

    private func list(_ texts: [String]) -> String { texts.map { "“\($0)”" }.joined(separator: ", ") }
}

extension String {
    /// A line without its frame, cut where it is long.
    fileprivate func trimmed(to length: Int) -> String {
        let words = drop { $0 == " " || $0 == "│" }
        return "“" + (words.count > length ? words.prefix(length) + "…" : words) + "”"
    }
}
