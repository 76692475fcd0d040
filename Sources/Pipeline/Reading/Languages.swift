extension Decoding {
    /// A language by its code, `en`, or with a region, `de-AT`.
    func language(_ node: YAMLNode, _ what: String) -> Located<String>? {
        text(node, what).flatMap { isLanguage($0, what) ? $0 : nil }
    }

    /// Languages by their codes, none of them twice.
    func languages(_ node: YAMLNode, _ what: String) -> [Located<String>]? {
        texts(node, what, orOne: true)?.filter { isLanguage($0, "an entry of \(what)") }
    }

    private func isLanguage(_ text: Located<String>, _ what: String) -> Bool {
        let code = text.value.lowercased().prefix { $0 != "-" && $0 != "_" }
        if languageCodes.contains(String(code)) { return true }
        // Of two letters any other two are near.
        let word = code.count > 2 ? nearestWord(to: String(code), among: languageNames.keys) : String(code)
        let near = word.flatMap { languageNames[$0] }
        findings.error(
            .unknownName, at: text.place,
            "\(what) cannot be \"\(text.value)\", which is the code of no language"
                + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
            hint: "write two letters by ISO 639-1, such as en, de or fr")
        return false
    }
}

/// The codes of languages by ISO 639-1.
private let languageCodes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es \
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj \
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv \
    ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))

/// What is written in the place of a code often enough, with the code that is meant: names, countries, longer codes.
private let languageNames = [
    "english": "en", "eng": "en", "gb": "en", "us": "en", "german": "de", "deutsch": "de", "deu": "de", "ger": "de",
    "french": "fr", "fra": "fr", "fre": "fr", "spanish": "es", "spa": "es", "italian": "it", "ita": "it",
    "portuguese": "pt", "por": "pt", "dutch": "nl", "nld": "nl", "polish": "pl", "pol": "pl", "swedish": "sv",
    "danish": "da", "dk": "da", "czech": "cs", "cz": "cs", "greek": "el", "gr": "el", "japanese": "ja", "jp": "ja",
    "chinese": "zh", "cn": "zh", "ukrainian": "uk", "irish": "ga",
]
