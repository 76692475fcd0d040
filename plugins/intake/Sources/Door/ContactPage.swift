import Casework
import Hummingbird
import StageKit

/// `GET /` and `POST /contact`, or `/feedback`: a form.
struct ContactPage: Sendable {
    let site: Site
    let bodies: BodyReader
    let intake: ContactIntake
    let tokens: FormTokens
    let kind: FormKind

    func add(to router: Router<DoorContext>) {
        router.get(RouterPath(kind.home)) { request, _ in
            var draft = ContactDraft()
            // A link in a mail may bring the reference along.
            draft.ref = request.uri.queryParameters["ref"].flatMap { Reference.canonical($0) } ?? ""
            return page(FormView(draft: draft, token: tokens.make()), site.texts(for: request))
        }
        if kind.home != kind.action { router.get(RouterPath(kind.action)) { _, _ in Response.seeOther(kind.home) } }
        router.post(RouterPath(kind.action)) { request, _ in try await post(request) }
    }

    private func post(_ request: Request) async throws -> Response {
        let fields = try await bodies.read(request) { bytes in
            try FormFields(bytes, contentType: request.headers[.contentType])
        }
        let texts = site.texts(code: fields["lang"]) ?? site.texts(for: request)
        var draft = ContactDraft(fields, language: texts.code)
        if let subject = kind.subject { draft.subject = texts[subject] }
        var view = FormView(draft: draft, token: fields["token"])
        view.problems = ContactCheck(settings: site.settings).problems(draft)
        let name: String
        switch tokens.check(fields["token"]) {
        case .good(let found): name = found
        case .stale, .forged:
            // Somebody left the page open for days. Nothing they wrote is lost; one more press sends it.
            view.token = tokens.make()
            view.notice = .noticeStale
            return page(view, texts, status: .badRequest)
        }
        guard fields[FormView.trap].isEmpty else {
            // Programs fill in what people do not see. A person whose browser did so presses once more.
            view.notice = .noticeUnsure
            return page(view, texts, status: .badRequest)
        }
        guard view.problems.isEmpty else { return page(view, texts, status: .unprocessableContent) }
        // Named by the filling-in and what stands in it: sending twice is once, sending anew after a change is not.
        let id = "\(kind.channel):\(name):\(draft.fingerprint.prefix(32))"
        switch try await intake.take(draft, channel: kind.channel, id: id) {
        case .taken(let accepted):
            let language = texts.code == site.texts(for: request).code ? "" : "&lang=\(texts.code)"
            return .seeOther("/thanks?ref=\(accepted.ref ?? "")\(language)")
        case .later(let seconds):
            view.notice = .noticeLater
            return page(view, texts, status: .serviceUnavailable, retryAfter: seconds)
        }
    }

    private func page(
        _ view: FormView, _ texts: PageTexts, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        .page(FormPage(site: site, texts: texts, kind: kind).html(view), status: status, retryAfter: retryAfter)
    }
}

extension ContactDraft {
    fileprivate init(_ fields: FormFields, language: String) {
        name = fields["name"]
        address = fields["address"]
        ref = fields["ref"]
        subject = fields["subject"]
        text = fields["text"]
        files = fields.files
        self.language = language
    }
}
