/// How much of a mail is read before it is cut, shown as an attachment, or refused.
package struct MailLimits: Sendable {
    /// Bytes of the whole mail; a larger one is refused.
    package var bytes = 50 * 1024 * 1024
    /// Bytes of the mail's own header; fields beyond are left out and named in the problems.
    package var headerBytes = 512 * 1024
    /// Fields of the mail's own header.
    package var headerFields = 2_000
    /// Parts that are opened one by one; what follows is kept together as one attachment.
    package var parts = 500
    /// How deep parts are opened; what lies deeper is kept as one attachment.
    package var depth = 40
    /// Characters of readable text.
    package var textLength = 1_000_000
    /// Bytes of one text part that are decoded.
    package var textPartBytes = 8 * 1024 * 1024
    /// Addresses of one header field.
    package var addresses = 1_000
    /// Identifiers kept of `References`: the first and the newest.
    package var references = 200

    package static let standard = MailLimits()

    package init() {}
}
