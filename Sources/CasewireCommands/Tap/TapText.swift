import StageProtocol

extension JSON {
    /// What happened of which the detail is made up by the broker itself; elsewhere it may quote people.
    private static let plain: Set<String> = [
        "done", "hello", "goodbye", "put-back", "clock", "erased", "standards", "reload", "scale", "drain",
    ]

    /// An event without what people wrote and who they are.
    var withoutWords: JSON {
        guard case .object(var members) = self, members["detail"] != nil,
            !Self.plain.contains(members["what"]?.string ?? "")
        else { return self }
        members["detail"] = nil
        members["redacted"] = true
        return .object(members)
    }
}

/// An event on one line.
struct TapText {
    private let event: JSON
    private let paint: Paint

    init(_ event: JSON, _ paint: Paint = .none) {
        self.event = event
        self.paint = paint
    }

    var line: String {
        let at = event["at"]?.moment.map { Times(now: $0).time($0) } ?? ""
        let parts = [
            paint.faint(at), what, padded(text("stage"), 12), padded(text("ref"), 10), text("type"),
            text("code").oneLine,
            paint.faint(spent), paint.faint(text("detail").oneLine),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// `waited 3 ms, worked 41 ms`
    private var spent: String {
        let parts = [("waited", "wait_ms"), ("worked", "work_ms")].compactMap { word, name in
            event[name]?.int.map { "\(word) \(Times.span(.milliseconds($0)))" }
        }
        return parts.joined(separator: ", ")
    }

    private var what: String {
        let what = padded(text("what"), 9)
        return switch text("what") {
        case "dead", "parked", "missed": paint.red(what)
        case "retry", "put-back", "clock": paint.yellow(what)
        case "done", "met": paint.green(what)
        default: what
        }
    }

    private func text(_ name: String) -> String { event[name]?.string ?? "" }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
