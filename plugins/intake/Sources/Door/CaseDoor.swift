import Casework
import Crypto
import Hummingbird
import StageKit

/// `/c/{token}`: a customer's own page about a case. Looking changes nothing, whoever looks: mail scanners do, too.
struct CaseDoor: Sendable {
    let site: Site
    let bodies: BodyReader
    let desk: any FrontDesk
    let intake: ContactIntake
    let key: SymmetricKey
    /// Slows down what is sent by one link, from wherever.
    let limit = TokenBuckets(.init(burst: 12, perSecond: 0.05))

    func add(to router: Router<DoorContext>) {
        router.get("c/:token") { request, context in
            let visit = try await open(request, context)
            let done = request.uri.queryParameters["done"].flatMap { CaseView.Done(rawValue: String($0)) }
            return Response.page(page(visit, done: done))
        }
        router.post("c/:token/word") { request, context in try await word(request, context) }
        router.post("c/:token/solved") { request, context in try await solved(request, context) }
        router.post("c/:token/unsolved") { request, context in try await unsolved(request, context) }
        router.post("c/:token/end") { request, context in try await end(request, context) }
        router.get("thanks/ended") { request, _ in
            Response.page(NoticePage(site: site, texts: site.texts(for: request)).ended)
        }
    }

    /// Somebody with a link that opens.
    struct Visit: Sendable {
        var link: CaseLink
        /// The page's path.
        var path: String
        var told: Told
        var texts: PageTexts
        /// Signs the forms of this page, and of no other.
        var tokens: FormTokens
        /// What was sent; empty for a look.
        var fields = FormFields()
    }

    // MARK: What can be done there

    private func word(_ request: Request, _ context: DoorContext) async throws -> Response {
        let (link, path) = try self.link(context)
        let fields = try await fields(request, atMost: bodies.limit)
        let draft = ContactDraft(text: fields["text"], files: fields.files)
        let visit: Visit
        do {
            visit = try await open(request, context, fields)
        } catch let refusal as Refusal where refusal.kind == .busy {
            // The broker is away; what was written is not.
            let texts = site.texts(code: fields["lang"]) ?? site.texts(for: request)
            let view = KeptWords(path: path, token: FormTokens(key: key, place: link.place).make(), draft: draft)
            return .page(
                view.html(site: site, texts: texts), status: .serviceUnavailable, retryAfter: refusal.retryAfter)
        }
        var view = CaseView(draft: draft)
        view.problems = ContactCheck(settings: site.settings).wordProblems(draft)
        guard case .good(let name) = visit.tokens.check(fields["token"]) else {
            view.notice = .caseWordStale
            return .page(page(visit, view), status: .badRequest)
        }
        guard view.problems.isEmpty else { return .page(page(visit, view), status: .unprocessableContent) }
        try slowDown(link)
        let id = "page:\(name):\(draft.fingerprint.prefix(32))"
        let answer = try await intake.hear(
            draft, on: visit.told, settled: nil, language: visit.texts.code, id: id)
        return self.answer(answer, visit, done: .word, retrying: view)
    }

    private func unsolved(_ request: Request, _ context: DoorContext) async throws -> Response {
        let visit = try await open(request, context, fields(request))
        guard case .good(let name) = visit.tokens.check(visit.fields["token"]) else { return stale(visit) }
        try slowDown(visit.link)
        let draft = ContactDraft(text: visit.texts[.caseUnsolvedWords])
        let answer = try await intake.hear(
            draft, on: visit.told, settled: false, language: visit.texts.code, id: "unsolved:\(name)")
        return self.answer(answer, visit, done: .unsolved)
    }

    private func solved(_ request: Request, _ context: DoorContext) async throws -> Response {
        let visit = try await open(request, context, fields(request))
        guard case .good(let name) = visit.tokens.check(visit.fields["token"]) else { return stale(visit) }
        try slowDown(visit.link)
        return answer(try await intake.settle(visit.told, id: "settled:\(name)"), visit, done: .solved)
    }

    private func end(_ request: Request, _ context: DoorContext) async throws -> Response {
        let visit = try await open(request, context, fields(request))
        guard case .good(let name) = visit.tokens.check(visit.fields["token"]) else { return stale(visit) }
        switch try await intake.endLinks(visit.told, id: "end:\(name)") {
        case .taken: return .seeOther("/thanks/ended?lang=\(visit.texts.code)")
        case .later(let seconds): throw Refusal(.busy, retryAfter: seconds)
        }
    }

    // MARK: The way in and out

    private func link(_ context: DoorContext) throws -> (CaseLink, path: String) {
        guard let token = context.parameters.get("token"), token.utf8.count < 200,
            let link = CaseLink(token: token, key: key)
        else { throw Refusal(.badLink) }
        return (link, "/c/\(link.token(key: key))")
    }

    private func open(
        _ request: Request, _ context: DoorContext, _ fields: FormFields = FormFields()
    ) async throws -> Visit {
        let (link, path) = try self.link(context)
        guard let told = try await told(link) else { throw Refusal(.badLink) }
        guard link.isGood(for: told, days: site.settings.linkDays) else { throw Refusal(.agedLink) }
        return Visit(
            link: link, path: path, told: told, texts: site.texts(code: fields["lang"]) ?? site.texts(for: request),
            tokens: FormTokens(key: key, place: link.place), fields: fields)
    }

    private func told(_ link: CaseLink) async throws -> Told? {
        do {
            return try await desk.told(link.ref, to: link.who)
        } catch is BrokerUnreachable {
            throw Refusal(.busy, retryAfter: 10)
        }
    }

    /// What was filled in; a form of one button brings next to nothing.
    private func fields(_ request: Request, atMost: Int = 16 << 10) async throws -> FormFields {
        try await bodies.read(request, atMost: atMost) { bytes in
            try FormFields(bytes, contentType: request.headers[.contentType])
        }
    }

    private func slowDown(_ link: CaseLink) throws {
        guard let wait = limit.take(link.place, at: .now) else { return }
        throw Refusal(.tooMany, retryAfter: Int(wait.components.seconds) + 1)
    }

    private func answer(
        _ answer: ContactIntake.Answer, _ visit: Visit, done: CaseView.Done, retrying view: CaseView = CaseView()
    ) -> Response {
        switch answer {
        case .taken(let accepted):
            // What was settled long ago goes on in a new case, which has a page of its own.
            if let ref = accepted.ref, ref != visit.told.ref {
                return .seeOther("/thanks?ref=\(ref)&lang=\(visit.texts.code)")
            }
            return .seeOther("\(visit.path)?lang=\(visit.texts.code)&done=\(done.rawValue)")
        case .later(let seconds):
            var view = view
            view.notice = .caseWordLater
            return .page(page(visit, view), status: .serviceUnavailable, retryAfter: seconds)
        }
    }

    private func stale(_ visit: Visit) -> Response {
        .page(page(visit, CaseView(notice: .caseWordStale)), status: .badRequest)
    }

    private func page(_ visit: Visit, _ view: CaseView = CaseView(), done: CaseView.Done? = nil) -> HTML {
        var view = view
        view.done = done
        return CasePage(
            site: site, texts: visit.texts, told: visit.told, path: visit.path, token: visit.tokens.make()
        ).html(view)
    }
}

extension CaseLink {
    /// Whose page of which case.
    var place: String { "\(ref).\(who)" }
}
