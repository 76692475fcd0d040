import Logging
import ZeroMQ

/// Answers libzmq's question, for each connection to a locked door, whether the owner of a key may come in (ZAP, RFC 27).
///
/// It fails closed: whoever is not on the door's list is refused, and so is every question that is not understood. While
/// nobody answers, nobody comes in. The name it gives to who is let in is their public key.
final class Gatekeeper {
    let socket: Socket
    /// Who may come in; a reload brings another list.
    var keyring: Keyring

    /// Begins to listen; do it before the first door is bound.
    init(_ keyring: Keyring, context: Context) throws {
        self.keyring = keyring
        socket = try Socket(.router, context: context)
        try socket.bind("inproc://zeromq.zap.01")
    }

    /// Answers the questions that wait, not more than some at a time.
    /// - Parameter refused: told of everybody who is not let in.
    func answer(refused: (Refusal) -> Void) throws {
        for _ in 0..<64 {
            guard let question = try socket.receive() else { return }
            let verdict = verdict(on: question)
            if case .refuse(let refusal) = verdict { refused(refusal) }
            // libzmq asks within this process: who has gone meanwhile needs no answer.
            if let answer = Self.answer(verdict, to: question) { _ = try socket.send(answer) }
        }
    }

    /// Somebody who was not let in.
    struct Refusal: Equatable {
        let door: String
        let address: String
        /// What they showed, where it is a public key at all.
        let key: String?
    }

    enum Verdict: Equatable {
        case admit(key: String)
        case refuse(Refusal)
    }

    /// The question's frames: who asks, an empty one, version, request, domain, address, routing id, mechanism, key.
    func verdict(on question: [Frame]) -> Verdict {
        func text(_ index: Int) -> String {
            question.indices.contains(index) ? String(decoding: question[index].prefix(255), as: UTF8.self) : ""
        }
        let isUnderstood = question.count == 9 && text(2) == "1.0" && text(7) == "CURVE"
        let key = isUnderstood ? Curve.text(ofKey: question[8]) : nil
        guard let key, keyring.admits(key, at: text(4)) else {
            return .refuse(Refusal(door: text(4), address: text(5), key: key))
        }
        return .admit(key: key)
    }

    /// The answer's frames; nil where the question does not even say what it is.
    private static func answer(_ verdict: Verdict, to question: [Frame]) -> [Frame]? {
        guard question.count >= 4 else { return nil }
        let parts: [String] =
            switch verdict {
            case .admit(let key): ["200", "welcome", key, ""]
            case .refuse: ["400", "this key does not open this door", "", ""]
            }
        return [question[0], [], Array("1.0".utf8), question[3]] + parts.map { Array($0.utf8) }
    }
}
