import Broker
import StageKit
import StageProtocol

// Those who write, and the handlers that work at it.

extension World {
    /// Somebody writes; what they wrote waits in the spool until the broker has accepted it.
    func write(_ customer: Int, _ writing: Step.Writing, _ seed: SplitMix64) {
        var random = seed
        let number = letters.count + 1
        var words = "w\(number)"
        var role = Admit.Role.customer
        var match: [Match] = []
        let address = "c\(customer)@example.com"
        let earlier = letters.values.filter { $0.customer == customer }.sorted { $0.key < $1.key }
            .randomElement(using: &random)
        switch writing {
        case .new, .odd: break
        case .followUp: if let earlier { match = [Match(key: "mid:" + earlier.words, participant: address)] }
        case .again: if let earlier { words = earlier.words }
        case .reply:
            if let mail = outside.received[address]?.randomElement(using: &random) {
                match = [Match(key: "mid:" + mail)]
            }
        case .vote, .note:
            role = writing == .vote ? .feedback : .staff
            if let earlier { match = [Match(key: "mid:" + earlier.words)] }
        }
        let letter = Letter(
            key: "l\(number)", customer: customer, words: words, role: role, match: match,
            isRaw: Bool.random(using: &random) || writing == .odd, isOdd: writing == .odd)
        letters[letter.key] = letter
        spool.append(letter.key)
        say("\(address) writes \(words), \(writing)")
    }

    func submit(_ peer: Peer) {
        guard peer.stage == "intake", !peer.isFrozen,
            let key = spool.first(where: { !peer.submitting.values.contains($0) && later[$0] ?? steady <= steady }),
            let letter = letters[key]
        else { return }
        let ticket = peer.ticket()
        peer.submitting[ticket] = key
        _ = peer.handle(.request(ticket, letter.submission, timeout: .seconds(10)), at: steady)
    }

    func submitted(_ key: String, _ answer: Session.Answer) throws(Violation) {
        switch answer {
        case .message(.accepted):
            spool.removeAll { $0 == key }
            tally.accepted += 1
        case .message(.later(let wait)): later[key] = steady + .milliseconds(wait.after_ms)
        case .refused(let refused):
            throw Violation(rule: "nothing refused", detail: "\(key) was refused: \(refused.code) \(refused.message)")
        default: break
        }
    }

    /// A handler does the next part of its work.
    func work(_ peer: Peer, _ conduct: Step.Conduct, _ random: SplitMix64) throws(Violation) {
        guard !peer.isFrozen else { return }
        if conduct == .wakeUp {
            guard !peer.hung.isEmpty else { return }
            return try work(peer, peer.hung.removeFirst(), random)
        }
        guard !peer.desk.isEmpty else { return }
        let job = peer.desk.removeFirst()
        let lease = job.delivery.lease
        if conduct != .honest { say("\(peer.instance) with \(lease.delivery): \(conduct)") }
        switch conduct {
        case .honest, .wakeUp: try work(peer, job, random)
        case .fail, .giveUp:
            let kind: Failure.Kind = conduct == .fail ? .retry : .permanent
            try finish(.fail(Failure(lease, kind: kind, code: "trouble", message: "as asked for")), peer)
        case .overreach:
            var outcome = Outcome(lease)
            outcome.set = [SetSection(name: "forbidden", schema: "forbidden/1", base: 0, body: 0)]
            try finish(.done(outcome, bodies: [Array("{}".utf8)]), peer)
        case .hang: peer.hung.append(job)
        case .shirk:
            guard peer.stage == "voice" else { return try work(peer, job, random) }
            try done(Outcome(lease), [], job.delivery, peer)
        case .extend:
            peer.desk.append(job)
            try on(.tell(.extend(Extension(lease, seconds: 20))), peer)
        }
    }

    private func work(_ peer: Peer, _ given: Peer.Job, _ random: SplitMix64) throws(Violation) {
        var job = given
        if let go = job.go {
            guard job.hasLeft else {
                leave(go, job)
                job.hasLeft = true
                return peer.desk.append(job)
            }
            var outcome = Outcome(job.delivery.lease)
            outcome.results = [SayResult(say: go.say, sent: true, detail: "250")]
            return try done(outcome, [], job.delivery, peer)
        }
        var handler = Handler(stage: peer.stage, letters: letters, isWindingUp: isWindingUp, random: random)
        switch handler.handle(job.delivery, job.bodies) {
        case .done(let outcome, let bodies): try done(outcome, bodies, job.delivery, peer)
        case .fail(let kind):
            try finish(.fail(Failure(job.delivery.lease, kind: kind, code: "trouble", message: "honestly")), peer)
        case .begin(let say):
            let results = peer.begin(job, say: say, at: steady)
            for case .stopped(let job, let stop) in results { try stopped(job, stop, peer) }
        }
    }

    /// A text leaves for good.
    private func leave(_ go: Go, _ job: Peer.Job) {
        guard let head = job.delivery.say, let final = head.final, let id = head.message_id else { return }
        say("text \(go.say) leaves as \(id)")
        tally.sent += 1
        outside.take(
            .init(say: go.say, messageID: id, mail: job.bodies[final], wasInDoubt: go.in_doubt),
            to: head.proposal.to.first ?? "")
    }

    /// The broker does not let a text go, or nobody knows.
    func stopped(_ job: Peer.Job, _ stop: Stop?, _ peer: Peer) throws(Violation) {
        if let stop, stop.code != "held" {
            try done(Outcome(job.delivery.lease), [], job.delivery, peer)
        } else {
            let failure = Failure(job.delivery.lease, kind: .retry, code: "held", message: "no leave")
            try finish(.fail(failure), peer)
        }
    }

    private func done(
        _ outcome: Outcome, _ bodies: [Frame], _ delivery: Delivery, _ peer: Peer
    ) throws(Violation) {
        oracle.note(outcome, bodies, of: delivery)
        try finish(.done(outcome, bodies: bodies), peer)
    }

    private func finish(_ message: StageMessage, _ peer: Peer) throws(Violation) { try on(.finished(message), peer) }
}
