import Hummingbird
import Logging
import StageKit

/// The outermost layer: every answer gets its headers, every error becomes a page or JSON that says what to do.
struct ErrorPages: RouterMiddleware {
    let site: Site
    let logger: Logger

    @concurrent func handle(
        _ request: Request, context: DoorContext, next: @concurrent (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = answer(to: error, request)
        }
        response.harden()
        return response
    }

    private func answer(to error: any Error, _ request: Request) -> Response {
        let refusal = refusal(for: error)
        if request.uri.path.hasPrefix("/api/") {
            return .json(
                ["code": .string(refusal.code), "message": .string(refusal.message)], status: refusal.status,
                retryAfter: refusal.retryAfter)
        }
        let texts = site.texts(for: request)
        return .page(
            NoticePage(site: site, texts: texts).refused(refusal), status: refusal.status,
            retryAfter: refusal.retryAfter)
    }

    private func refusal(for error: any Error) -> Refusal {
        switch error {
        case let refusal as Refusal: return refusal
        case let error as any HTTPResponseError: return Refusal(.init(error.status))
        default:
            // What it says may hold words of the request; its type does not.
            logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
            return Refusal(.failed)
        }
    }
}

/// Why a request was not answered as asked.
struct Refusal: Error {
    /// The kinds of refusal.
    enum Kind: Sendable {
        case notFound, malformed, tooLarge, tooMany, tooSlow, foreign, mediaType, busy, failed, badLink, agedLink

        init(_ status: HTTPResponse.Status) {
            self =
                switch status.code {
                case 404, 405: .notFound
                case 413: .tooLarge
                case 500...599: .failed
                default: .malformed
                }
        }
    }

    let kind: Kind
    let retryAfter: Int?

    init(_ kind: Kind, retryAfter: Int? = nil) {
        self.kind = kind
        self.retryAfter = retryAfter
    }

    var status: HTTPResponse.Status {
        switch kind {
        case .notFound, .badLink: .notFound
        case .agedLink: .gone
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .tooSlow: .requestTimeout
        case .foreign: .forbidden
        case .mediaType: .unsupportedMediaType
        case .busy: .serviceUnavailable
        case .failed: .internalServerError
        }
    }

    /// For programs.
    var code: String {
        switch kind {
        case .notFound: "not-found"
        case .malformed: "malformed"
        case .tooLarge: "too-large"
        case .tooMany: "too-many-requests"
        case .tooSlow: "too-slow"
        case .foreign: "foreign-origin"
        case .mediaType: "media-type"
        case .busy: "busy"
        case .failed: "failed"
        case .badLink: "bad-link"
        case .agedLink: "aged-link"
        }
    }

    /// For the people who write programs.
    var message: String {
        switch kind {
        case .notFound: "There is nothing here. See /api/openapi.json for what there is."
        case .malformed: "The request cannot be read."
        case .tooLarge: "The request is larger than this desk takes. Send fewer or smaller attachments."
        case .tooMany: "Too many requests from this address. Wait for as long as Retry-After says."
        case .tooSlow: "The request took too long to arrive."
        case .foreign: "The request was sent from a page of another site."
        case .mediaType: "Send the request with Content-Type: application/json."
        case .busy: "Nothing was taken. Send the same request again after as long as Retry-After says."
        case .failed: "Something broke here. Send the same request again; the operator finds the reason in the log."
        case .badLink: "The link is not one of ours."
        case .agedLink: "The link was good for a time, or until it was ended."
        }
    }
}
