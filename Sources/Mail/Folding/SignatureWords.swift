/// Words by which signatures and footers are known.
enum SignatureWords {
    /// A line that a mailer or a list adds by itself.
    static func isFooter(_ line: String) -> Bool {
        guard line.utf8.count <= 200 else { return false }
        let plain = plainFooter(line)
        guard plain.count <= 80 else { return lists.begin(plain) }
        if mobile.begin(plain) || lists.begin(plain) || scanners.occur(in: plain) { return true }
        // "Sent from a device" in any language, the verb first or last; people say who sent what.
        let isSent = sending.begin(plain) || endings.contains { plain.hasSuffix($0) }
        return isSent && devices.occur(in: plain)
            || plain.split(separator: " ").count <= 4 && plain.hasSuffix("from mobile")
    }

    /// In lower case, without links and the marks around it.
    private static func plainFooter(_ line: String) -> String {
        var plain = ""
        var depth = 0
        for character in line.lowercased() {
            switch character {
            case "<", "(": if plain.contains(where: \.isLetter) { depth += 1 }
            case ">", ")": depth = max(0, depth - 1)
            case "[", "]", "*": continue
            case "’": if depth == 0 { plain.append("'") }
            default: if depth == 0 { plain.append(character) }
            }
        }
        return plain.drop { "_-— ".contains($0) }.trimmed
    }

    /// Whether the lines after this footer belong to it.
    static func startsList(_ line: String) -> Bool {
        lists.begin(plainFooter(line))
    }

    /// Whether somebody wants something by this line, so that it must not be folded on a guess.
    static func soundsLikeAnAsk(_ line: String) -> Bool {
        line.contains("?") || line.contains("？") || line.contains("؟")
    }

    /// "Best regards," by itself on a line.
    static func isClosing(_ line: String) -> Bool {
        guard line.utf8.count <= 60 else { return false }
        var plain = Substring(line.trimmed.lowercased())
        while let last = plain.last, ",.!;-–—".contains(last) || last.isWhitespace { plain = plain.dropLast() }
        return closings.contains(String(plain))
    }

    /// A line with a way to reach somebody: a telephone number, an address, a site.
    static func isContact(_ line: String) -> Bool {
        let lower = line.lowercased()
        if lower.contains("@") || lower.contains("www.") || lower.contains("http://") || lower.contains("https://") {
            return true
        }
        let digits = lower.utf8.filter { (0x30...0x39).contains($0) }.count
        let isNumberish = digits >= 7 && lower.utf8.count <= 60
        return isNumberish && labels.contains { lower.contains($0) } || lower.contains(" | ") && lower.utf8.count <= 120
    }

    private static let devices: Phrases = [
        "iphone", "ipad", "ipod", "android", "blackberry", "samsung", "galaxy", "huawei", "xiaomi", "smartphone",
        "mobile", "mobil", "handy", "phone", "tablet", "outlook", "windows", "yahoo", "gmx", "k-9", "airmail",
        "mailspring", "proton", "thunderbird", "typemail", "tuffmail", "hushmail", "spark", "aol", "bluemail",
        "aquamail", "telefon", "téléphone", "teléfono", "telefone", "puhelin", "телефон", "смартфон",
    ]

    private static let sending: Phrases = [
        "sent from ", "sent with ", "sent by ", "sent via ", "sent using ", "sent on ", "gesendet", "envoyé", "enviado",
        "inviato", "verzonden", "verstuurd", "skicka", "sendt ", "lähetetty",
        "wysłan", "odeslán", "odoslan", "отправлен", "надіслан", "изпратен", "gönderildi", "发自", "發自", "傳送", "发送",
        "送信", "보냄", "στάλθηκε", "trimis", "küldve", "elküldve", "dikirim", "נשלח", "أرسل", "أُرسل", "poslano",
        "poslato", "đã gửi", "enviat", "saadetud", "nosūtīts", "išsiųsta", "from my ",
        "从我的", "從我的",
    ]

    private static let endings = [
        "gönderildi", "送信", "送信しました", "傳送", "发送", "보냄", "küldve", "lähetetty",
    ]

