import CGMime

/// Text out of bytes, whatever their charset is, was said to be, or should have been.
enum Charset {
    struct Decoded {
        var text: [UInt8]
        /// A sentence when the bytes were not what they were said to be.
        var problem: String?
    }

    /// Decodes to UTF-8: as declared if that holds, as UTF-8 if they are that, else as windows-1252, which always holds.
    static func decode(_ bytes: [UInt8], declared: String?) -> Decoded {
        if let (name, length) = byteOrderMark(bytes) {
            let rest = Array(bytes.dropFirst(length))
            if name == "UTF-8" { return Decoded(text: repaired(rest), problem: nil) }
            return Decoded(text: converted(rest, from: name)?.text ?? repaired(rest), problem: nil)
        }
        let label = declared.map { asciiLowercased($0.trimmed.utf8.filter { $0 != 0x22 && $0 != 0x27 }) } ?? ""
        let name = alias(label)
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        if isASCII, !carriesBeyondASCII(name) {
            if name == nil || name == "UTF-8", bytes.contains(0x1B), let text = converted(bytes, from: "ISO-2022-JP") {
                if text.errors == 0 { return Decoded(text: text.text, problem: nil) }
            }
            return Decoded(text: bytes, problem: nil)
        }
        if name == nil || name == "UTF-8" || isSingleByte(name ?? "") {
            if isUTF8(bytes) {
                let mislabelled = name != nil && name != "UTF-8" && !isASCII
                return Decoded(
                    text: bytes, problem: mislabelled ? "The text is UTF-8, though it was declared as \(label)." : nil)
            }
        }
        guard let name else {
            let unknown =
                label.isEmpty || label == "us-ascii" ? "no charset for its 8-bit text" : "the charset \(label)"
            return fallback(bytes, problem: "The mail declares \(unknown)")
        }
        guard let result = converted(bytes, from: name) else {
            return fallback(bytes, problem: "The charset \(label) is not known")
        }
        // Western charsets can be any bytes, so that their name is what mailers write that know none.
        if name == "WINDOWS-1252", let guess = CharsetGuess.name(for: bytes), let read = converted(bytes, from: guess),
            read.errors == 0
        {
            return Decoded(
                text: read.text, problem: "The text is not \(label), as declared; it was read as \(guess.lowercased())."
            )
        }
        // A few broken characters are damage on the way; many mean that the declaration was wrong.
        if result.errors * 50 <= bytes.count {
            let problem = result.errors > 0 ? "\(result.errors) characters of the text are damaged." : nil
            return Decoded(text: result.text, problem: problem)
        }
        return fallback(bytes, problem: "The text is not \(label), as declared")
    }

    /// As UTF-8 if it is that, else as what it looks like, else as windows-1252, which every byte can be.
    private static func fallback(_ bytes: [UInt8], problem: String) -> Decoded {
        if isUTF8(bytes) { return Decoded(text: bytes, problem: problem + "; it was read as UTF-8.") }
        let name = CharsetGuess.name(for: bytes) ?? "WINDOWS-1252"
        let told = problem + "; it was read as \(name.lowercased())."
        return Decoded(text: converted(bytes, from: name)?.text ?? repaired(bytes), problem: told)
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (String, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        return nil
    }

    /// Charsets whose text looks like ASCII, byte by byte, and is not.
    private static func carriesBeyondASCII(_ name: String?) -> Bool {
        guard let name else { return false }
        return name.hasPrefix("UTF-7") || name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32")
            || name.hasPrefix("ISO-2022") || name.hasPrefix("CSISO2022") || name.hasPrefix("UCS") || name == "HZ"
            || name.hasPrefix("IBM0") || name.hasPrefix("EBCDIC")
    }

    private static func isSingleByte(_ name: String) -> Bool {
        name.hasPrefix("WINDOWS-125") || name.hasPrefix("ISO-8859") || name.hasPrefix("KOI8")
            || name.hasPrefix("MACINTOSH") || name.hasPrefix("IBM8")
    }

    /// The charset that mailers mean by a label: the superset that is in use where the label's own has gaps
    /// (as browsers do, WHATWG Encoding 4.2). Nil for none and for plain ASCII.
    private static func alias(_ label: String) -> String? {
        switch label {
        case "", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "default", "none", "8bit",
            "7bit", "binary", "_charset", "unknown", "user-defined", "x-user-defined":
            nil
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-utf-8", "utf-8mb4", "utf8mb4": "UTF-8"
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "cp1252", "windows-1252", "ansi",
            "iso88591", "x-cp1252", "iso-8859-1-windows-3.1-latin-1":
            "WINDOWS-1252"
        case "iso-8859-9", "latin5": "WINDOWS-1254"
        case "iso-8859-11", "tis-620", "windows-874": "CP874"
        case "iso-8859-8-i", "iso-8859-8-e", "logical": "ISO-8859-8"
        case "gb2312", "gbk", "x-gbk", "gb_2312-80", "euc-cn", "chinese", "cp936", "gb18030": "GB18030"
        case "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "euc-kr", "korean", "ks_c_5601", "windows-949", "cp949":
            "CP949"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932", "ms932": "CP932"
        case "x-euc-jp": "EUC-JP"
        case "iso-2022-jp", "csiso2022jp", "iso-2022-jp-1", "iso-2022-jp-2", "cp50220", "cp50221": "ISO-2022-JP-3"
        case "big5", "x-x-big5", "cn-big5", "big5-hkscs": "BIG5-HKSCS"
        case "utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7": "UTF-7"
        case "hz-gb-2312", "hz": "HZ"
        case "macintosh", "x-mac-roman", "mac", "macroman": "MACINTOSH"
        case "x-mac-cyrillic", "x-mac-ukrainian": "MAC-CYRILLIC"
        case "unicode", "utf-16", "ucs-2", "iso-10646-ucs-2": "UTF-16LE"
        case "visual": "ISO-8859-8"
        default: label.uppercased()
        }
    }

    private static func converted(_ bytes: [UInt8], from name: String) -> (text: [UInt8], errors: Int)? {
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }), let converter = unsafe open(name) else {
            return nil
        }
        defer { unsafe cgmime_converter_close(converter) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var errors = 0
        var chunk = [UInt8](repeating: 0, count: 16 * 1_024)
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe chunk.withUnsafeMutableBufferPointer { target in
                var input = source.baseAddress
                var left = source.count
                var isFlushing = false
                while true {
                    var output = target.baseAddress
                    var room = target.count
                    let code =
                        unsafe isFlushing
                        ? cgmime_convert(converter, nil, nil, &output, &room)
                        : cgmime_convert(converter, &input, &left, &output, &room)
                    unsafe text.append(contentsOf: target[0..<(target.count - room)])
                    if code == E2BIG { continue }
                    if isFlushing { break }
                    if code == 0 || left == 0 {
                        isFlushing = true
                        continue
                    }
                    errors += 1
                    text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    unsafe input = input?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return (text, errors)
    }

    private static func open(_ name: String) -> UnsafeMutableRawPointer? {
        if let converter = unsafe cgmime_converter_open(name) { return unsafe converter }
        guard GMime.isReady, let other = unsafe GMime.string(g_mime_charset_iconv_name(name)), other != name else {
            return nil
        }
        return unsafe cgmime_converter_open(other)
    }
}
