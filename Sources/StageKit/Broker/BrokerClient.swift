import Logging
public import StageProtocol
import ZeroMQ

/// One conversation of a command with the broker: connect, ask or submit, close.
public struct BrokerClient: Sendable {
    /// What the broker says of itself.
    public let welcome: Welcome
    /// Files and raw mails, by the hash of their bytes.
    public let blobs: Blobs
    private let link: Link
    private let requests: Requests

    /// Connects to a stage's socket or to the control socket.
    /// - Parameters:
    ///   - stage: the stage's name; `casewire` on the control socket.
    ///   - keys: what opens the socket, where it is a locked one.
    ///   - timeout: how long to wait for the broker.
    /// - Throws: ``BrokerUnreachable`` where nobody answers, ``BrokerRefusal`` where the broker will not have it, and
    ///   ``BrokerKeysError`` where the socket is on the network and there are no keys.
    public init(
        endpoint: String, keys: BrokerKeys? = nil, stage: String = "casewire", software: String? = nil,
        within timeout: Duration = .seconds(5)
    ) async throws {
        try BrokerKeys.check(keys, for: endpoint)
        let hello = Hello(stage: stage, instance: "command-\(randomName())", software: software)
        let terms = Session.Terms(
            hello: hello, window: 0, patience: timeout, grace: .seconds(1), greetEvery: .milliseconds(250))
        let link = try Link(
            endpoint: endpoint, keys: keys, terms: terms, context: Context(maximumSockets: 8), logger: .silent)
        welcome = try await Self.welcome(link, endpoint)
        self.link = link
        requests = Requests(broker: link, limits: welcome.limits)
        blobs = Blobs(requests)
    }

    private static func welcome(_ link: Link, _ endpoint: String) async throws -> Welcome {
        var obstacle: HandshakeFailure?
        for await news in link.news {
            switch news {
            case .welcomed(let welcome): return welcome
            case .kept(let reason): obstacle = reason
            case .closed(.refused(let refused)): throw BrokerRefusal(code: refused.code, message: refused.message)
            case .broken(let error): throw error
            case .closed, .work, .leave: continue
            }
        }
        if let obstacle { throw BrokerUnreachable(message: "the broker at \(endpoint) cannot be reached: \(obstacle)") }
        throw BrokerUnreachable(
            message:
                "no broker answers at \(endpoint). Start the pipeline with \"casewire up\"; if it runs, its log tells what it waits for"
        )
    }

    /// Asks the broker a question, on the control socket.
    /// - Returns: the answer, whose shape `docs/protocol.md` gives for each question.
    /// - Throws: ``BrokerUnreachable`` when the time is up, ``BrokerRefusal`` where the broker cannot answer.
    public func ask(
        _ what: String, _ arguments: JSON = .object([:]), within timeout: Duration = .seconds(10)
    ) async throws -> JSON {
        try await requests.ask(what, arguments, within: timeout)
    }

    /// Submits something from outside. When this returns ``Submitted/accepted(_:)``, it is on disk.
    /// - Throws: ``BrokerUnreachable`` when the time is up, ``BrokerRefusal`` where the broker will not have it.
    public func submit(_ draft: SubmissionDraft, within timeout: Duration = .seconds(30)) async throws -> Submitted {
        try await requests.submit(draft, within: timeout)
    }

    /// Says goodbye, and returns when that has left.
    public func close() async {
        link.post(.drain)
        await link.wait()
    }
}
