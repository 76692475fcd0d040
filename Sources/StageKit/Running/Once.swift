import FoundationEssentials
import Logging
import StageProtocol
import Synchronization

/// Works one delivery without a broker: JSON in, JSON out.
struct Once<S: Stage>: Sendable {
    let input: [UInt8]

    /// - Returns: the exit code.
    func run(write: (JSON) -> Void) async -> Int32 {
        let logger = Logger(label: S.name) { _ in JSONLines(level: .info) }
        let input: OnceInput
        do {
            input = try OnceInput(bytes: self.input)
        } catch {
            logger.critical("standard input is no delivery: \(explain(error))")
            return ExitCode.data
        }
        let welcome = Welcome(
            pipeline: input.pipeline ?? "once", settings: input.settings ?? .object([:]), standards: input.standards,
            people: input.people, heartbeat_ms: 5000, limits: .default)
        let broker = LocalBroker(blobs: (input.blobs ?? []).map(\.asBody))
        let context = StageContext(welcome, stage: S.name, instance: "once", logger: logger, broker: broker)
        let stage: S
        do {
            stage = try await S(settings: welcome.settings.decode(), context: context)
        } catch {
            logger.critical(
                """
                could not start: \(explain(error)). Settings are those of the input; "casewire drive" fills in what stage.yaml \
                has by default
                """)
            return error is DecodingError ? ExitCode.config : ExitCode.software
        }
        let received = Received(input.delivery, bodies: input.frames, logger: logger, broker: broker)
        let answer = await answer(stage, received, welcome.limits).message
        switch answer {
        case .done(let outcome, let bodies):
            write(["done": inlined((try? JSON(encoding: outcome)) ?? .null, bodies)])
            return ExitCode.drained
        case .fail(let failure):
            write(["fail": (try? JSON(encoding: failure)) ?? .null])
            return ExitCode.failed
        default: return ExitCode.software
        }
    }
}

/// A delivery as a person writes it, with what it may bring along.
struct OnceInput: Decodable {
    var delivery: Delivery
    var bodies: [JSON]?
    var settings: JSON?
    var standards: JSON?
    var people: JSON?
    var pipeline: String?
    var blobs: [JSON]?

    var frames: [Frame] { (bodies ?? []).map(\.asBody) }

    init(bytes: [UInt8]) throws {
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        self = try JSON(bytes: bytes).completingDelivery(number: 1, now: now).decode()
    }
}

/// An outcome with its bodies in the places of their indexes.
func inlined(_ outcome: JSON, _ bodies: [Frame]) -> JSON {
    switch outcome {
    case .array(let elements): return .array(elements.map { inlined($0, bodies) })
    case .object(let members):
        return .object(
            Dictionary(
                uniqueKeysWithValues: members.map { name, value in
                    guard ["body", "final", "entry"].contains(name), let index = value.int,
                        bodies.indices.contains(Int(index))
                    else { return (name, ["details", "findings"].contains(name) ? value : inlined(value, bodies)) }
                    return (name, JSON(body: bodies[Int(index)]))
                }))
    default: return outcome
    }
}

extension JSON {
    /// A body for reading: JSON where it is an object or a list, else a text, else `{"base64": …}`.
    init(body: Frame) {
        if let value = try? JSON(bytes: body), value.string == nil {
            self = value
        } else if let text = String(validating: body, as: UTF8.self) {
            self = .string(text)
        } else {
            self = ["base64": .string(Data(body).base64EncodedString())]
        }
    }

    /// A body as it is written by hand: a text stands for its UTF-8, `{"base64": …}` for its bytes, all else for itself.
    var asBody: Frame {
        if let text = string { return Array(text.utf8) }
        if case .object(let members) = self, members.count == 1, let text = members["base64"]?.string,
            let data = Data(base64Encoded: text)
        {
            return Array(data)
        }
        return bytes
    }
}

/// Says yes to everything, and keeps blobs in memory.
private final class LocalBroker: BrokerPort {
    private let blobs: Mutex<[String: Frame]>

    init(blobs: [Frame]) {
        self.blobs = Mutex(Dictionary(blobs.map { (Blobs.hash(of: $0), $0) }, uniquingKeysWith: { $1 }))
    }

    func tell(_ message: StageMessage) {}

    func ask(_ request: StageMessage, within timeout: Duration?) async throws -> BrokerMessage {
        switch request {
        case .begin(let begin): return .go(Go(delivery: begin.delivery, say: begin.say, in_doubt: false))
        case .submit(let submission, _):
            return .accepted(Accepted(id: submission.id, submission: 1, state: .received))
        case .put(let put, let chunk): return try store(put, chunk)
        case .get(let get):
            guard let bytes = blobs.withLock({ $0[get.hash] }), get.offset <= bytes.count else {
                throw BrokerRefusal(code: "no-blob", message: "no blob \(get.hash); list it under \"blobs\"")
            }
            return .blob(
                Blob(hash: get.hash, size: bytes.count, offset: get.offset), chunk: Array(bytes[get.offset...]))
        case .ask(let ask):
            let reply = ask.replyOfNothing
            if case .refused(let refused) = reply { throw BrokerRefusal(code: refused.code, message: refused.message) }
            return reply
        default: throw BrokerUnreachable(message: "there is no broker with --once")
        }
    }

    private func store(_ put: Put, _ chunk: Frame) throws -> BrokerMessage {
        let next = blobs.withLock { blobs in
            if blobs[put.hash, default: []].count == put.offset { blobs[put.hash, default: []] += chunk }
            return blobs[put.hash, default: []].count
        }
        return .stored(Stored(hash: put.hash, next: next))
    }
}
