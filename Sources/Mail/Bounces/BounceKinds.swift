/// Tells of what kind a failure is, by the words of the server that refused, else by its codes.
///
/// Servers choose codes loosely (a full mailbox comes as `5.1.1`, an unknown user as `5.7.1`), so words go first, the
/// more telling before the more general.
enum BounceKinds {
    static func kind(status: String?, diagnosis: String, isDelay: Bool = false) -> ParsedMail.Bounce.Kind {
        let kind =
            byTellingWords(diagnosis) ?? status.flatMap(byStatus) ?? byGeneralWords(diagnosis)
            ?? byClass(status, diagnosis)
        // What is still being tried may arrive yet.
        return isDelay && kind == .hard ? .soft : kind
    }

    /// Whether the words say what was wrong at all.
    static func tells(_ text: String) -> Bool { byTellingWords(text) != nil || byGeneralWords(text) != nil }

    private static func byTellingWords(_ text: String) -> ParsedMail.Bounce.Kind? {
        guard let first = telling.first(where: { $0.words.occur(in: text) })?.kind else { return nil }
        // "Blocked for spam" is about who sends, "spam, blocked by policy" about what was sent: what is named first counts.
        guard first == .blocked, let spam = refusedAsSpam.position(in: text),
            let sender = refusedSender.position(in: text), spam < sender
        else { return first }
        return .spam
    }

    private static func byGeneralWords(_ text: String) -> ParsedMail.Bounce.Kind? {
        refusals.occur(in: text) ? .blocked : nil
    }

    /// By subject and detail (RFC 3463, and what is registered since), where they say more than "failed".
    private static func byStatus(_ status: String) -> ParsedMail.Bounce.Kind? {
        let parts = status.split(separator: ".").map(String.init)
        guard parts.count == 3 else { return nil }
        switch (parts[1], parts[2]) {
        case ("2", "2"): return .full
        case ("7", "0") where parts[0] == "4": return .soft
        case ("7", _), ("1", "7"), ("1", "8"): return .blocked
        default: break
        }
        if parts[0] == "4" { return .soft }
        switch (parts[1], parts[2]) {
        case ("1", "0"), ("1", "9"), ("4", "0"), ("5", _), ("2", "0"), ("3", "0"), ("0", _): return nil
        case ("1", _), ("2", "1"), ("4", "1"), ("4", "4"), ("4", "310"): return .hard
        default: return .soft
        }
    }

    private static func byClass(_ status: String?, _ diagnosis: String) -> ParsedMail.Bounce.Kind {
        if let status { return status.hasPrefix("4") ? .soft : .hard }
        return StatusCodes.reply(diagnosis).map { $0 < 500 ? .soft : .hard } ?? .hard
    }

    private static let telling: [(kind: ParsedMail.Bounce.Kind, words: Phrases)] = [
        (.full, fullMailbox), (.spam, refusedLinks), (.blocked, refusedSender), (.spam, refusedAsSpam),
        (.hard, noSuchRecipient), (.spam, soundsOfSpam), (.soft, passing),
    ]

    private static let fullMailbox: Phrases = [
        "mailbox full", "mailbox is full", "mailbox are full", "mailbox was full", "full mailbox", "mail box full",
        "mail box is full", "mailfull", "inbox is full", "inbox full", "account is full", "folder is full",
        "over quota", "overquota", "over-quota", "over the quota", "over its quota", "over their quota",
        "quota exceeded", "exceeded quota", "exceeds quota", "exceed quota", "quota exceed", "exceeded their quota",
        "exceeded the quota", "quota violation", "quota is full", "mailbox quota", "disk quota", "exceeded storage",
        "exceeded its storage", "storage allocation", "storage quota", "out of storage", "exceeded the maximum storage",
        "mailbox size limit", "mailbox exceeds", "mailbox has exceeded", "mailbox has reached", "maildir is full",
        "not enough storage space", "no space left in the mailbox", "too much mail data", "would exceed", "userfull",
        "postfach ist voll", "postfach voll", "postfach des empfängers ist voll", "boite pleine", "boîte pleine",
        "boite aux lettres pleine", "boîte aux lettres pleine", "boite du destinataire pleine", "buzón lleno",
        "buzón está lleno", "buzon lleno", "casella piena", "casella di posta piena", "caixa cheia", "volle mailbox",
        "brievenbus is vol", "ящик переполнен", "переполнен", "メールボックスが一杯", "容量を超え", "容量オーバー", "邮箱已满", "邮箱空间不足",
        "사서함이 꽉",
    ]

    private static let refusedLinks: Phrases = ["blacklisted url", "url in message", "uribl", "surbl"]

    private static let refusedAsSpam: Phrases = [
        "as spam", "spam detected", "spam content", "spam message", "spam score", "spam classification", "is spam",
        "likely spam", "suspected spam", "considered spam", "probable spam", "spam filter", "spam-like", "spam like",
        "anti-spam", "antispam", "unsolicited bulk", "unsolicited mail",
        "unsolicited e-mail", "unsolicited email", "message content rejected", "content rejected", " ube,",
        "appears to be unsolicited", "spamassassin", "content was rejected", "phishing", "phish",
    ]

