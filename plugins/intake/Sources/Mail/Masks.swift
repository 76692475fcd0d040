import Mail
import StageKit

/// What is hidden in everything that is made from a mail: the standard `trust` lists it.
struct Masks: Sendable {
    private let hidesIBANs: Bool
    private let patterns: [MaskPattern]

    /// Numbers of payment cards alone, which are always hidden.
    static let cards = Masks(hidesIBANs: false, patterns: [])

    private init(hidesIBANs: Bool, patterns: [MaskPattern]) {
        self.hidesIBANs = hidesIBANs
        self.patterns = patterns
    }

    /// - Parameter standards: what the broker handed over; nil where intake is not granted to read them.
    init(_ standards: JSON?) throws {
        let names = standards?["trust"]?["masks"]?.array?.compactMap(\.string) ?? []
        hidesIBANs = names.contains("ibans")
        patterns = try names.filter { $0 != "cards" && $0 != "ibans" }.map { name in
            guard let pattern = MaskPattern(name) else {
                throw StageFailure.config(
                    "masks",
                    "the mask \"\(name)\" of the standard trust is none: write cards, ibans, or a pattern of at least "
                        + "four of # for a digit and @ for a letter, such as ###-##-####")
            }
            return pattern
        }
    }

    func masked(_ text: String) -> String {
        var text = CardNumbers.masked(text)
        if hidesIBANs { text = IBANs.masked(text) }
        for pattern in patterns { text = pattern.masked(text) }
        return text
    }

    /// Hides it in all that is kept of a mail. Addresses and Message-IDs stay: they find the case and the way back.
    func hide(in mail: inout ParsedMail) {
        mail.subject = masked(mail.subject)
        mail.text = masked(mail.text)
        mail.words = masked(mail.words)
        mail.folded = masked(mail.folded)
        mail.problems = mail.problems.map(masked)
        mail.from = mail.from.map(masked)
        mail.replyTo = mail.replyTo.map(masked)
        mail.sender = mail.sender.map(masked)
        for index in mail.attachments.indices {
            mail.attachments[index].name = mail.attachments[index].name.map(masked)
        }
        if let reason = mail.bounce?.reason { mail.bounce?.reason = masked(reason) }
        if let evidence = mail.automatic?.evidence { mail.automatic?.evidence = masked(evidence) }
    }

    private func masked(_ person: MailAddress) -> MailAddress {
        MailAddress(name: person.name.map(masked), address: person.address)
    }
}

/// A row of digits, letters and marks: `###-##-####`.
struct MaskPattern: Sendable, Equatable {
    private let pattern: [UInt8]

    /// Nil where it would hide too much: fewer than four places.
    init?(_ text: String) {
        pattern = Array(text.utf8)
        let places = pattern.count { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }
        guard places >= 4, pattern.count <= 64 else { return nil }
    }

    /// Every place becomes `*`, where the row stands by itself.
    func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var index = 0
        var hasChanged = false
        while index + pattern.count <= bytes.count {
            guard fits(bytes, at: index) else {
                index += 1
                continue
            }
            for offset in pattern.indices where isPlace(offset) { bytes[index + offset] = UInt8(ascii: "*") }
            hasChanged = true
            index += pattern.count
        }
        return hasChanged ? String(decoding: bytes, as: UTF8.self) : text
    }

    private func fits(_ bytes: [UInt8], at start: Int) -> Bool {
        let end = start + pattern.count
        guard start == 0 || !isWordByte(bytes[start - 1]), end == bytes.count || !isWordByte(bytes[end]) else {
            return false
        }
        return pattern.indices.allSatisfy { offset in
            switch pattern[offset] {
            case UInt8(ascii: "#"): isDigit(bytes[start + offset])
            case UInt8(ascii: "@"): isLetter(bytes[start + offset])
            default: bytes[start + offset] == pattern[offset]
            }
        }
    }

    private func isPlace(_ offset: Int) -> Bool {
        pattern[offset] == UInt8(ascii: "#") || pattern[offset] == UInt8(ascii: "@")
    }
}

/// Numbers of bank accounts (ISO 13616): known by their check digits, so that nothing else is hidden.
enum IBANs {
    /// The text with all but the country and the last four characters of each number as `*`.
    static func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var index = 0
        var hasChanged = false
        while index + 15 <= bytes.count {
            let isStart = index == 0 || !isWordByte(bytes[index - 1])
            if isStart, let places = number(bytes, at: index) {
                for place in places.dropFirst(2).dropLast(4) { bytes[place] = UInt8(ascii: "*") }
                hasChanged = true
                index = (places.last ?? index) + 1
            } else {
                index += 1
            }
        }
        return hasChanged ? String(decoding: bytes, as: UTF8.self) : text
    }

    /// The places of a number that begins here: written in one piece, or in groups of four.
    private static func number(_ bytes: [UInt8], at start: Int) -> [Int]? {
        guard isLetter(bytes[start]), isLetter(bytes[start + 1]), isDigit(bytes[start + 2]), isDigit(bytes[start + 3])
        else { return nil }
        var places: [Int] = []
        var index = start
        while index < bytes.count, places.count < 34 {
            if isWordByte(bytes[index]) {
                places.append(index)
            } else if bytes[index] != 0x20 || places.count % 4 != 0 {
                break
            }
            index += 1
        }
        // Words may follow after a space: the longest run that holds is the number.
        while places.count >= 15 {
            let end = (places.last ?? start) + 1
            let standsAlone = end == bytes.count || !isWordByte(bytes[end])
            if standsAlone, holds(places.map { bytes[$0] }) { return places }
            places.removeLast()
        }
        return nil
    }

    /// Modulo 97 of the number with its first four characters put last (ISO 7064).
    private static func holds(_ characters: [UInt8]) -> Bool {
        var rest = 0
        for byte in characters.dropFirst(4) + characters.prefix(4) {
            let value = isDigit(byte) ? Int(byte) - 48 : Int(byte | 0x20) - 87
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        return rest == 1
    }
}

private func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
