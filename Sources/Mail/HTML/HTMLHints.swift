/// What the markup of the common mailers tells about a part of the text.
enum HTMLHints {
    static func hint(_ attributes: [String: String]) -> MailLine.Hint? {
        let names = tokens(attributes)
        if names.contains(where: { quoting.contains($0) }) { return .quoted }
        if names.contains(where: { signing.contains($0) || $0.hasPrefix("gmail_signature") }) { return .signature }
        return nil
    }

    /// Outlook puts a mark before what it quotes and nothing around it.
    static func beginsQuotedRest(_ attributes: [String: String]) -> Bool {
        tokens(attributes).contains { $0 == "divrplyfwdmsg" || $0 == "appendonsend" || $0 == "x_divrplyfwdmsg" }
    }

    static func isInvisible(_ attributes: [String: String]) -> Bool {
        if attributes["hidden"] != nil { return true }
        guard let style = attributes["style"] else { return false }
        let plain = asciiLowercased(style.utf8.filter { $0 > 0x20 })
        return plain.contains("display:none") || plain.contains("visibility:hidden") || plain.contains("mso-hide:all")
    }

    /// A link that may be shown: nothing that runs, embeds or points into the mail itself.
    static func link(_ target: String) -> String? {
        let clean = String(
            target.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" })
        let scheme = clean.prefix(12).lowercased()
        let isShown = ["http://", "https://", "mailto:", "tel:", "ftp://"].contains { scheme.hasPrefix($0) }
        return isShown ? clean : nil
    }

    /// For telling whether a link's text already is its target.
    static func bare(_ text: String) -> String {
        var bare = Substring(text.lowercased())
        for prefix in ["http://", "https://", "mailto:", "tel:", "ftp://"] where bare.hasPrefix(prefix) {
            bare = bare.dropFirst(prefix.count)
            break
        }
        while bare.hasSuffix("/") { bare = bare.dropLast() }
        return String(bare)
    }

    private static let quoting: Set<String> = [
        "gmail_quote", "gmail_extra", "gmail_quote_container", "yahoo_quoted", "moz-cite-prefix",
        "outlookmessageheader",
        "protonmail_quote", "zmail_extra", "tutanota_quote", "wordsection1_quote", "hcite", "mail_quote",
        "ms-outlook-mobile-reference-message", "mail-editor-reference-message-container", "freebirdquote",
    ]

    private static let signing: Set<String> = [
        "moz-signature", "ms-outlook-mobile-signature", "protonmail_signature_block", "gmail_signature", "signature",
        "applemailsignature", "divsignature", "mobile-signature", "x_signature",
    ]

    private static func tokens(_ attributes: [String: String]) -> [String] {
        guard attributes["class"] != nil || attributes["id"] != nil else { return [] }
        let text = (attributes["class"] ?? "") + " " + (attributes["id"] ?? "")
        return asciiLowercased(text.utf8.prefix(400)).split(separator: " ").map(String.init)
    }
}
