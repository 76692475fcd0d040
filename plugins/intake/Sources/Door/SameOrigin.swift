import Hummingbird

/// Takes forms from our own pages only. Browsers say with each form which site its page was from.
struct SameOrigin: RouterMiddleware {
    /// Where customers reach the web door, as `pipeline.yaml` says.
    let desk: String?

    @concurrent func handle(
        _ request: Request, context: DoorContext, next: @concurrent (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        let isSafe = request.method == .get || request.method == .head
        // The JSON door is not for browsers' forms: its media type is one they cannot send.
        guard isSafe || request.uri.path.hasPrefix("/api/") || isOwn(request) else { throw Refusal(.foreign) }
        return try await next(request, context)
    }

    private func isOwn(_ request: Request) -> Bool {
        guard let claimed = request.headers[.origin] ?? request.headers[.referer] else {
            // An old browser or a program; the form's token still has to be right.
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
