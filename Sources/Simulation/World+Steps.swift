import Broker
import DequeModule
import StageKit
import StageProtocol

extension World {
    /// Takes one step.
    func take(_ step: Step) throws(Violation) {
        tally.steps += 1
        switch step {
        case .write(let customer, let writing, let salt): write(customer, writing, SplitMix64(seed: salt))
        case .submit(let peer): submit(peers[peer])
        case .beat(let salt):
            say("the broker beats")
            try beat(salt)
        case .listen(let peer): try listen(peers[peer])
        case .work(let place, let conduct, let salt):
            // Trouble is for somebody who has something to do.
            let busy = (peers[place...] + peers[..<place]).first { conduct != .honest && !$0.desk.isEmpty }
            try work(busy ?? peers[place], conduct, SplitMix64(seed: salt))
        case .round(let salt): try round(SplitMix64(seed: salt))
        case .tick(let peer): try on(.tick, peers[peer])
        case .pass(let span): try pass(.milliseconds(span))
        case .freeze(let peer):
            say("\(peers[peer].instance) stops moving")
            peers[peer].isFrozen = true
        case .thaw(let peer): if peers[peer].isFrozen { thaw(peers[peer]) }
        case .cut(let peer):
            say("the connection of \(peers[peer].instance) breaks")
            (peers[peer].toBroker, peers[peer].toPeer) = ([], [])
        case .kill(let peer):
            say("\(peers[peer].instance) is killed and started again")
            peers[peer].start(at: steady)
        case .double(let peer): if let last = peers[peer].toBroker.last { peers[peer].toBroker.append(last) }
        case .spoil(let peer, let salt): spoil(peers[peer], SplitMix64(seed: salt))
        case .restart(let configuration): restart(configuration)
        case .fail(let fault):
            say("the store will fail: \(fault)")
            store.fault = fault
        case .makeRoom: store.fault = nil
        case .setClock(let seconds):
            say("the clock is set by \(seconds) s")
            now = now + .seconds(seconds)
            if abs(seconds) > 60 { jump += .seconds(seconds) }
        case .ask: try ask(["what": "status"])
        case .question(let peer, let salt): try question(peers[peer], SplitMix64(seed: salt))
        case .word(let salt): try sayWord(SplitMix64(seed: salt))
        case .parked(let salt): try lookAtParked(SplitMix64(seed: salt))
        case .erase(let customer): try erase("c\(customer)@example.com")
        case .replay: try replay()
        case .reload(let configuration): pending = configuration
        case .drain(let stage, let undo): try drain(Plan.simulatedStages[stage], undo: undo)
        }
    }

    /// Lets something happen to a process, and does what follows for the world.
    func on(_ event: Session.Event, _ peer: Peer) throws(Violation) {
        guard !peer.isFrozen else { return }
        try follow(peer.handle(event, at: steady), peer)
    }

    func follow(_ results: [Peer.Result], _ peer: Peer) throws(Violation) {
        for result in results {
            switch result {
            case .letter(let key, let answer): try submitted(key, answer)
            case .question: break
            case .stopped(let job, let stop): try stopped(job, stop, peer)
            }
        }
    }

    private func listen(_ peer: Peer) throws(Violation) {
        guard !peer.isFrozen else { return }
        while let frames = peer.toPeer.popFirst() {
            let message: BrokerMessage
            do {
                message = try BrokerMessage(frames: frames)
            } catch {
                throw Violation(rule: "readable", detail: "the broker said what cannot be read: \(error)")
            }
            try on(.heard(message), peer)
        }
    }

    private func round(_ seed: SplitMix64) throws(Violation) {
        var random = seed
        for peer in peers.shuffled(using: &random) where Int.random(in: 0..<4, using: &random) > 0 {
            try listen(peer)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                try work(peer, .honest, SplitMix64(seed: random.next()))
            }
        }
    }

    /// Time passes. Signs of life go on between those that move, unless there is more to be said first.
    private func pass(_ span: Duration) throws(Violation) {
        say("\(span) pass")
        steady += span
        now = now + span
        for peer in peers where !peer.isFrozen && peer.session.state == .open {
            _ = presence.heard(peer.id, .success(.ping(Ping())), at: steady)
            try on(.heard(.pong(Pong())), peer)
        }
        for peer in peers { try on(.tick, peer) }
    }

    private func thaw(_ peer: Peer) {
        say("\(peer.instance) moves again")
        peer.isFrozen = false
    }

    private func restart(_ configuration: Int) {
        say("the broker is killed and started again, configuration \(configuration)")
        plan = .simulated(configuration)
        pending = nil
        heart = Heart(plan: plan, store: store, seeds: SplitMix64(seed: UInt64(tally.steps)))
        presence = Presence(heartbeat: plan.heartbeat)
        for peer in peers { (peer.toBroker, peer.toPeer) = ([], []) }
        jump = .zero
        recover()
    }

    /// Bytes change on their way.
    private func spoil(_ peer: Peer, _ seed: SplitMix64) {
        var random = seed
        // One that has lost a frame already is left as it is.
        guard let last = peer.toBroker.last, last.count >= 3, var frames = peer.toBroker.popLast() else { return }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: frames.removeLast()
        case 1: frames[0] = []
        case 2: frames[2] = Array("{\"delivery\":\"".utf8)
        default:
            let frame = Int.random(in: 0..<3, using: &random)
            if !frames[frame].isEmpty {
                frames[frame][Int.random(in: frames[frame].indices, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
        }
        // What can still be read is another message, and an unknown command one of a later version: nobody has said either.
        do {
            _ = try StageMessage(frames: frames)
        } catch  where error.code != "unknown-command" {
            say("a message of \(peer.instance) is spoilt")
            peer.toBroker.append(frames)
        } catch {}
    }
}
