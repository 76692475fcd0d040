package import StageProtocol

/// Who handed what to whom in a case, and how long it took: its deliveries as spans of one trace, from the broker's journal.
package struct CaseTrace: Sendable {
    /// One delivery: a message that waited, and a stage that worked on it.
    package struct Span: Sendable, Hashable {
        /// How a delivery ended, or that it has not.
        package enum State: String, Sendable {
            case done, failed, dead, working
            case putBack = "put-back"
        }

        /// 16 hex digits.
        package var id: String
        /// The span that made the message, or the case's.
        package var parent: String
        package var stage: String
        package var type: String
        package var instance: String?
        package var message: Int64
        package var attempt: Int
        /// When the message could have been worked, when a stage began, and when that was over.
        package var ready: Timestamp
        package var begun: Timestamp
        package var ended: Timestamp
        package var state: State
        /// What was the matter, where it failed.
        package var code: String?

        package var wait: Duration { begun - ready }
        package var work: Duration { ended - begun }
    }

    package let ref: String
    /// 32 hex digits.
    package let trace: String
    /// The span that the whole case is.
    package let root: String
    /// The span of another program under which the case was opened, where that told its trace.
    package let parent: String?
    /// From where in other traces the case was gone on with.
    package let links: [TraceContext]
    package let opened: Timestamp
    /// By when their message was ready.
    package private(set) var spans: [Span] = []

    /// - Parameters:
    ///   - story: the broker's answer to `case`.
    ///   - now: up to when what is being worked has been worked.
    package init(story: JSON, now: Timestamp) {
        let trace = story["trace"]?.string ?? ""
        self.trace = trace
        ref = story["ref"]?.string ?? ""
        root = TraceContext.root(trace: trace, of: ref)
        opened = story["opened"]?.moment ?? now
        let journal = story["journal"]?.array ?? []
        let callers = journal.compactMap { step in
            step["detail"]?["traceparent"]?.string.flatMap { TraceContext(traceparent: $0) }
        }
        parent = callers.first { $0.trace == trace }?.span
        links = callers.filter { $0.trace != trace }
        let makers = Self.makers(journal)
        for step in journal { add(step, makers) }
        for work in story["work"]?.array ?? [] { add(work: work, now: now, makers) }
        spans.sort { ($0.ready, $0.begun, $0.message) < ($1.ready, $1.begun, $1.message) }
    }

    /// By message, the span whose outcome made it.
    private static func makers(_ journal: [JSON]) -> [Int64: String] {
        var makers: [Int64: String] = [:]
        for step in journal {
            guard let span = step["detail"]?["epoch"]?.string.flatMap(TraceContext.span) else { continue }
            for message in step["detail"]?["posted"]?.array ?? [] { if let id = message.int { makers[id] = span } }
        }
        return makers
    }

    private mutating func add(_ step: JSON, _ makers: [Int64: String]) {
        guard let state = step["what"]?.string.flatMap(Span.State.init(rawValue:)), let detail = step["detail"],
            let id = detail["epoch"]?.string.flatMap(TraceContext.span), let message = step["message"]?.int,
            let ended = step["at"]?.moment
        else { return }
        let begun = ended - .milliseconds(detail["work_ms"]?.int ?? 0)
        let ready = begun - .milliseconds(detail["wait_ms"]?.int ?? 0)
        append(
            Span(
                id: id, parent: makers[message] ?? root, stage: detail["stage"]?.string ?? "",
                type: detail["type"]?.string ?? "", instance: detail["instance"]?.string, message: message, attempt: 1,
                ready: ready, begun: begun, ended: ended, state: state, code: detail["code"]?.string))
    }

    private mutating func add(work: JSON, now: Timestamp, _ makers: [Int64: String]) {
        guard let id = work["epoch"]?.string.flatMap(TraceContext.span), let message = work["message"]?.int,
            let ready = work["ready"]?.moment, let begun = work["begun"]?.moment
        else { return }
        append(
            Span(
                id: id, parent: makers[message] ?? root, stage: work["stage"]?.string ?? "",
                type: work["type"]?.string ?? "", instance: work["instance"]?.string, message: message, attempt: 1,
                ready: ready, begun: begun, ended: max(now, begun), state: .working, code: nil))
    }

    /// An attempt waits from the end of the one before.
    private mutating func append(_ span: Span) {
        var span = span
        if let last = spans.last(where: { $0.message == span.message }) {
            span.attempt = last.attempt + 1
            span.ready = min(span.begun, max(span.ready, last.ended))
        }
        spans.append(span)
    }
}

extension JSON {
    /// The moment that a text names.
    fileprivate var moment: Timestamp? { string.flatMap { Timestamp($0) } }
}
