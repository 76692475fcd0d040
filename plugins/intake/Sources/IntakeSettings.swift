import StageKit

/// What `pipeline.yaml` says to intake; the manifest holds the defaults.
struct IntakeSettings: Decodable, Sendable {
    /// The desk as customers know it.
    struct Desk: Decodable, Sendable {
        var name: String
        var address: String
        /// Where customers reach the web door.
        var web: String?
    }

    var web: String
    var key: String
    var desk: Desk
    var maxAttachmentMiB: Int
    var maxAttachments: Int
    /// The folder with the pages' texts.
    var templates: String
    var languages: [String]
    /// Days that a link to a customer's own page works.
    var linkDays: Int
    /// Proxies that say truly whom they ask for.
    var proxies: [String]
    var mailboxes: [MailboxSettings] = []
    var maildirs: [MaildirSettings] = []
    /// The folder that keeps how far each mailbox was read; without it each start reads them anew.
    var progress: String?
    /// The names of the desk's own mail servers in Authentication-Results.
    var trustedServers: [String] = []

    enum CodingKeys: String, CodingKey {
        case web, key, desk, templates, languages, proxies, mailboxes, maildirs, progress
        case linkDays = "link_days"
        case maxAttachmentMiB = "max_attachment_mib"
        case maxAttachments = "max_attachments"
        case trustedServers = "trusted_servers"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        web = try container.decodeIfPresent(String.self, forKey: .web) ?? ""
        key = try container.decode(String.self, forKey: .key)
        desk = try container.decode(Desk.self, forKey: .desk)
        maxAttachmentMiB = try container.decodeIfPresent(Int.self, forKey: .maxAttachmentMiB) ?? 25
        maxAttachments = try container.decodeIfPresent(Int.self, forKey: .maxAttachments) ?? 10
        templates = try container.decode(String.self, forKey: .templates)
        languages = try container.decodeIfPresent([String].self, forKey: .languages) ?? ["en", "de", "fr", "es"]
        linkDays = try container.decodeIfPresent(Int.self, forKey: .linkDays) ?? 90
        proxies = try container.decodeIfPresent([String].self, forKey: .proxies) ?? []
        mailboxes = try container.decodeIfPresent([MailboxSettings].self, forKey: .mailboxes) ?? []
        maildirs = try container.decodeIfPresent([MaildirSettings].self, forKey: .maildirs) ?? []
        progress = try container.decodeIfPresent(String.self, forKey: .progress)
        trustedServers = try container.decodeIfPresent([String].self, forKey: .trustedServers) ?? []
    }

    init(
        web: String = "", key: String = "", desk: Desk, maxAttachmentMiB: Int = 25, maxAttachments: Int = 10,
        templates: String, languages: [String] = ["en", "de", "fr", "es"], linkDays: Int = 90, proxies: [String] = []
    ) {
        self.web = web
        self.key = key
        self.desk = desk
        self.maxAttachmentMiB = maxAttachmentMiB
        self.maxAttachments = maxAttachments
        self.templates = templates
        self.languages = languages
        self.linkDays = linkDays
        self.proxies = proxies
    }

    /// Where the web door listens; nil for no web door.
    var webAddress: WebAddress? {
        get throws {
            guard !web.isEmpty else { return nil }
            guard let address = WebAddress(web) else {
                throw StageFailure.config("web", "\"\(web)\" is no address to listen at; write host:port")
            }
            return address
        }
    }
}

/// A host and a port to listen at; port 0 lets the system choose.
struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    var host: String
    var port: Int

    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty else { return nil }
        self.host = host
        self.port = port
    }

    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
