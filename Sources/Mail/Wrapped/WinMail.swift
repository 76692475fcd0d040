/// Outlook's `winmail.dat` (MS-OXTNEF): the files and the text that it wraps.
struct WinMail {
    struct File: Equatable {
        var name: String
        var mediaType: String?
        var contentID: String?
        var content: [UInt8]
    }

    private(set) var files: [File] = []
    /// The text, plain if there is one, else as HTML, else what Outlook's own format says.
    private(set) var text: [UInt8] = []
    private(set) var isHTML = false
    private(set) var charset = "windows-1252"
    private var current: File?
    private var richText: ArraySlice<UInt8> = []

    /// Whether all of it could be read.
    private(set) var isWhole = true

    /// Nil where the bytes are no winmail.dat.
    /// - Parameter textLimit: of text in Outlook's own format, bytes beyond it are not read.
    init?(_ bytes: [UInt8], textLimit: Int = MailLimits.standard.textPartBytes) {
        var reader = LittleEndian(bytes[...])
        guard reader.number(4) == 0x223E_9F78, reader.number(2) != nil else { return nil }
        while !reader.isAtEnd {
            guard reader.number(1) != nil, let identifier = reader.number(4), let length = reader.number(4),
                let value = reader.take(length), reader.number(2) != nil
            else {
                isWhole = false
                break
            }
            read(identifier & 0xFFFF, value)
        }
        finishFile()
        if text.isEmpty, !richText.isEmpty { readRichText(textLimit) }
    }

    private mutating func readRichText(_ limit: Int) {
        guard let bytes = RichText.unpacked(richText, limit: limit * 4), let rich = RichText(bytes, limit: limit) else {
            isWhole = false
            return
        }
        text = rich.text
        isHTML = rich.isHTML
        charset = "utf-8"
    }

    private mutating func read(_ attribute: Int, _ value: ArraySlice<UInt8>) {
        switch attribute {
        case 0x9007:
            var page = LittleEndian(value)
            charset = page.number(4).map { $0 == 65_001 ? "utf-8" : "cp\($0)" } ?? charset
        case 0x800C: text = Self.trimmed(value)
        case 0x9003: readProperties(value)
        case 0x9002:
            finishFile()
            current = File(name: "", content: [])
        case 0x8010: name(Self.trimmed(value))
        case 0x800F: current?.content = Array(value)
        case 0x9005: readProperties(value)
        default: break
        }
    }

    private mutating func finishFile() {
        guard let file = current else { return }
        if !file.content.isEmpty || !file.name.isEmpty { files.append(file) }
        current = nil
    }

    // MARK: Properties

    private mutating func readProperties(_ value: ArraySlice<UInt8>) {
        for property in MAPIProperties(value) {
            guard let bytes = property.value else { continue }
            switch property.identifier {
            case 0x1000 where text.isEmpty: text = Array(textBytes(property.type, bytes))
            case 0x1013 where text.isEmpty:
                text = Array(textBytes(property.type, bytes))
                isHTML = true
            case 0x1009: richText = bytes
            case 0x3707: name(textBytes(property.type, bytes))
            case 0x3704 where current?.name.isEmpty ?? false: name(textBytes(property.type, bytes))
            case 0x370E:
                let type = string(textBytes(property.type, bytes)).lowercased()
                current?.mediaType = type
            case 0x3712:
                let identifier = string(textBytes(property.type, bytes))
                current?.contentID = identifier
            case 0x3701 where current?.content.isEmpty ?? false:
                // Before an object stand the sixteen bytes that name its interface.
                current?.content = Array(bytes.dropFirst(property.type == 0x0D ? 16 : 0))
            default: break
            }
        }
    }

    private mutating func name(_ bytes: [UInt8]) {
        let name = string(bytes)
        if !name.isEmpty { current?.name = name }
    }

    /// UTF-16 as UTF-8, other text as it is.
    private func textBytes(_ type: Int, _ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard type == 0x1F else { return Self.trimmed(bytes) }
        return Self.trimmed(Charset.decode(Array(bytes), declared: "utf-16le").text[...])
    }

    private func string(_ bytes: [UInt8]) -> String {
        String(decoding: Charset.decode(bytes, declared: charset).text, as: UTF8.self).trimmed
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = bytes
        while bytes.last == 0 { bytes.removeLast() }
        return Array(bytes)
    }
}

/// The list of MAPI properties inside of an attribute; what cannot be read ends it.
struct MAPIProperties: Sequence, IteratorProtocol {
    struct Property {
        var type: Int
        var identifier: Int
        /// The first value, where its length is stated.
        var value: ArraySlice<UInt8>?
    }

    private var reader: LittleEndian
    private var left: Int

    init(_ bytes: ArraySlice<UInt8>) {
        reader = LittleEndian(bytes)
        left = Swift.min(reader.number(4) ?? 0, 5_000)
    }

    mutating func next() -> Property? {
        guard left > 0, let type = reader.number(2), let identifier = reader.number(2) else { return nil }
        left -= 1
        if identifier >= 0x8000 { guard skipName() else { return nil } }
        let isMany = type & 0x1000 != 0
        let base = type & 0x0FFF
        guard let size = Self.sizes[base] else {
            guard [0x1E, 0x1F, 0x102, 0x0D].contains(base) else { return nil }
            return variable(base, identifier)
        }
        let count = isMany ? reader.number(4) ?? 0 : 1
        guard reader.take(size * Swift.min(count, 1_000_000)) != nil else { return nil }
        return Property(type: base, identifier: identifier)
    }

    private mutating func variable(_ type: Int, _ identifier: Int) -> Property? {
        guard let count = reader.number(4), count <= 10_000 else { return nil }
        var first: ArraySlice<UInt8>?
        for _ in 0..<count {
            guard let length = reader.number(4), let value = reader.take(length), reader.align(length) else {
                return nil
            }
            first = first ?? value
        }
        return Property(type: type, identifier: identifier, value: first)
    }

    private mutating func skipName() -> Bool {
        guard reader.take(16) != nil, let kind = reader.number(4) else { return false }
        if kind == 0 { return reader.number(4) != nil }
        guard let length = reader.number(4), reader.take(length) != nil else { return false }
        return reader.align(length)
    }

    /// Bytes of the types of fixed length, as they are padded.
    private static let sizes: [Int: Int] = [
        0x01: 4, 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16,
    ]
}

/// Numbers with the lowest byte first.
struct LittleEndian {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(_ size: Int) -> Int? {
        take(size).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Steps over what fills a value up to a multiple of four.
    mutating func align(_ length: Int) -> Bool { take((4 - length % 4) % 4) != nil }
}
