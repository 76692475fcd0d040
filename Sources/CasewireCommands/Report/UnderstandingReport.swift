import Casework
import Reports
import StageProtocol

/// How often the machine understood what was meant, as far as people looked.
///
/// A case counts once a person has answered or corrected in it. What they left as it was counts as right.
struct UnderstandingReport {
    private struct Judged {
        var review: Review

        func isRight(_ what: Review.Subject) -> Bool {
            // Going back and forth to what was understood at first is no correction.
            switch what {
            case .topic: review.latest(.topic).map { $0.after.string == review.machine.topic } ?? true
            case .mood, .asks, .draft: review.latest(what) == nil
            }
        }
    }

    private let judged: [Judged]
    /// Cases that were understood and that no person has looked at.
    private let unseen: Int

    /// - Parameters:
    ///   - reviews: the sections `review` with their cases' references.
    ///   - understood: the sections `understanding`.
    init(reviews: [JSON], understood: [JSON]) {
        judged = reviews.compactMap { item in
            (try? item["section"]?.decode(Review.self)).map(Judged.init)
        }
        let seen = Set(reviews.compactMap { $0["ref"]?.string })
        unseen = understood.count { !seen.contains($0["ref"]?.string ?? "") }
    }

    private func share(_ what: Review.Subject, _ judged: [Judged]) -> Share {
        Share(judged.count { $0.isRight(what) }, of: judged.count)
    }

    private func parts(_ part: (Review.Reading) -> String) -> [(name: String, judged: [Judged])] {
        Dictionary(grouping: judged) { part($0.review.machine) }.map { ($0.key, $0.value) }
            .sorted { ($1.judged.count, $0.name) < ($0.judged.count, $1.name) }
    }

    /// What was taken for what, the commonest first.
    private var confusions: [(said: String, meant: String, count: Int)] {
        let pairs = judged.filter { !$0.isRight(.topic) }.compactMap { item in
            item.review.latest(.topic)?.after.string.map { [item.review.machine.topic, $0] }
        }
        return Dictionary(grouping: pairs) { $0 }.map { ($0.key[0], $0.key[1], $0.value.count) }
            .sorted { ($1.count, $0.said, $0.meant) < ($0.count, $1.said, $1.meant) }
    }
}

// MARK: Telling

extension UnderstandingReport {
    func lines(_ paint: Paint = .none) -> [String] {
        let seen = "\(count(judged.count, "case")) that a person looked at, \(unseen) that nobody has"
        guard !judged.isEmpty else {
            return [seen, "There is nothing to tell until somebody has answered or corrected."]
        }
        var lines = [seen, ""]
        var all = Self.table("right about")
        for what in Review.Subject.allCases { all.add(Self.row(what.rawValue, share(what, judged), judged.count)) }
        lines += all.lines(paint: paint) + [""]
        for (title, parts) in [
            ("topic, when it said", parts(\.topic)), ("topic, by language", parts { $0.language ?? "unsure" }),
        ] {
            var table = Self.table(title)
            for (name, judged) in parts { table.add(Self.row(name, share(.topic, judged), judged.count)) }
            lines += table.lines(paint: paint) + [""]
        }
        if !confusions.isEmpty { lines.append(paint.bold("mixed up")) }
        for (said, meant, count) in confusions.prefix(10) { lines.append("  \(meant) taken for \(said)  \(count)") }
        return lines.last?.isEmpty == true ? lines.dropLast() : lines
    }

    private static func table(_ title: String) -> TextTable {
        TextTable([
            .init(title: title), .init(title: "right", alignment: .right), .init(title: "cases", alignment: .right),
            .init(title: "95 % interval"),
        ])
    }

    private static func row(_ name: String, _ share: Share, _ count: Int) -> [String] {
        [name, percent(share.value), "\(count)", "\(percent(share.low)) to \(percent(share.high))"]
    }

    var json: JSON {
        var members: [String: JSON] = ["reviewed": .int(Int64(judged.count)), "unreviewed": .int(Int64(unseen))]
        for what in Review.Subject.allCases { members[what.rawValue] = .object(json(what, judged)) }
        members["topics"] = .array(
            parts(\.topic).map { .object(json(.topic, $0.judged).merging(["topic": .string($0.name)]) { $1 }) })
        members["languages"] = .array(
            parts { $0.language ?? "unsure" }.map {
                .object(json(.topic, $0.judged).merging(["language": .string($0.name)]) { $1 })
            })
        members["confusions"] = .array(
            confusions.map { ["said": .string($0.said), "meant": .string($0.meant), "count": .int(Int64($0.count))] })
        return .object(members)
    }

    private func json(_ what: Review.Subject, _ judged: [Judged]) -> [String: JSON] {
        let share = share(what, judged)
        return [
            "right": .int(Int64(judged.count { $0.isRight(what) })), "reviewed": .int(Int64(judged.count)),
            "share": .share(share.value), "interval_95": [.share(share.low), .share(share.high)],
        ]
    }
}
