public import StageProtocol

/// Section `answering`: what the responder has done with what was heard. Written by the responder.
public struct Answering: Codable, Sendable, Hashable {
    /// `answering/1`
    public static let schema = "answering/1"
    /// How many contacts had been heard when the last one was acknowledged.
    public var acknowledged: Int
    /// How many contacts had been heard by the last answer or hand-over.
    public var answered: Int
    /// Clarifying questions asked so far.
    public var questions: Int
    /// Asks with the span of the answer that covers each; an ask without one is uncovered.
    public var coverage: [Cover]
    /// What a person was given to start from, until something is answered.
    public var draft: String?

    /// An ask and what covers it.
    public struct Cover: Codable, Sendable, Hashable {
        /// The customer's words.
        public var ask: String
        /// The words of the answer.
        public var span: String?
        /// The article they rest on, such as `returns#how-to`.
        public var article: String?
        /// A pair of ask and span.
        public init(ask: String, span: String?, article: String?) {
            self.ask = ask
            self.span = span
            self.article = article
        }
    }

    /// The section.
    public init(
        acknowledged: Int = 0, answered: Int = 0, questions: Int = 0, coverage: [Cover] = [], draft: String? = nil
    ) {
        self.acknowledged = acknowledged
        self.answered = answered
        self.questions = questions
        self.coverage = coverage
        self.draft = draft
    }
}

/// The data of `case.said`: a text has left.
public struct Said: Codable, Sendable, Hashable {
    /// What it was for.
    public var purpose: String
    /// Who it was for.
    public var audience: Audience
    /// Whether it answered the customer.
    public var answers: Bool
    /// Whether it was delivered.
    public var sent: Bool
    /// Where it went, or why it did not.
    public var detail: String
    /// How many contacts its writer had seen.
    public var heard: Int

    /// A text that left, or did not.
    public init(purpose: String, audience: Audience, answers: Bool, sent: Bool, detail: String, heard: Int) {
        self.purpose = purpose
        self.audience = audience
        self.answers = answers
        self.sent = sent
        self.detail = detail
        self.heard = heard
    }
}

/// The data of `case.handover`: a person is needed.
public struct Handover: Codable, Sendable, Hashable {
    /// A code to group by: `unsure`, `no-article`, `safety`, `wants-person`, `gate`, `failed` …
    public var code: String
    /// Why, in a sentence for the person.
    public var reason: String
    /// Whether it cannot wait.
    public var urgent: Bool
    /// A draft they may use.
    public var draft: String?

    /// A hand-over.
    public init(code: String, reason: String, urgent: Bool = false, draft: String? = nil) {
        self.code = code
        self.reason = reason
        self.urgent = urgent
        self.draft = draft
    }
}
