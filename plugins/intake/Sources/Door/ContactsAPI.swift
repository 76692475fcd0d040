import FoundationEssentials
import Hummingbird
import StageKit

/// `POST /api/contacts` and `POST /api/feedback`: the forms for programs.
struct ContactsAPI: Sendable {
    let settings: IntakeSettings
    let bodies: BodyReader
    let intake: ContactIntake
    private let keys = IdempotencyKeys()

    init(settings: IntakeSettings, bodies: BodyReader, intake: ContactIntake) {
        self.settings = settings
        self.bodies = bodies
        self.intake = intake
    }

    func add(to router: Router<DoorContext>) {
        router.post("api/contacts") { request, _ in try await post(request, channel: "api") }
        router.post("api/feedback") { request, _ in try await post(request, channel: FormKind.feedback.channel) }
        router.get("api/openapi.json") { _, _ in
            Response.json(OpenAPI(settings: settings).document)
        }
    }

    private func post(_ request: Request, channel: String) async throws -> Response {
        // Browsers cannot send this type from another site's page without asking first.
        guard HeaderValue(request.headers[.contentType] ?? "").value == "application/json" else {
            throw Refusal(.mediaType)
        }
        let key = request.headers[.idempotencyKey]
        if let key, !(1...200).contains(key.utf8.count) {
            return problems([.init(field: "Idempotency-Key", message: "has 1 to 200 characters")])
        }
        return try await bodies.read(request) { bytes in
            // The same body is one thing as a contact and another as feedback.
            let content = Blobs.hash(of: channel == "api" ? bytes : Array("\(channel)\n".utf8) + bytes)
            if let key, keys.isTaken(key, by: content) {
                return .json(
                    [
                        "code": "idempotency-key-reused",
                        "message": "The same Idempotency-Key came with another body before. Take a new key.",
                    ], status: .unprocessableContent)
            }
            var reading = ContactJSON(bytes, settings: settings)
            let draft = reading.draft()
            guard reading.problems.isEmpty else { return problems(reading.problems) }
            return try await submit(
                draft, channel: channel, key: key, content: content, traceparent: request.headers[.traceparent])
        }
    }

    /// The submission's name holds the content, too: if this process forgets a key, another body under it is another
    /// contact, and not an answer about somebody else's.
    private func submit(
        _ draft: ContactDraft, channel: String, key: String?, content: String, traceparent: String?
    ) async throws -> Response {
        let name = key ?? String(UInt64.random(in: .min ... .max), radix: 36)
        let id = "\(channel):\(name):\(content.prefix(32))"
        switch try await intake.take(draft, channel: channel, id: id, traceparent: traceparent) {
        case .taken(let accepted):
            if let key { keys.keep(key, for: content) }
            return .json(
                [
                    "ref": accepted.ref.map(JSON.string) ?? .null, "state": .string(accepted.state.rawValue),
                    "submission": .int(accepted.submission),
                ], status: .created)
        case .later(let seconds):
            let refusal = Refusal(.busy)
            return .json(
                ["code": .string(refusal.code), "message": .string(refusal.message)], status: refusal.status,
                retryAfter: seconds)
        }
    }

    private func problems(_ list: [ContactJSON.Problem]) -> Response {
        .json(
            [
                "code": "invalid", "message": "The contact cannot be taken as it is; see problems.",
                "problems": .array(list.map { ["field": .string($0.field), "message": .string($0.message)] }),
            ], status: .badRequest)
    }
}
