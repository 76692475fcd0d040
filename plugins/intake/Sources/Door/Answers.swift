import Casework
import HTTPTypes
import Hummingbird
import StageKit

extension Response {
    /// A page. Nothing in it may come from elsewhere, run, or be framed.
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil) -> Response {
        var response = text(html.text, type: "text/html; charset=utf-8", status: status)
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.vary] = "Accept-Language"
        if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        return response
    }

    /// A JSON answer.
    static func json(_ value: JSON, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil) -> Response {
        var response = text(
            String(decoding: value.bytes, as: UTF8.self) + "\n", type: "application/json", status: status)
        if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        return response
    }

    static func text(
        _ text: String, type: String, status: HTTPResponse.Status = .ok, cache: String = "no-store"
    ) -> Response {
        let bytes = ByteBuffer(string: text)
        return Response(
            status: status,
            headers: [.contentType: type, .contentLength: "\(bytes.readableBytes)", .cacheControl: cache],
            body: ResponseBody(byteBuffer: bytes))
    }

    /// Sends the browser on with a GET, so that reloading does not send a form again.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store", .contentLength: "0"])
    }

    /// Headers that belong on every answer.
    mutating func harden() {
        headers[.xContentTypeOptions] = "nosniff"
        // A page's address can be a secret. Browsers then send "Origin: null" with our own forms; see `SameOrigin`.
        headers[.referrerPolicy] = "no-referrer"
        headers[.xFrameOptions] = "DENY"
        headers[.crossOriginOpenerPolicy] = "same-origin"
        headers[.crossOriginResourcePolicy] = "same-origin"
        headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
    }
}

extension HTTPField.Name {
    static var referrerPolicy: Self { name("Referrer-Policy") }
    static var xFrameOptions: Self { name("X-Frame-Options") }
    static var crossOriginOpenerPolicy: Self { name("Cross-Origin-Opener-Policy") }
    static var permissionsPolicy: Self { name("Permissions-Policy") }
    static var idempotencyKey: Self { name("Idempotency-Key") }
    static var traceparent: Self { name("traceparent") }

    /// The names above are tokens, so there is always one; `date` is a name that no such answer uses.
    private static func name(_ text: String) -> Self { Self(text) ?? .date }
}
