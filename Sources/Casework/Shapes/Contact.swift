/// Somebody with a name and an address.
public struct Party: Codable, Sendable, Hashable {
    /// The name they go by, if they gave one.
    public var name: String?
    /// The address they can be reached at.
    public var address: String

    /// A party by address and, if known, name.
    public init(name: String? = nil, address: String) {
        self.name = name
        self.address = address
    }
}

extension Party {
    /// The same, by the name that they gave before where they gave none this time: mail programs leave it out as they please, and
    /// nobody likes to be forgotten.
    /// - Parameter known: who wrote, oldest first.
    package func named(by known: some Sequence<Party>) -> Party {
        guard name?.contains(where: { !$0.isWhitespace }) != true else { return self }
        let address = address.lowercased()
        let named = known.filter { $0.address.lowercased() == address && $0.name?.isEmpty == false }
        return Party(name: named.last?.name, address: self.address)
    }
}

/// A file that came with a contact; its bytes are a blob.
public struct Attachment: Codable, Sendable, Hashable {
    /// The name the sender gave it.
    public var name: String
    /// The media type the sender declared.
    public var media_type: String
    /// Its size in bytes.
    public var bytes: Int
    /// SHA-256 in lower-case hex: the blob's name.
    public var sha256: String
    /// Whether it was shown within the text.
    public var inline: Bool

    /// An attachment.
    public init(name: String, media_type: String, bytes: Int, sha256: String, inline: Bool) {
        self.name = name
        self.media_type = media_type
        self.bytes = bytes
        self.sha256 = sha256
        self.inline = inline
    }
}

/// What our own mail server found out about where a mail comes from (RFC 8601).
public struct Authentication: Codable, Sendable, Hashable {
    /// The server that looked.
    public var server: String
    /// `pass`, `fail`, `none` … by method: `spf`, `dkim`, `dmarc`.
    public var results: [String: String]

    /// What a server found.
    public init(server: String, results: [String: String]) {
        self.server = server
        self.results = results
    }
}

/// What was heard: the body of a `heard`, `staff` or `notice` entry, and the data of `case.contact`, `case.staff` and
/// `case.notice`.
public struct Contact: Codable, Sendable, Hashable {
    /// The way it came: `mail`, `form`, `api`, `page`, or `feedback` for what was told unasked.
    public var channel: String
    /// Who wrote.
    public var from: Party
    /// The subject line.
    public var subject: String?
    /// The person's own words.
    public var words: String
    /// Quoted text and signature that were folded away.
    public var folded: String?
    /// The files that came with it.
    public var attachments: [Attachment]
    /// The Message-ID, without angle brackets.
    public var message_id: String?
    /// Message-IDs it refers to, oldest first.
    public var references: [String]
    /// SHA-256 of the raw bytes.
    public var raw: String?
    /// The kind of automatic mail, if it is one: `out-of-office`, `bounce`, `list` …
    public var automatic: String?
    /// What our own mail server found out about its origin, where it is told to.
    public var authentication: Authentication?
    /// What was odd about it, for a person.
    public var problems: [String]
    /// False where the customer says with it that their matter is not solved.
    public var settled: Bool?
    /// How far the writer's clock is from UTC, such as `+05:30`, where it said so.
    public var zone: String?

    /// A contact.
    public init(
        channel: String, from: Party, subject: String? = nil, words: String, folded: String? = nil,
        attachments: [Attachment] = [], message_id: String? = nil, references: [String] = [], raw: String? = nil,
        automatic: String? = nil, authentication: Authentication? = nil, problems: [String] = [], settled: Bool? = nil,
        zone: String? = nil
    ) {
        self.channel = channel
        self.from = from
        self.subject = subject
        self.words = words
        self.folded = folded
        self.attachments = attachments
        self.message_id = message_id
        self.references = references
        self.raw = raw
        self.automatic = automatic
        self.authentication = authentication
        self.problems = problems
        self.settled = settled
        self.zone = zone
    }
}

/// Section `contact`: how the customer is reached and where the conversation stands. Written by intake.
public struct ContactSection: Codable, Sendable, Hashable {
    /// `contact/1`
    public static let schema = "contact/1"
    /// The customer.
    public var customer: Party
    /// The channel of the latest contact.
    public var channel: String
    /// The subject of the first contact.
    public var subject: String?
    /// The language the customer chose, as BCP 47, if they did.
    public var language: String?
    /// The Message-ID of the latest contact: what our next mail answers.
    public var last_message_id: String?
    /// The thread, oldest first, at most 20.
    public var references: [String]

    /// The section.
    public init(
        customer: Party, channel: String, subject: String? = nil, language: String? = nil,
        last_message_id: String? = nil, references: [String] = []
    ) {
        self.customer = customer
        self.channel = channel
        self.subject = subject
        self.language = language
        self.last_message_id = last_message_id
        self.references = references
    }
}
