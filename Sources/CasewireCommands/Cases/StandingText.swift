import StageProtocol

/// What still runs in a case: clocks, timers, promises, texts and dead letters.
struct StandingText {
    private let story: Story

    init(_ story: Story) { self.story = story }

    var lines: [String] {
        [
            ("asked", coverage), ("clocks", clocks), ("came back", unreachable), ("promises", promises),
            ("goodwill", goodwill),
            ("timers", timers),
            ("texts", texts),
            ("dead letters", letters),
        ].filter { !$0.1.isEmpty }.flatMap { ["", story.paint.bold($0.0)] + $0.1.map { "  " + $0 } }
    }

    private var clocks: [String] {
        story.clocks.map { ClocksText($0, times: story.times, paint: story.paint).standing } ?? []
    }

    private var unreachable: [String] {
        let addresses = story.section("care")?["unreachable"]?.object ?? [:]
        return addresses.sorted { $0.key < $1.key }.map { address, mark in
            let status = mark["status"]?.string.map { " \($0)" } ?? ""
            let at = mark["at"]?.moment.map { ", \(story.times.moment($0))" } ?? ""
            return "\(address.oneLine)  \(story.paint.red(mark["kind"]?.string ?? ""))\(status)\(at)"
        }
    }

    private var promises: [String] {
        let care = story.section("care")
        return (story.story["promises"]?.array ?? []).enumerated().map { index, promise in
            let what = (promise["what"]?.string ?? promise["name"]?.string ?? "").oneLine
            let state = PromiseState(promise, care: care, now: story.times.now)
            let due = promise["due"]?.moment.map { "due \(story.times.moment($0)), \(story.times.away($0))" } ?? ""
            let end = (promise["kept"]?.moment ?? promise["withdrawn"]?.moment).map { story.times.moment($0) } ?? ""
            let shown =
                switch state {
                case .open: story.paint.yellow("open") + ", \(due)"
                case .late: story.paint.red("late") + ", \(due)"
                case .kept: story.paint.green("kept") + " \(end)"
                case .keptLate: story.paint.red("kept late") + " \(end), \(due)"
                case .withdrawn: "withdrawn \(end), as the case was settled"
                case .withdrawnLate: story.paint.red("not kept") + ", withdrawn \(end), \(due)"
                }
            let amends = care?.hasMadeGood(promise) == true ? ", amends offered" : ""
            return
                "\(index + 1)  \(what)  \(shown)\(amends) (on the word of \(promise["authority"]?.string ?? "nobody"))"
        }
    }

    /// What the customer was offered or granted.
    private var goodwill: [String] {
        (story.section("care")?["granted"]?.array ?? []).compactMap { grant in
            guard let sum = grant["amount"]?.number else { return nil }
            let at = grant["at"]?.moment.map { ", \(story.times.moment($0))" } ?? ""
            return granted(sum, grant) + at
        }
    }

    /// What was asked, and the words of the answer that cover it.
    private var coverage: [String] {
        (story.section("answering")?["coverage"]?.array ?? []).map { cover in
            let ask = "“\((cover["ask"]?.string ?? "").oneLine)”"
            guard let span = cover["span"]?.string else { return "\(ask)  \(story.paint.yellow("not covered"))" }
            let source = cover["article"]?.string.map { " (\($0))" } ?? ""
            return "\(ask)  covered by “\(span.oneLine)”\(source)"
        }
    }

    private var timers: [String] {
        (story.story["timers"]?.array ?? []).map { timer in
            let at = timer["at"]?.moment.map { "\(story.times.moment($0)), \(story.times.away($0))" } ?? ""
            return "\(timer["stage"]?.string ?? "")/\(timer["name"]?.string ?? "")  \(at)"
        }
    }

    private var texts: [String] {
        (story.story["texts"]?.array ?? []).flatMap { text -> [String] in
            let state = text["state"]?.string ?? ""
            let shown =
                switch state {
                case "sent": story.paint.green(state)
                case "failed", "refused": story.paint.red(state)
                default: story.paint.yellow(state)
                }
            let purpose = text["purpose"]?.string ?? ""
            let sent = text["sent"]?.moment.map { " \(story.times.moment($0))" } ?? ""
            let head = "\(text["name"]?.string ?? "")  \(purpose) to \(text["audience"]?.string ?? "")  \(shown)\(sent)"
            let detail = text["result"]?["detail"]?.string.map { ["  \($0.oneLine)"] } ?? []
            return [head] + detail + findings(text["findings"])
        }
    }

    private func findings(_ findings: JSON?) -> [String] {
        guard let findings, findings != .null else { return [] }
        return FindingText.all(findings).map { "  found: \($0.line)" }
    }

    private var letters: [String] {
        story.dead.map { letter in
            let id = letter["id"]?.int ?? 0
            let what = "\(letter["type"]?.string ?? "") to \(letter["stage"]?.string ?? "")"
            return story.paint.red("#\(id)") + "  \(what): \((letter["error"]?.string ?? "").oneLine)"
                + "  (casewire dead replay \(id))"
        }
    }
}
