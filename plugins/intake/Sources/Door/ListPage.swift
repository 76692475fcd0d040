import Casework
import Crypto
import Hummingbird
import StageKit

/// `/a/{token}` and `/u/{token}`: joining the appreciation list, and leaving it with all mails that answer nothing.
///
/// Looking records nothing. What is sent counts whatever stands in it: a mail program that ends mails by one click sends
/// `List-Unsubscribe=One-Click` (RFC 8058), the page's button nothing. The link alone proves who it is.
struct ListPage: Sendable {
    let site: Site
    let bodies: BodyReader
    let desk: any FrontDesk
    let intake: ContactIntake
    let key: SymmetricKey
    /// Slows down what is sent by one link, from wherever.
    private let limit = TokenBuckets(.init(burst: 12, perSecond: 0.05))

    init(site: Site, bodies: BodyReader, desk: any FrontDesk, intake: ContactIntake, key: SymmetricKey) {
        self.site = site
        self.bodies = bodies
        self.desk = desk
        self.intake = intake
        self.key = key
    }

    func add(to router: Router<DoorContext>) {
        for (place, choice) in [("a", ListChoice.Choice.join), ("u", .leave)] {
            router.get("\(place)/:token") { request, context in
                _ = try await link(context, for: choice)
                return Response.page(NoticePage(site: site, texts: site.texts(for: request)).question(choice))
            }
            router.post("\(place)/:token") { request, context in
                try await chosen(request, try await link(context, for: choice))
            }
        }
    }

    private func link(_ context: DoorContext, for choice: ListChoice.Choice) async throws -> ListLink {
        guard let token = context.parameters.get("token"), token.utf8.count < 200,
            let link = ListLink(token: token, key: key), link.choice == choice
        else { throw Refusal(.badLink) }
        // A choice about a case that was erased would be kept nowhere: it is not said to count.
        do {
            guard try await desk.told(link.ref, to: link.who) != nil else { throw Refusal(.badLink) }
        } catch is BrokerUnreachable {}
        return link
    }

    /// No redirect answers it: mail programs do not follow one.
    private func chosen(_ request: Request, _ link: ListLink) async throws -> Response {
        if let wait = limit.take("\(link.choice).\(link.ref).\(link.who)", at: .now) {
            throw Refusal(.tooMany, retryAfter: Int(wait.components.seconds) + 1)
        }
        try await bodies.read(request, atMost: 16 << 10) { _ in }
        let page = NoticePage(site: site, texts: site.texts(for: request))
        // Each is told: who leaves, joins and leaves again has left. The same choice twice is one to survey.
        let id = "list:\(String(UInt64.random(in: .min ... .max), radix: 36))"
        switch try await intake.take(ListChoice(link.choice, who: link.who), on: link.ref, id: id) {
        case .taken: return .page(page.chosen(link.choice))
        case .later(let seconds):
            return .page(
                page.question(link.choice, notice: .listLater), status: .serviceUnavailable, retryAfter: seconds)
        }
    }
}
