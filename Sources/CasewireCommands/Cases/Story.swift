import Casework
import Clocks
import StageProtocol

/// A case's story in lines, in the order in which it happened.
struct Story {
    let story: JSON
    let dead: [JSON]
    /// The case's clocks, worked out from its log.
    let clocks: CaseClocks?
    let times: Times
    let width: Int
    let paint: Paint

    init(
        _ story: JSON, dead: [JSON] = [], clocks: CaseClocks? = nil, times: Times, width: Int = 100,
        paint: Paint = .none
    ) {
        self.story = story
        self.dead = dead
        self.clocks = clocks
        self.times = times
        self.width = width
        self.paint = paint
    }

    var lines: [String] {
        var lines = head
        var heard = 0
        var isTold = false
        for entry in story["log"]?.array ?? [] {
            lines += [""] + EntryText(entry, self).lines
            if entry["kind"]?.string == "heard" { heard += 1 }
            if !isTold, heard > 0, heard == section("understanding")?["heard"]?.int ?? 0 {
                lines += understanding
                isTold = true
            }
        }
        return lines + (isTold ? [] : understanding) + StandingText(self).lines
    }

    private var head: [String] {
        let status = text("status")
        let shown = status == "open" ? paint.yellow(status) : paint.green(status)
        var lines = ["\(paint.bold(text("ref")))  \(shown)  \(text("subject").oneLine)"]
        // A case of the house has no customer whom anybody could know.
        var facts: [String] = []
        if let customer = story["customer"]?.string?.oneLine ?? (story["kind"]?.string == nil ? "unknown" : nil) {
            facts.append("customer \(customer)")
        }
        facts.append(story["owner"]?.string.map { "looked after by \($0)" } ?? "nobody looks after it yet")
        if let opened = story["opened"]?.moment { facts.append("opened \(times.moment(opened))") }
        if let resolved = story["resolved"]?.moment { facts.append("resolved \(times.moment(resolved))") }
        facts.append("times of \(times.zoneName)")
        lines.append(facts.joined(separator: ", "))
        if let linked = story["linked"]?.string { lines.append("goes on from \(linked)") }
        return lines
    }

    /// The section is written over and over; what stands there is how the case is understood now, and told after the
    /// last contact that it rests on.
    private var understanding: [String] {
        guard let understanding = section("understanding") else { return [] }
        var lines = ["", paint.bold("understood")]
        if let topic = understanding["topic"]?.string {
            let sure = understanding["confidence"]?.number.map { " (sure to \(percent($0)))" } ?? ""
            lines.append("  about \(topic)\(sure)")
        }
        var facts: [String] = []
        if let mood = understanding["mood"]?.string { facts.append("sounds \(mood)") }
        if let language = understanding["language"]?.string { facts.append("writes in \(language)") }
        if understanding["satisfied"]?.bool == true { facts.append("says that all is well") }
        if understanding["wants_person"]?.bool == true { facts.append("asks for a person") }
        if !facts.isEmpty { lines.append("  " + facts.joined(separator: ", ")) }
        for ask in understanding["asks"]?.array ?? [] {
            lines.append("  \(ask["kind"]?.string ?? "asks"): “\((ask["quote"]?.string ?? "").oneLine)”")
        }
        for sign in understanding["safety"]?.array ?? [] {
            let words = (sign["words"]?.string ?? "").oneLine
            let kind = sign["kind"]?.string ?? ""
            let isDanger = kind != Understanding.Sign.bereavement
            lines.append("  " + paint.red("\(isDanger ? "danger, " : "")\(kind): “\(words)”"))
        }
        if let evidence = understanding["evidence"]?.array?.compactMap(\.string), !evidence.isEmpty {
            lines.append("  because of: " + evidence.map(\.oneLine).joined(separator: ", "))
        }
        return lines
    }

    /// Every step that the broker wrote down.
    var journal: [String] {
        [paint.bold("journal")]
            + (story["journal"]?.array ?? []).map { step in
                let at = step["at"]?.moment.map(times.moment) ?? ""
                let detail = step["detail"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
                let message = step["message"]?.int.map { "#\($0) " } ?? ""
                let who = "\(step["by"]?.string ?? "") \(step["what"]?.string ?? "")"
                return "  \(paint.faint(at))  \(message)\(who) \(paint.faint(detail.printable))"
            }
    }

    /// A section's value, whether the broker hands it bare or with its head.
    func section(_ name: String) -> JSON? {
        guard let section = story["sections"]?[name], section != .null else { return nil }
        return section
    }

    func text(_ name: String) -> String { story[name]?.string ?? "" }
}

/// `87 %`
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
