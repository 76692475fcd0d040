import Casework

/// What the pipeline sets for this stage.
struct Settings: Decodable, Sendable {
    var knowledge: String
    var templates: String
    /// The language model, as triage has it.
    var languages: String?
    var outbox: String
    /// Where it is kept which owners were told of which stale articles.
    var notices: String?
    var smtp: SMTP?
    var key: String
    var desk: Desk

    /// The server that mails are sent by.
    struct SMTP: Decodable, Sendable {
        enum TLS: String, Decodable, Sendable {
            case required, offered, none
        }

        var url: String
        var user: String?
        var password_file: String?
        var tls: TLS?
    }

    /// The desk as customers know it.
    struct Desk: Decodable, Sendable {
        var name: String
        var address: String
        var web: String?
        var signature: String?

        /// How a text is signed that no person wrote.
        func signedAs(in language: String) -> String { Signature.text(signature, shop: name, language: language) }
    }
}
