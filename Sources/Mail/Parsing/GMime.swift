import CGMime

/// The door to GMime: nothing outside of `Parsing` and `Composing` sees a C pointer.
enum GMime {
    /// Set up once for the process. GMime is safe to use from several threads afterwards, each with its own message.
    static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    static func string(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }

    /// Copies the string and frees it.
    static func take(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        defer { unsafe cgmime_free(pointer) }
        return unsafe String(cString: pointer)
    }

    /// Copies the bytes and frees them.
    static func take(_ array: UnsafeMutablePointer<GByteArray>?) -> [UInt8] {
        guard let array = unsafe array else { return [] }
        defer { unsafe cgmime_array_free(array) }
        return unsafe Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
    }
}

/// A message that GMime has parsed, alive as long as this is.
@safe struct MimeMessage: ~Copyable {
    private let message: UnsafeMutablePointer<GMimeMessage>
    private let options: OpaquePointer

    init?(_ bytes: [UInt8]) {
        guard GMime.isReady, let options = unsafe cgmime_options_new() else { return nil }
        let parsed = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe cgmime_parse(options, buffer.baseAddress, buffer.count)
        }
        guard let parsed = unsafe parsed else {
            unsafe g_mime_parser_options_free(options)
            return nil
        }
        unsafe self.message = parsed
        unsafe self.options = options
    }

    deinit {
        unsafe cgmime_unref(message)
        unsafe g_mime_parser_options_free(options)
    }

    /// The outermost part, lent for the time of the call.
    borrowing func withRoot<Value>(_ body: (MimePart) -> Value) -> Value? {
        guard let root = unsafe cgmime_message_root(message) else { return nil }
        return unsafe body(MimePart(object: root))
    }

    /// The header fields that the caller wants to read, in order.
    borrowing func headerFields(where isWanted: (String) -> Bool) -> [HeaderField] {
        guard let list = unsafe cgmime_headers(message) else { return [] }
        var fields: [HeaderField] = []
        let count = unsafe g_mime_header_list_get_count(list)
        for index in 0..<count {
            guard let header = unsafe g_mime_header_list_get_header_at(list, index),
                let name = unsafe GMime.string(g_mime_header_get_name(header))?.trimmed.lowercased(), isWanted(name)
            else { continue }
            let raw = unsafe g_mime_header_get_raw_value(header)
            let decoded = unsafe GMime.string(g_mime_header_get_value(header)) ?? ""
            let bytes = unsafe raw.map { unsafe [UInt8](UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
            fields.append(HeaderField(name: name, raw: bytes, decoded: decoded.trimmed))
        }
        return fields
    }

    /// The addresses of a header value, those inside of groups included.
    borrowing func addresses(_ value: [UInt8], limit: Int) -> [MailAddress] {
        let text = (value + [0]).map { CChar(bitPattern: $0) }
        guard let list = unsafe internet_address_list_parse(options, text) else { return [] }
        defer { unsafe cgmime_unref(list) }
        var found: [MailAddress] = []
        unsafe Self.collect(list, into: &found, limit: limit, depth: 0)
        return found
    }

    /// A value unfolded and with its encoded words read, as text of no structure.
    borrowing func decodedText(_ value: [UInt8]) -> String {
        let text = (value + [0]).map { CChar(bitPattern: $0) }
        return unsafe GMime.take(g_mime_utils_header_decode_text(options, text))?.trimmed ?? ""
    }

    private static func collect(
        _ list: UnsafeMutablePointer<InternetAddressList>, into found: inout [MailAddress], limit: Int, depth: Int
    ) {
        let count = unsafe internet_address_list_length(list)
        for index in 0..<count where found.count < limit {
            guard let entry = unsafe internet_address_list_get_address(list, index) else { continue }
            if unsafe cgmime_is_group(entry) != 0 {
                guard depth < 3, let members = unsafe cgmime_group_members(entry) else { continue }
                unsafe collect(members, into: &found, limit: limit, depth: depth + 1)
            } else {
                let address = unsafe (GMime.string(cgmime_mailbox_address(entry)) ?? "").trimmed
                let name = unsafe GMime.string(internet_address_get_name(entry))?.trimmed ?? ""
                if !address.isEmpty || !name.isEmpty {
                    found.append(MailAddress(name: name.isEmpty ? nil : name, address: address))
                }
            }
        }
    }

    static func date(_ value: String) -> MailDate? {
        guard let date = unsafe g_mime_utils_header_decode_date(value) else { return nil }
        defer { unsafe g_date_time_unref(date) }
        return MailDate(
            unixSeconds: Int64(unsafe g_date_time_to_unix(date)),
            offsetSeconds: Int(unsafe g_date_time_get_utc_offset(date) / 1_000_000))
    }
}

struct HeaderField {
    /// In lower case.
    var name: String
    /// As it came, folds included.
    var raw: [UInt8]
    /// Unfolded and with encoded words read.
    var decoded: String
}

/// One part of a message, borrowed from it.
@safe struct MimePart {
    enum Kind { case leaf, multipart, message }

    private let object: UnsafeMutablePointer<GMimeObject>

    fileprivate init(object: UnsafeMutablePointer<GMimeObject>) {
        unsafe self.object = object
    }

    var kind: Kind {
        switch unsafe cgmime_kind(object) {
        case CGMIME_MULTIPART: .multipart
        case CGMIME_MESSAGE: .message
        default: .leaf
        }
    }

    /// `text/plain`, in lower case.
    var mediaType: String {
        unsafe GMime.take(cgmime_media_type(object))?.lowercased() ?? "application/octet-stream"
    }

    var name: String? {
        guard let name = unsafe GMime.string(cgmime_filename(object))?.trimmed, !name.isEmpty else { return nil }
        return name
    }

    var contentID: String? {
        guard let identifier = unsafe GMime.string(g_mime_object_get_content_id(object))?.trimmed else { return nil }
        return identifier.isEmpty ? nil : identifier
    }

    /// `inline`, `attachment` or nothing, in lower case.
    var disposition: String? {
        unsafe GMime.string(g_mime_object_get_disposition(object))?.lowercased()
    }

    func parameter(_ name: String) -> String? {
        unsafe GMime.string(g_mime_object_get_content_type_parameter(object, name))
    }

    var childCount: Int { Int(unsafe cgmime_multipart_count(object)) }

    func child(_ index: Int) -> MimePart? {
        guard let child = unsafe cgmime_multipart_child(object, Int32(index)) else { return nil }
        return unsafe MimePart(object: child)
    }

    var prologue: String? { unsafe GMime.string(cgmime_multipart_prologue(object)) }

    /// The content, transfer encoding undone.
    func content() -> [UInt8] { unsafe GMime.take(cgmime_decoded_content(object)) }

    /// The part as it came; of a message part the message inside.
    func written() -> [UInt8] { unsafe GMime.take(cgmime_written(object, nil)) }
}
