/// The line above a quote that says who wrote it and when, in the languages that mailers speak.
enum Introductions {
    /// Whether an introduction can begin with this line: it names a date or an address, or it says "wrote".
    static func mayBegin(_ line: String) -> Bool {
        let line = bare(line)
        let bytes = line.utf8
        guard bytes.count >= 4 else { return false }
        let hasDigit = bytes.contains { (0x30...0x39).contains($0) }
        if hasDigit, let first = line.first, first.isNumber || leadBytes.contains(where: { line.utf8.starts(with: $0) })
        {
            return true
        }
        return bytes.contains(0x40) || containsVerb(line) && (line.hasSuffix(":") || hasDigit)
    }

    /// Whether the text is a whole introduction.
    static func isWhole(_ text: String) -> Bool {
        let text = bare(text)
        if isISODateAndSender(text) { return true }
        let isOpen = text.hasSuffix(":") || text.hasSuffix("：") || text.hasSuffix("…")
        guard isOpen || text.hasSuffix(" wrote") else { return false }
        // Said of a person in passing, "Anna wrote:" is no introduction without a date or an address.
        let hasAddress = hasAddress(text)
        return hasDate(text) && (hasAddress || containsVerb(text)) || hasAddress && containsVerb(text)
    }

    /// Whether a line right above a quote introduces it: there less must be said.
    static func introducesQuote(_ line: String) -> Bool {
        let text = bare(line)
        guard text.hasSuffix(":") || text.hasSuffix("："), text.utf8.count <= 200 else { return false }
        return hasDate(text) || hasAddress(text) || containsVerb(text)
    }

    /// Without the dashes and marks of emphasis that some mailers put around it.
    private static func bare(_ text: String) -> String {
        var bare = text[...]
        while let first = bare.first, "-*_= ".contains(first) { bare.removeFirst() }
        while let last = bare.last, "-*_= ".contains(last) { bare.removeLast() }
        return String(bare)
    }

    /// `2013/7/20 Somebody <a@b>` and `2016-03-03 17:21 GMT+01:00 Somebody`, as Gmail writes where it knows no words.
    private static func isISODateAndSender(_ text: String) -> Bool {
        let head = text.prefix(10).utf8.map { $0 }
        guard head.count >= 8, head.prefix(4).allSatisfy(isDigit), head[4] == 0x2D || head[4] == 0x2F,
            isDigit(head[5]), text.utf8.count <= 200
        else { return false }
        let tail = text.hasSuffix(":") ? String(text.dropLast()).trimmed : text
        if tail.hasSuffix(">"), hasAddress(tail) { return true }
        guard text.contains("GMT") || text.contains("UTC"), hasTime(text) else { return false }
        return text.split(separator: " ").count <= 9 && !text.hasSuffix(".")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func hasAddress(_ text: String) -> Bool {
        guard let at = text.utf8.firstIndex(of: 0x40) else { return false }
        return at > text.startIndex && text[text.index(after: at)...].contains(".")
    }

    /// A year, a time of day, or numbers set apart as dates are.
    private static func hasDate(_ text: String) -> Bool {
        if hasTime(text) { return true }
        var run = 0
        var value = 0
        var separated = 0
        for byte in Array(text.utf8) + [0x20] {
            if isDigit(byte) {
                run += 1
                value = run <= 4 ? value * 10 + Int(byte - 0x30) : 0
            } else {
                if run == 4, (1990...2100).contains(value) { return true }
                if run > 0, run <= 2, byte == 0x2F || byte == 0x2E || byte == 0x2D { separated += 1 }
                run = 0
                value = 0
            }
        }
        return separated >= 2
    }

    /// `9:58` or `09.58 Uhr`.
    private static func hasTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4 else { return false }
        for index in 1..<(bytes.count - 2)
        where bytes[index] == 0x3A && isDigit(bytes[index - 1]) && isDigit(bytes[index + 1])
            && isDigit(bytes[index + 2])
        {
            return true
        }
        return text.contains("：") || text.contains("時") || text.contains("点")
    }

    private static func containsVerb(_ text: String) -> Bool {
        let lower = Array(text.lowercased().utf8)
        return verbBytes.contains { verb in
            guard let found = lower.firstIndex(ofBytes: verb) else { return false }
            // A word by itself, not the end of another one.
            return found == 0 || verb[0] >= 0x80 || !(0x61...0x7A).contains(lower[found - 1])
        }
    }

    private static let leadBytes: [[UInt8]] = leads.map { Array($0.utf8) }

    /// How introductions begin that put the date first.
    private static let leads: [String] = [
        "On ", "At ", "Am ", "Le ", "El ", "Em ", "Il ", "Il giorno ", "Op ", "Den ", "Dne ", "Dňa ", "W dniu ",
        "Dnia ",
        "På ", "Pe ", "Pada ", "La ", "Στις ", "В ", "Вт", "Пн", "Ср", "Чт", "Пт", "Сб", "Вс", "У ", "在 ", "於 ", "于",
        "在",
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Vào ", "Dana ", "ב", "بتاريخ", "في ", "tor", "ons", "man",
        "tir",
        "fre", "lør", "søn", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "Op", "Tarihinde", "ke ", "to ", "pe ",
        "ma ",
    ]

    private static let verbBytes: [[UInt8]] = verbs.map { Array($0.utf8) }

    private static let verbs: [String] = [
        "wrote", "writes", "said:", "spake", "excerpts from", "quoting", "zitat von", "citando", "schrieb",
        "hat geschrieben", "a écrit", "écrivait", "ecrit :", "escribió",
        "escribio",
        "ha escrito", "escreveu", "ha scritto", "scrisse", "schreef", "het volgende geschreven", "skrev", "skrifaði",
        "kirjoitti", "napisał", "pisze", "napisala", "napísal", "napsal", "napisao", "je pisao", "написал", "написав",
        "пишет",
        "пише", "написа", "писал", "írta", "a scris", "şunu yazdı", "yazdı", "tarihinde", "写道", "寫道", "写到", "さんは書きました",
        "さんが書きました",
        "のメッセージ", "作成", "작성", "님이", "έγραψε", "כתב", "كتب", "đã viết", "เขียน", "menulis", "rašė", "rakstīja",
        "kirjutas",
        "va escriure",
    ]
}
