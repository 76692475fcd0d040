import Broker
import StageProtocol

/// Texts that were let go, and when: one that is to be seldom does not leave twice within its time.
struct SeldomTexts {
    private struct Kind: Hashable {
        let stage: String
        let purpose: String
        let address: String
    }

    private var last: [Kind: [(caseID: Int64, hash: String, at: Timestamp)]] = [:]

    /// - Parameter isFirst: whether it was not let go before, with nobody knowing what came of it.
    mutating func letGo(_ say: SayRow, at moment: Timestamp, isFirst: Bool) throws(Violation) {
        for address in say.proposal.to {
            let kind = Kind(stage: say.by, purpose: say.proposal.purpose, address: address)
            if isFirst, let span = say.proposal.seldom_ms,
                let other = last[kind]?.first(where: { $0.at >= moment + .milliseconds(-span) && $0.hash != say.hash })
            {
                throw Violation(
                    rule: "seldom is seldom",
                    detail: "text \(say.id) to \(address) was let go at \(moment), and another at \(other.at)")
            }
            // One that is let go again counts from then, by a clock that may have been set meanwhile.
            last[kind]?.removeAll { $0.hash == say.hash }
            last[kind, default: []].append((say.caseID, say.hash, moment))
        }
    }

    /// Nobody remembers a text that was erased.
    mutating func forget(_ caseID: Int64) {
        for kind in last.keys { last[kind]?.removeAll { $0.caseID == caseID } }
    }
}
