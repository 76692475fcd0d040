import Broker
import StageProtocol

// What operators, colleagues and stages ask of the broker.

extension World {
    func ask(_ arguments: JSON) throws(Violation) {
        if let peer = peers.last { try ask(arguments, by: peer) }
    }

    private func ask(_ arguments: JSON, by peer: Peer) throws(Violation) {
        guard !peer.isFrozen else { return }
        try follow(peer.ask(arguments, at: steady), peer)
    }

    func drain(_ stage: String, undo: Bool) throws(Violation) {
        say("an operator \(undo ? "lets \(stage) go on" : "drains \(stage)")")
        try ask(["what": "drain", "stage": .string(stage), "undo": .bool(undo)])
    }

    func replay() throws(Violation) {
        guard let dead = store.content.messages.dead.all.first else { return }
        say("an operator replays dead letter \(dead)")
        try ask(["what": "dead-replay", "id": .int(dead)])
    }

    /// What is counted, and sections of many cases.
    func question(_ peer: Peer, _ seed: SplitMix64) throws(Violation) {
        var random = seed
        let longest: Int64 = [10, 600, 20_000].randomElement(using: &random) ?? 0
        let from = now + .seconds(-Int64.random(in: 0...longest, using: &random))
        // Mostly what it may read, else it would be refused nearly always.
        let sections = ["understanding", "plan", "care"]
        let granted = sections.filter { plan.stages[peer.stage]?.reads.contains($0) == true }
        let choice = Int.random(in: 0..<4, using: &random) > 0 ? granted : sections
        let section = choice.randomElement(using: &random) ?? "care"
        let ref = store.cases.randomElement(using: &random)?.ref
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: try ask(["what": "sections", "name": .string(section), "since": .string("\(from)")], by: peer)
        case 2:
            guard let ref else { return }
            try ask(["what": "sections", "name": .string(section), "of": .string(ref)], by: peer)
        default: try ask(["what": "counts", "series": "topic", "from": .string("\(from)")], by: peer)
        }
    }

    /// A colleague has looked at a case, maybe before its customer wrote again, and says something.
    func sayWord(_ seed: SplitMix64) throws(Violation) {
        var random = seed
        guard let row = store.cases.randomElement(using: &random) else { return }
        words += 1
        if Int.random(in: 0..<4, using: &random) == 0 {
            say("a person corrects \(row.ref)")
            return try ask(["what": "correct", "ref": .string(row.ref), "correction": ["number": .int(words)]])
        }
        let seen = max(0, row.heard - Int.random(in: 0...1, using: &random))
        say("a colleague who has seen contact \(seen) of \(row.ref) says s\(words)")
        try ask([
            "what": "staff", "ref": .string(row.ref), "person": "rosa", "words": .string("s\(words)"),
            "seen": ["heard": .int(Int64(seen))],
        ])
    }

    func lookAtParked(_ seed: SplitMix64) throws(Violation) {
        var random = seed
        let parked = store.submissions.filter { $0.state == .parked || $0.state == .discarded }
        guard let row = parked.randomElement(using: &random) else { return }
        let isLetIn = Int.random(in: 0..<3, using: &random) > 0
        say("an operator \(isLetIn ? "lets in" : "gives up") \(row.key)")
        try ask([
            "what": isLetIn ? "parked-release" : "parked-discard", "id": .int(row.id), "reason": "an advertisement",
        ])
    }

    func erase(_ address: String) throws(Violation) {
        say("an operator erases \(address)")
        oracle.erasure.wished.insert(address)
        try ask(["what": "customer-erase", "address": .string(address)])
    }
}
