/// The words that a test can name things by: kinds of texts, sections with their members, timers.
///
/// What is not to come about is not missed where its name is misspelt, so that names are held against these. Of sections
/// all manifests tell; of kinds, members and timers it is known what Casewire's own stages make. There a word that looks
/// like a slip is an error, and any other that is not known a warning. Where another stage is there too, such a word may be
/// its own: then only the slip is told, as a warning.
struct TestVocabulary {
    /// The sections that some stage of the pipeline writes.
    let sections: Set<String>
    /// Whether no stage is there whose words nobody knows here.
    let isWhole: Bool

    init(_ manifests: [String: Manifest]) {
        sections = Set(manifests.values.flatMap(\.writes))
        isWhole = manifests.values.allSatisfy { Self.stages.contains($0.name) }
    }

    /// The stages whose words these are.
    private static let stages: Set = ["intake", "triage", "responder", "escalation", "survey", "lookout"]

    /// What a text is for.
    static let kinds = [
        "acknowledgment", "follow-up-received", "answer", "apology", "clarifying-question", "update", "hand-over",
        "amends", "thanks", "reminder", "closing", "survey", "you-said-we-did", "invitation", "welcome",
        "staff-notice", "staff-warning", "staff-refused", "staff-review", "staff-feedback", "staff-praise",
        "staff-cause", "staff-digest",
    ]

    /// The members of the sections.
    static let members: [String: [String]] = [
        "contact": ["customer", "channel", "subject", "language", "last_message_id", "references"],
        "understanding": [
            "heard", "topic", "confidence", "alternatives", "mood", "strength", "language", "asks", "safety",
            "satisfied", "wants_person", "evidence", "corrected", "languages",
        ],
        "answering": ["acknowledged", "answered", "questions", "coverage", "draft"],
        "care": [
            "advocate", "earlier", "next_word", "clocks", "rung", "waits_for", "turn", "unreachable", "made_good",
            "granted",
        ],
        "review": ["machine", "by", "at", "corrections"],
        "page": ["links_from"],
        "feedback": ["asked", "question", "votes", "items"],
        "cause": ["key", "owner", "reports", "opened", "due", "state", "found", "mended", "ended", "merged", "late"],
        "appreciation": ["thanked", "invited", "member", "joined", "left"],
        "spike": [
            "topic", "since", "count", "expected", "probability", "quiet", "samples", "notice", "told", "rung", "taken",
        ],
    ]

    static let clocks = [
        "acknowledge", "first-answer", "next-answer", "update", "urgent", "resolution", "resolve", "reply",
    ]

    private static let timers =
        ["acknowledge", "draft", "survey", "invite", "ladder", "choose", "cause", "digest", "spike"]
        + ["warn", "due", "predict"].flatMap { kind in clocks.map { "\(kind)-\($0)" } }

    /// Something that is named, and what it can be named by.
    struct Word {
        /// In words, with the name in quotes.
        var problem: String
        var name: String
        var known: [String]
    }

    func kind(_ name: String) -> Word? { word("no text is of the kind \"\(name)\"", name, Self.kinds) }

    /// - Returns: the part of a path that nothing is called by; nil where it leads somewhere.
    func path(_ path: String) -> Word? {
        let names = path.split(separator: ".").map(String.init)
        guard let section = names.first, names.count > 1, let members = Self.members[section] else { return nil }
        if let member = word("\(section) has no \"\(names[1])\"", names[1], members) { return member }
        guard section == "care", names[1] == "clocks", names.count > 2, !names[2].hasPrefix("promise-") else {
            return nil
        }
        return word("there is no clock \"\(names[2])\"", names[2], Self.clocks)
    }

    func timer(_ name: String) -> Word? {
        // Each promise has its timers, and so has each colleague and each piece of feedback.
        let own = ["warn-promise-", "due-promise-", "predict-promise-", "quiet-", "feedback-"]
        guard !own.contains(where: name.hasPrefix) else { return nil }
        return word("no timer is called \"\(name)\"", name, Self.timers)
    }

    private func word(_ problem: String, _ name: String, _ known: [String]) -> Word? {
        known.contains(name) ? nil : Word(problem: problem, name: name, known: known)
    }
}
