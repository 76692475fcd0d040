import Casework
import Crypto
import Hummingbird
import StageKit

/// `GET` and `POST /s/{token}`: the survey. Looking records nothing: mail scanners and previews look, too.
struct SurveyPage: Sendable {
    let site: Site
    let bodies: BodyReader
    let desk: any FrontDesk
    let intake: ContactIntake
    let key: SymmetricKey

    /// What a link asks about.
    struct Question: Sendable, Hashable {
        var ref: String
        /// Whom it asks, as a ``CaseLink`` names them; nil in links that were made before they said so.
        var who: String?
        var name: String
        var scale: ClosedRange<Int>
    }

    func add(to router: Router<DoorContext>) {
        router.get("s/:token") { request, context -> Response in
            let question = try await question(context)
            let score = request.uri.queryParameters["score"].flatMap { Int($0) }.flatMap { score in
                question.scale.contains(score) ? score : nil
            }
            return Response.page(page(request).html(question, at: request.uri.path, score: score))
        }
        router.post("s/:token") { request, context in try await vote(request, try await question(context), context) }
        router.get("thanks/survey") { request, _ in
            Response.page(NoticePage(site: site, texts: site.texts(for: request)).voted)
        }
    }

    private func page(_ request: Request) -> QuestionPage {
        QuestionPage(site: site, texts: site.texts(for: request))
    }

    private func question(_ context: DoorContext) async throws -> Question {
        guard let text = context.parameters.get("token"), text.utf8.count < 200,
            let question = Self.question(text, key: key)
        else { throw Refusal(.badLink) }
        // Of a case that was erased nothing is asked, and nothing kept.
        if let who = question.who {
            do {
                guard try await desk.told(question.ref, to: who) != nil else { throw Refusal(.badLink) }
            } catch is BrokerUnreachable {}
        }
        return question
    }

    /// What a token asks about; nil where this pipeline did not sign it for a survey.
    static func question(_ token: String, key: SymmetricKey) -> Question? {
        guard let token = SignedToken(verifying: token, with: key), token.kind == .vote else { return nil }
        let parts = token.subject.split(separator: ".")
        guard 2...3 ~= parts.count, let ref = Reference.canonical(parts[0]),
            let scale = Vote.scale(of: String(parts[1]))
        else { return nil }
        let who = parts.count == 3 ? String(parts[2]) : nil
        return Question(ref: ref, who: who, name: String(parts[1]), scale: scale)
    }

    private func vote(_ request: Request, _ question: Question, _ context: DoorContext) async throws -> Response {
        let fields = try await bodies.read(request, atMost: 64 << 10) { bytes in
            try FormFields(bytes, contentType: request.headers[.contentType])
        }
        let words = String(fields["words"].prefix(5000))
        guard let score = Int(fields["score"]), question.scale.contains(score) else {
            return .page(
                page(request).html(
                    question, at: request.uri.path, score: nil, words: words, mayQuote: fields["quote"] == "yes",
                    notice: .surveyChoose),
                status: .unprocessableContent)
        }
        let isBlank = words.allSatisfy(\.isWhitespace)
        // When it was given, the survey stage knows by the broker's clock.
        let mayQuote = !isBlank && fields["quote"] == "yes"
        let vote = Vote(
            question: question.name, score: score, words: isBlank ? nil : words, quote: mayQuote ? true : nil)
        let content =
            "\(context.parameters.get("token") ?? "")\n\(score)\n\(words)" + (mayQuote ? "\nquote" : "")
        let id = "vote:\(Blobs.hash(of: Array(content.utf8)))"
        switch try await intake.take(vote, on: question.ref, id: id) {
        case .taken(let accepted) where accepted.ref == nil: throw Refusal(.badLink)
        case .taken: return .seeOther("/thanks/survey?lang=\(site.texts(for: request).code)")
        case .later(let seconds):
            return .page(
                page(request).html(
                    question, at: request.uri.path, score: score, words: words, mayQuote: mayQuote,
                    notice: .surveyLater),
                status: .serviceUnavailable, retryAfter: seconds)
        }
    }
}
