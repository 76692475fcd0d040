import StageProtocol

/// What still runs in a case: clocks, timers, promises, texts and dead letters.
struct StandingText {
    private let story: Story

    init(_ story: Story) { self.story = story }

    var lines: [String] {
        [
            ("clocks", clocks), ("came back", unreachable), ("promises", promises), ("timers", timers),
            ("texts", texts),
            ("dead letters", letters),
        ].filter { !$0.1.isEmpty }.flatMap { ["", story.paint.bold($0.0)] + $0.1.map { "  " + $0 } }
    }

    private var clocks: [String] {
        let clocks = story.section("care")?["clocks"]?.object ?? [:]
        return clocks.sorted { $0.key < $1.key }.compactMap { name, clock in
            guard let due = clock["due"]?.moment else { return nil }
            if let met = clock["met"]?.moment {
                let late = clock["missed"]?.moment == nil ? "" : story.paint.red(", late")
                return "\(name)  \(story.paint.green("met")) \(story.times.moment(met))\(late)"
            }
            if clock["missed"]?.moment != nil {
                return "\(name)  \(story.paint.red("missed")), it was due \(story.times.moment(due))"
            }
            let warned = clock["warned"]?.moment == nil ? "" : story.paint.yellow(", warned")
            return "\(name)  due \(story.times.moment(due)), \(story.times.away(due))\(warned)"
        }
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
        (story.story["promises"]?.array ?? []).map { promise in
            let what = (promise["what"]?.string ?? promise["name"]?.string ?? "").oneLine
            if let kept = promise["kept"]?.moment { return "\(what)  kept \(story.times.moment(kept))" }
            let due = promise["due"]?.moment.map { "due \(story.times.moment($0)), \(story.times.away($0))" } ?? ""
            return "\(what)  \(story.paint.yellow("open")), \(due)"
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
        return (findings.array ?? [findings]).map { finding in
            "  found: " + (finding.string ?? String(decoding: finding.bytes, as: UTF8.self)).oneLine
        }
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
