/// A mail to be sent, before it is bytes.
package struct OutgoingMail: Sendable, Equatable {
    package struct Header: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        /// Whether it is one word of ASCII that fits on a line of its own (RFC 5322, 2.1.1), such as a link.
        var isPlain: Bool {
            name.utf8.count + value.utf8.count < 990 && !value.isEmpty
                && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        }
    }

    package struct Attachment: Sendable, Equatable {
        package var name: String
        /// Such as `application/pdf`.
        package var mediaType: String
        package var content: [UInt8]

        package init(name: String, mediaType: String, content: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.content = content
        }
    }

    package var from: MailAddress
    package var replyTo: MailAddress?
    package var to: [MailAddress]
    package var subject: String
    /// With or without angle brackets; globally unique.
    package var messageID: String
    package var inReplyTo: String?
    package var references: [String] = []
    package var date: MailDate
    package var body: String
    /// Such as `Auto-Submitted` or `List-Unsubscribe`; what has a property of its own is refused here.
    package var headers: [Header] = []
    package var attachments: [Attachment] = []

    package init(
        from: MailAddress, to: [MailAddress], subject: String, messageID: String, date: MailDate, body: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.messageID = messageID
        self.date = date
        self.body = body
    }

    /// The mail as it goes over the wire: CRLF lines, UTF-8 as quoted-printable. Equal mails give equal bytes.
    package func bytes() throws(MailError) -> [UInt8] {
        try OutgoingCheck(self).check()
        return try MailComposer(self).compose()
    }
}
