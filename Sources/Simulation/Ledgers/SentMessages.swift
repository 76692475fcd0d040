import Broker
import StageProtocol

/// What outcomes that took effect have sent on, and colleagues have said: each is handed out in the end, once to a stage, and
/// about the case that it was said of.
struct SentMessages {
    private struct Sent {
        /// The message whose outcome sent it; nil for what a colleague said.
        let by: Int64?
        /// The reference of the case that it is about.
        let about: String
    }

    private var sent: [String: Sent] = [:]
    /// As which message each was handed out to each stage.
    private var handedOut: [String: [String: Int64]] = [:]

    /// - Parameter ref: the case whose message it was that the outcome is of.
    mutating func add(_ outcome: Outcome, _ bodies: [Frame], about ref: String, by id: Int64, _ store: MemoryStore) {
        for emission in outcome.emit ?? [] {
            let about = emission.case ?? ref
            // About a case that is not there, nobody is told anything.
            guard let body = emission.body, store.content.cases.find(about) != nil else { continue }
            sent[text(bodies[body])] = Sent(by: id, about: about)
        }
    }

    mutating func add(word: String, about ref: String) { sent[word] = Sent(by: nil, about: ref) }

    mutating func handedOut(_ data: String, _ row: MessageRow, about ref: String?) throws(Violation) {
        guard let sent = sent[data] else { return }
        guard sent.about == ref else {
            throw Violation(
                rule: "about its case", detail: "\(data) is of \(sent.about) and was told of \(ref ?? "none")")
        }
        let earlier = handedOut[data, default: [:]].updateValue(row.id, forKey: row.stage)
        guard let earlier, earlier != row.id, sent.by != nil else { return }
        throw Violation(rule: "nothing doubled", detail: "\(data) went to \(row.stage) as \(earlier) and \(row.id)")
    }

    mutating func forgetErased(_ store: MemoryStore) {
        sent = sent.filter { store.content.cases.find($0.value.about) != nil }
    }

    /// What must be so when everything has come to rest.
    func rest() throws(Violation) {
        guard let lost = sent.keys.filter({ handedOut[$0] == nil }).min(), let one = sent[lost] else { return }
        throw Violation(
            rule: "nothing lost",
            detail: "\(lost), sent by \(one.by.map { "\($0)" } ?? "a colleague"), was never handed out")
    }
}
