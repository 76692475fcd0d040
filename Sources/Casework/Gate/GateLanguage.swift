/// A language the gate has rules for.
struct GateLanguage: Sendable {
    let code: String

    private static let codes: Set<String> = ["en", "de", "fr", "es"]

    private static func known(_ code: String) -> GateLanguage? { codes.contains(code) ? GateLanguage(code: code) : nil }

    /// The language's phrases; compiled when a text first needs them.
    var book: PhraseBook {
        switch code {
        case "de": .german
        case "fr": .french
        case "es": .spanish
        default: .english
        }
    }

    /// What language a text is in, by its commonest little words; the hint decides only where they do not.
    static func judge(_ sentences: [Sentence], hint: String?) -> (language: GateLanguage?, reason: String) {
        let judged = sentences.filter { !$0.isQuoted }
        var total = Counts()
        for sentence in judged {
            let counts = Counts(sentence.tokens)
            if counts.isForeign { return (nil, counts.best?.code ?? "another script") }
            total.add(counts)
        }
        if total.isForeign { return (nil, total.best?.code ?? "another script") }
        let hinted = hint.flatMap { known(Folding.fold($0.prefix(2))) }
        if let best = total.best, best.isClear { return (known(best.code), "") }
        if total.foreignScript == 0, let best = familiar(judged, total) { return (best, "") }
        // Too short to tell by itself: a reference, a greeting.
        if let hinted, total.words <= 12, total.foreignScript == 0 { return (hinted, "") }
        if let hinted, total.best?.code == hinted.code { return (hinted, "") }
        return (nil, "undecided")
    }

    /// Short texts have too few little words: those the phrases mention count as well.
    private static func familiar(_ sentences: [Sentence], _ total: Counts) -> GateLanguage? {
        let scores = LittleWords.codes.prefix(4).enumerated().compactMap { index, code -> (GateLanguage, Int)? in
            guard let language = known(code) else { return nil }
            return (
                language,
                2 * total.hits[index] + sentences.reduce(0) { $0 + language.book.familiarity(with: $1.tokens) }
            )
        }.sorted { $0.1 > $1.1 }
        guard let first = scores.first, scores.count > 1, first.1 > scores[1].1, first.1 * 2 >= total.words,
            first.1 > 2 * (total.hits.dropFirst(4).max() ?? 0)
        else { return nil }
        return first.0
    }

    private struct Counts {
        var words = 0
        var foreignScript = 0
        var hits: [Int] = Array(repeating: 0, count: LittleWords.codes.count)

        init() {}

        init(_ tokens: [Token]) {
            for token in tokens where token.kind == .word {
                words += 1
                if let scalar = token.folded.unicodeScalars.first, scalar.value > 0x24F { foreignScript += 1 }
                for code in LittleWords.languages[token.folded] ?? [] { hits[code] += 1 }
            }
        }

        mutating func add(_ other: Counts) {
            words += other.words
            foreignScript += other.foreignScript
            for index in hits.indices { hits[index] += other.hits[index] }
        }

        /// The language with the most hits, and whether it stands clear of the others.
        var best: (code: String, isClear: Bool)? {
            let order = hits.indices.sorted { hits[$0] > hits[$1] }
            let (first, second) = (hits[order[0]], hits[order[1]])
            guard first > 0 else { return nil }
            return (LittleWords.codes[order[0]], first > second && first * 8 >= words)
        }

        /// Whether the words are clearly of a language without rules.
        var isForeign: Bool {
            if foreignScript * 3 > words { return true }
            let ours = hits.prefix(4).max() ?? 0
            let theirs = hits.dropFirst(4).max() ?? 0
            return theirs >= ours + 2 && theirs * 5 >= words
        }
    }
}

/// The commonest little words of the gate's languages and of their neighbours, which must be told apart from them.
private enum LittleWords {
    static let codes = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "cs", "tr", "ro", "fi", "hu"]

    private static let words = [
        "the and you your we our is are was to of for with that this it have will not from by please thank thanks i be on "
            + "in at as if can has an would what when order know let me us they which there been or my so do does did "
            + "how any about yours than more dear kind regards hello sorry no",
        "der die das und sie ihr ihre ihnen wir uns ist sind war zu von fuer mit dass ich nicht ein eine einen es haben hat "
            + "auf im in den dem des bitte danke vielen dank wenn wird werden bei an am zum zur auch noch nur aber oder wie "
            + "was diese dieser ihrem ihren ihrer mir mich gerne guten tag liebe gruesse hallo kein keine leid tut",
        "le la les un une des de du et vous votre vos nous notre nos est sont dans pour avec que qui ce cette je ne pas sur "
            + "au aux en il elle a ont avez avons merci bonjour si plus par ou mais se ses son sa etait y me comme leur "
            + "cordialement desole",
        "el la los las un una de del y usted su sus nos nuestro nuestra es son en para con que este esta lo le les no se por "
            + "al ha han hemos gracias hola si mas o pero como muy ya me mi nosotros cuando ese eso estimado estimada "
            + "saludos siento hasta donde sin",
        "il lo gli le di del della che e un una per con non sono siamo vi ci suo sua nostro grazie ciao abbiamo questo "
            + "questa anche al alla nel nella piu ma come se da dal buongiorno ordine",
        "de het een en van wij uw ons is zijn op voor met dat niet ik u je we aan er om bij naar ook maar hebben heeft dank "
            + "bedankt graag bestelling deze dit wordt te zal",
        "o os as um uma de do da e que para com nao seu sua nos nosso por em no na foi sao esta obrigado obrigada ola voce "
            + "se mais mas ao pelo pela temos muito",
        "i w z na do nie sie jest to ze pan pani prosze dziekuje dziekujemy za od po jak ale czy nasz panstwa zamowienie",
        "och att det en ett ni din ert vi oss ar som pa av med inte jag har kan till den hej tack om eller ska",
        "og at det en et du din jeres vi os er som pa af med ikke jeg har kan til den hej tak om eller skal vil",
        "a je se na v ve z ze do ne vas vase nase dekujeme prosim dobry den jsme jste byl bude pro objednavka",
        "ve bir bu icin ile siz sizin biz bizim degil cok var siparis tesekkur merhaba lutfen olarak daha",
        "si de la in nu va este sunt pentru cu ca dumneavoastra noastra comanda multumim buna ziua am ati",
        "ja on ei se etta tilaus kiitos hei olemme teidan meidan ovat oli mutta kun myos",
        "a az es nem hogy van egy rendeles koszonjuk kedves onnek meg csak volt lesz",
    ]

    static let languages: [String: [Int]] = {
        var languages: [String: [Int]] = [:]
        for (code, list) in words.enumerated() {
            for word in Set(list.split(separator: " ")) { languages[String(word), default: []].append(code) }
        }
        return languages
    }()
}
