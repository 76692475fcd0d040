import CGMime
import Crypto

/// Writes a checked mail by GMime.
struct MailComposer {
    private let mail: OutgoingMail

    init(_ mail: OutgoingMail) {
        self.mail = mail
    }

    func compose() throws(MailError) -> [UInt8] {
        guard GMime.isReady, let message = unsafe g_mime_message_new(1), let format = unsafe cgmime_crlf_format() else {
            throw MailError(.unreadable, "The mail could not be put together.", isRetriable: true)
        }
        defer {
            unsafe cgmime_unref(message)
            unsafe g_mime_format_options_free(format)
        }
        unsafe addAddresses(to: message)
        unsafe g_mime_message_set_subject(message, mail.subject, "utf-8")
        unsafe cgmime_message_set_date(message, mail.date.unixSeconds, Int32(mail.date.offsetSeconds))
        let identifier = OutgoingCheck.bracketed(mail.messageID)
        unsafe g_mime_message_set_message_id(message, String(identifier.dropFirst().dropLast()))
        if let parent = mail.inReplyTo {
            unsafe cgmime_set_header(message, "In-Reply-To", OutgoingCheck.bracketed(parent))
        }
        if !mail.references.isEmpty {
            let references = mail.references.map(OutgoingCheck.bracketed).joined(separator: " ")
            unsafe cgmime_set_header(message, "References", references)
        }
        for header in mail.headers {
            if header.isPlain {
                unsafe cgmime_set_plain_header(message, header.name, header.value)
            } else {
                unsafe cgmime_set_header(message, header.name, header.value)
            }
        }
        unsafe setContent(of: message)
        return unsafe GMime.take(cgmime_written(message, format))
    }

    private func addAddresses(to message: UnsafeMutablePointer<GMimeMessage>) {
        unsafe g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, mail.from.name, mail.from.normalized)
        if let replyTo = mail.replyTo {
            unsafe g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_REPLY_TO, replyTo.name, replyTo.normalized)
        }
        for address in mail.to {
            unsafe g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_TO, address.name, address.normalized)
        }
    }

    private func setContent(of message: UnsafeMutablePointer<GMimeMessage>) {
        let body = mail.body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let bytes = Array((body.hasSuffix("\n") ? body : body + "\n").utf8.filter { $0 != 0 })
        guard let text = unsafe part("text", "plain", bytes, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE) else { return }
        unsafe g_mime_object_set_content_type_parameter(text, "charset", "utf-8")
        guard !mail.attachments.isEmpty, let multipart = unsafe cgmime_multipart_new("mixed", boundary) else {
            unsafe g_mime_message_set_mime_part(message, text)
            unsafe cgmime_unref(text)
            return
        }
        unsafe cgmime_multipart_add(multipart, text)
        unsafe cgmime_unref(text)
        for attachment in mail.attachments {
            let type = attachment.mediaType.lowercased().split(separator: "/").map(String.init)
            guard let part = unsafe part(type[0], type[1], attachment.content, GMIME_CONTENT_ENCODING_BASE64) else {
                continue
            }
            unsafe g_mime_object_set_disposition(part, "attachment")
            unsafe cgmime_part_set_filename(part, attachment.name)
            unsafe cgmime_multipart_add(multipart, part)
            unsafe cgmime_unref(part)
        }
        unsafe g_mime_message_set_mime_part(message, multipart)
        unsafe cgmime_unref(multipart)
    }

    private func part(
        _ type: String, _ subtype: String, _ bytes: [UInt8], _ encoding: GMimeContentEncoding
    ) -> UnsafeMutablePointer<GMimeObject>? {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe cgmime_part_new(type, subtype, buffer.baseAddress, buffer.count, encoding)
        }
    }

    /// Derived from the Message-ID, so that a mail written twice is the same to the byte; `=_` occurs in no encoded line.
    private var boundary: String {
        let digest = SHA256.hash(data: Array(mail.messageID.utf8)).prefix(12)
        return "=_" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
