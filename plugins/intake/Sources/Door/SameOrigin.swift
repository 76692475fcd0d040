import HTTPTypes
import Hummingbird

/// Takes forms from our own pages only, as far as browsers say which site a form's page was from. Whatever they say, the
/// form's token has to be right, too.
struct SameOrigin: RouterMiddleware {
    /// Where customers reach the web door, as `pipeline.yaml` says.
    let desk: String?

    @concurrent func handle(
        _ request: Request, context: DoorContext, next: @concurrent (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        let isSafe = request.method == .get || request.method == .head
        // The JSON door is not for browsers' forms: its media type is one they cannot send.
        // Nor is ending mails by one click: it comes from mail programs, and its link alone counts.
        let isOpen = request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix("/u/")
        guard isSafe || isOpen || isOwn(request) else { throw Refusal(.foreign) }
        return try await next(request, context)
    }

    private func isOwn(_ request: Request) -> Bool {
        // Said by the browser itself, over https and on this machine; no page can change it.
        if let site = request.headers[.secFetchSite] { return ["same-origin", "none"].contains(site) }
        // Without it, a browser that may not tell where it comes from says nothing but "null" with our own forms as well.
        if request.headers[.origin] == "null" { return true }
        guard let claimed = request.headers[.origin] ?? request.headers[.referer] else {
            // An old browser or a program.
            return true
        }
        guard let authority = Self.authority(claimed) else { return false }
        return authority == request.head.authority?.lowercased() || authority == desk.flatMap(Self.authority)
    }

    /// Host and port of a URL, as the `Host` header has them.
    static func authority(_ url: String) -> String? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, ["http:", "https:"].contains(parts[0]), parts[1].isEmpty, !parts[2].isEmpty else {
            return nil
        }
        return parts[2].lowercased()
    }
}

extension HTTPField.Name {
    fileprivate static var secFetchSite: Self { Self("Sec-Fetch-Site") ?? .date }
}