    private static let refusedSender: Phrases = [
        "sender address", "sender rejected", "sender denied", "sender domain", "sending domain", "sender verif",
        "domain of sender", "sender not", "sender is not", "invalid sender", "envelope sender", "senders not allowed",
        "sender's domain", "from: domain", "mailfrom domain", "mail from domain", "from header", "from: header",
        "unauthenticated", "spf record", "spf check", "spf fail", "spf hard", "spf polic", "spf auth", "pass spf",
        "(spf)", " spf ", "dkim", "dmarc", "domainkeys", "authentication checks", "authentication level",
        "reverse dns", "rdns", "ptr record", "dns ptr", "ptr resource", "reverse lookup", "no ptr",
        "ip name lookup failed", "unverifyable", "helo command", "invalid helo", "bad helo", "blacklist", "black list",
        "black-list", "blocklist", "block list", "block-list", "denylist", "dnsbl", " rbl", "rbl ", "spamhaus",
        "spamcop", "sorbs", "proofpoint.com", "senderbase", "barracudacentral", "reputation", "your ip", "your host",
        "sending ip", "client host", "client ip", "host network not allowed", "blocked using", "blocked ip",
        "blocked for abuse", "blocked by", "ip blocked", "ip frequency", "ip source", "invalid ip",
        "not allowed to send",
        "not permitted to send", "not authorized to send", "user complaints", "smtp server of your isp",
        "internet service provider", "email address is not verified", "smtp authentication", "unable to relay",
        "relay access denied", "relaying denied", "no relaying", "mail relay", "relay quota", "not verified sender",
        "may not be mail exchanger", "domain is invalid",
    ]

    private static let noSuchRecipient: Phrases = [
        "user unknown", "unknown user", "no such user", "user not found", "user not exist", "user doesn't exist",
        "user doesn't have", "user does not have", "does not exist", "doesn't exist", "do not exist", "don't exist",
        "not exist", "may not exist", "no such recipient", "no such person", "no such address", "no such mailbox",
        "no such account", "no such domain", "no such host", "no such name", "no such alias", "mailbox unavailable",
        "mailbox not available", "mailbox not found", "mailbox unknown", "unknown mailbox", "no mailbox",
        "unknown recipient", "recipient unknown", "recipient not found", "recipientnotfound", "recipnotfound",
        "recipient no longer", "rejected recipient", "not recognized", "unknown local", "unknown address",
        "unknown to", "unknown e-mail", "unknown email", "address not found", "address unknown", "couldn't be found",
        "could not be found",
        "cannot be found",
        "can't be found", "invalid recipient", "invalid mailbox", "invalid address", "invalid user", "invalid userid",
        "invalid final delivery", "invalid domain", "not a valid", "no valid recipient", "bad destination",
        "bad recipient", "bad mailbox", "malformed recipient", "non-existent", "nonexistent", "unrouteable",
        "unroutable", "not routable", "not listed in", "not our customer", "not our user", "not a known user",
        "is unknown", "account disabled", "account has been disabled", "account is disabled", "account is inactive",
        "account is locked", "account locked", "account closed", "account that you tried to reach is",
        "disabled recipient", "is disabled", "is inactive", "inactive", "deactivated", "suspended", "no longer active",
        "no longer valid", "no longer available", "no longer exist", "no longer in use", "no longer work",
        "no longer on server", "mailbox is frozen", "left the company", "has moved", "user has moved", "host unknown",
        "unknown host", "host not found", "domain not found", "unknown domain", "domain unknown", "nxdomain",
        "name or service not known", "find any host", "find a mail exchanger", "no mx record", "no mail exchanger",
        "no relevant answers",
        "dns lookup failure: host", "domain is not reachable", "not accept mail", "doesn't accept mail", "null mx",
        "doesn't receive email", "does not receive email", "existiert nicht", "unbekannter empfänger",
        "empfänger unbekannt", "benutzer unbekannt", "adresse unbekannt", "n'existe pas", "destinataire inconnu",
        "utilisateur inconnu", "adresse inconnue", "destinataire invalide", "no existe", "desconocido", "non esiste",
        "sconosciuto", "inesistente", "não existe", "bestaat niet", "onbekend", "finns inte", "nie istnieje",
        "не существует", "не найден", "見つかりません", "存在しません", "不存在", "查无此", "존재하지 않",
    ]

    private static let soundsOfSpam: Phrases = ["spam", "unsolicited", "junk mail", "bulk mail", "bulk email"]

    /// What may be otherwise another time.
    private static let passing: Phrases = [
        "try again", "try later", "retry later", "essayer plus tard", "réessayer", "später", "más tarde", "più tardi",
        "temporar", "greylist", "graylist", "too many", "rate limit", "at a rate", "too fast", "too large", "too big",
        "too long", "size limit", "message size", "length exceeds", "size exceeds", "exceeds size", "maximum size",
        "exceeded the maximum", "timed out", "timeout", "time out", "expired", "deferred", "insufficient",
        "out of disk",
        "out of space", "no space left", "disk full", "system full", "system resources", "resources", "unavailable",
        "not available", "local configuration", "local error", "internal error", "system error", "server error",
        "error in processing", "write error", "could not load", "ldap", "name server", "dns query", "dns error",
        "retry time", "multiple retries", "lost connection", "connection refused", "connection reset",
        "connection failed", "connection dropped", "connection timed", "unable to connect", "could not connect",
        "cannot connect", "requests to connect", "establish an smtp connection", "no route", "unreachable",
        "not reachable", "socket error", "not responding", "did not respond", "hops", "mail loop", "routing loop",
        "loop detected", "congest", "20 attempts", "given up", "sequence of commands", "not implemented",
        "protocol error",
        "syntax error", "unrecognized command", "command unrecognized", "8-bit data",
    ]

    private static let refusals: Phrases = [
        "access denied", "policy", "policies", "not allowed", "not permitted", "not authorized", "not authorised",
        "unauthorized", "authentication", "relay", "refused", "denied", "forbidden", "prohibited", "restricted",
        "restriction", "for security", "security reason", "security polic", "security violation", "virus", "malware",
        "attachment", "blocked", "filtered", "insecure", "permission",
        "administratively", "not accepted", "mail rejete", "mail rejected", "message rejected", "message was rejected",
        "have permission",
    ]
}