    private static let scanners: Phrases = [
        "auf viren geprüft", "virenfrei", "antivirus-software", "antivirus software", "logiciel antivirus",
        "absence de virus dans", "virus-free", "checked for viruses", "software antivirus", "scanned for viruses",
    ]

    private static let labels = [
        "tel", "phone", "mobil", "cell", "fax", "+", "(", "t:", "m:", "p:", "☎", "fon", "office",
    ]

    private static let mobile: Phrases = [
        "sent from my ", "sent from mail for windows", "sent from outlook", "sent from yahoo", "sent from samsung",
        "sent from a mobile", "sent from gmail", "sent from ", "sent via ", "sent with proton",
        "sent with aquamail",
        "sent on the go", "sent by my ", "get outlook for ", "get bluemail for ", "sent using ", "sent from the ",
        "von meinem ", "von meiner ", "von samsung", "von unterwegs", "mit der kostenlosen ", "gesendet von ",
        "gesendet mit ", "diese nachricht wurde von meinem android",
        "holen sie sich outlook", "outlook für ", "envoyé de mon ", "envoyé depuis ", "envoyé à partir de ",
        "télécharger outlook", "obtenez outlook", "enviado desde mi ", "enviado desde ", "enviado do meu ",
        "enviado de mi ",
        "enviado a partir ", "obtener outlook", "obter o outlook", "inviato da ", "inviato dal ", "ottieni outlook",
        "verzonden vanaf ", "verstuurd vanaf ", "verzonden met ", "outlook voor ", "skickat från ", "skickades från ",
        "sendt fra ", "lähetetty ", "wysłane z ", "wysłano z ", "pobierz outlook", "odesláno z ", "odoslané z ",
        "отправлено с ", "отправлено из ", "надіслано з ", "надіслано від ", "iphone'umdan gönderildi", "发自我的",
        "發自我的", "iphoneから", "나의 iphone에서", "trimis de pe ", "elküldve ", "στάλθηκε από ",
    ]

    private static let lists: Phrases = [
        "to unsubscribe", "unsubscribe:", "you received this message because", "you are receiving this",
        "you're receiving this", "reply to this email directly", "this e-mail and any attachments",
        "this email and any attachments", "this message and any attachments", "this email and any files",
        "this e-mail is confidential", "this email is confidential", "confidentiality notice", "disclaimer:",
        "the information contained in this", "the information in this email", "diese e-mail enthält vertrauliche",
        "ce message et toutes les pièces", "este mensaje y sus archivos", "please consider the environment",
        "virus-free.", "this email has been scanned", "this email has been checked for viruses", "scanned by ",
    ]

    private static let closings: Set<String> = [
        "best", "best regards", "kind regards", "regards", "warm regards", "warmest regards", "best wishes",
        "sincerely",
        "yours sincerely", "sincerely yours", "yours truly", "yours faithfully", "many thanks", "thanks", "thank you",
        "thanks and regards", "with kind regards", "with best regards", "cheers", "cordially", "respectfully",
        "mit freundlichen grüßen", "mit freundlichen grüssen", "freundliche grüße", "freundliche grüsse", "viele grüße",
        "liebe grüße", "beste grüße", "herzliche grüße", "mfg", "lg", "cordialement", "bien cordialement",
        "bien à vous", "salutations", "meilleures salutations", "saludos", "saludos cordiales", "un saludo",
        "atentamente",
        "atenciosamente", "cumprimentos", "obrigado", "obrigada", "cordiali saluti", "distinti saluti", "saluti",
        "met vriendelijke groet", "vriendelijke groeten", "groeten", "mvg", "med vänliga hälsningar",
        "vänliga hälsningar",
        "med venlig hilsen", "venlig hilsen", "med vennlig hilsen", "vennlig hilsen", "ystävällisin terveisin",
        "pozdrawiam", "z poważaniem", "s pozdravem", "с уважением", "з повагою", "saygılarımla", "よろしくお願いします", "此致敬礼",
    ]
}
