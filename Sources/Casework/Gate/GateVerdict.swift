package import Crypto
package import StageProtocol

/// What the gate knows about a text besides its words.
package struct GateContext: Sendable {
    /// The customer's language, where it is known: `en`, `de-AT`, ….
    package var language: String?
    /// What the writer may grant and until when they may promise.
    package var authority: Authority
    /// What the text is for: `acknowledgment`, `answer`, `clarifying-question`, `update`, `hand-over`, `apology`, `closing`, ….
    package var purpose: String
    /// The mood the customer was last heard in: `calm`, `worried`, `upset`, `angry`, `happy`.
    package var mood: String?
    /// How many questions a customer may be asked in one text.
    package var questions: Int
    /// The moment the text is judged, for promises that name a day.
    package var now: Timestamp
    /// The desk's own addresses, such as that of its web door: to name them gives nothing away.
    package var own: [String]
    /// What the desk signs its links with; without it no link is known to be the desk's.
    package var key: SymmetricKey?

    package init(
        language: String? = nil, authority: Authority = .none, purpose: String, mood: String? = nil,
        questions: Int = 2, now: Timestamp, own: [String] = [], key: SymmetricKey? = nil
    ) {
        self.language = language
        self.authority = authority
        self.purpose = purpose
        self.mood = mood
        self.questions = questions
        self.now = now
        self.own = own
        self.key = key
    }

    /// The text without the desk's own addresses and the links that it signs: their letters and digits come about by chance, and one
    /// in a thousand would look like the number of a card.
    func withoutOwn(_ text: String) -> String {
        own.reduce(text) { text, address in
            let address = address.hasSuffix("/") ? String(address.dropLast()) : address
            let parts = text.split(separator: address, omittingEmptySubsequences: false)
            return (parts.prefix(1) + parts.dropFirst().map(behindLink)).joined()
        }
    }

    /// What follows a link that the desk has signed, of which the text has the path: `/c/`, a token, and perhaps `?lang=en`.
    private func behindLink(_ text: Substring) -> Substring {
        let path = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard let key, path.count == 3, path[0].isEmpty, path[1].allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return text
        }
        var token = path[2].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        while token.last == "." { token.removeLast() }
        guard SignedToken(verifying: String(token), with: key) != nil else { return text }
        let rest = text[token.endIndex...]
        guard rest.hasPrefix("?lang=") else { return rest }
        return rest.dropFirst(6).drop { $0.isASCII && ($0.isLetter || $0 == "-") }
    }
}

/// What the gate looks for; the raw value is the rule's name in findings and reports.
package enum GateRule: String, Codable, Sendable, CaseIterable {
    /// The customer is made out to be at fault.
    case blameCustomer = "blame-customer"
    /// A colleague, a carrier or a machine is made out to be at fault: the customer wrote to us, so it is ours to mend.
    case blameOther = "blame-other"
    /// The text argues, threatens, shouts, or is sarcastic.
    case confrontation
    /// What the customer said is made small.
    case dismissive
    /// The customer is upset and the answer does not say that it was heard.
    case feelingsIgnored = "feelings-ignored"
    /// A refusal with nothing the customer can do next.
    case deadEnd = "dead-end"
    /// More questions than a customer should have to answer at once.
    case tooManyQuestions = "too-many-questions"
    /// A promise without a day or a term in which it is kept.
    case promiseWithoutDate = "promise-without-date"
    /// A promise of more than the writer may grant.
    case promiseBeyondAuthority = "promise-beyond-authority"
    /// Hope dressed up as certainty.
    case falseCertainty = "false-certainty"
    /// An update that says nothing new and names nothing that is waited for.
    case hollowUpdate = "hollow-update"
    /// Words, addresses or data that belong inside the house.
    case internalLeak = "internal-leak"
    /// Who else is a customer, and what they ordered, wrote or received.
    case otherCustomersData = "other-customers-data"
    /// The gate does not know the text's language; a person must read it.
    case unknownLanguage = "unknown-language"
}

/// One thing that stands against a text: the rule, the very words, and how to say it better.
package struct GateFinding: Codable, Sendable, Hashable {
    /// The rule's name.
    package var rule: GateRule
    /// The words as they stand in the text.
    package var words: String
    /// A better wording, in the language of the text.
    package var advice: String
}

/// What the gate says about one text.
package struct GateVerdict: Codable, Sendable, Hashable {
    /// What becomes of the text.
    package enum Decision: String, Codable, Sendable {
        /// It may be sent.
        case pass
        /// It goes back to the writer with the findings.
        case refuse
        /// A person must read it first.
        case hold
    }

    package var verdict: Decision
    package var findings: [GateFinding]
    /// What the text promises, for the ledger.
    package var promises: [FoundPromise]
    /// The language the text was judged in, nil when the gate does not know it.
    package var language: String?
    /// Which edition of the rules judged, so that a later audit can tell old verdicts from new ones.
    package var rulesVersion: String
}
