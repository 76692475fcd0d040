import Casework
import StageKit

/// What `pipeline.yaml` says to escalation.
struct EscalationSettings: Decodable, Sendable {
    /// The desk as customers know it.
    struct Desk: Decodable, Sendable {
        var name: String
        /// Where customers reach the web door.
        var web: String?
    }

    /// The folder of texts the desk writes with.
    var templates: String
    /// The key that signs links to customers' own pages; without it the texts have none.
    var key: String?
    var desk: Desk
}

extension TemplateCatalog {
    /// A template in a language, or else in English, or else in the first language there is.
    func required(_ name: String, language: String) throws -> Template {
        if let template = template(name, language: language) ?? template(name, language: languages.first) {
            return template
        }
        throw StageFailure.config("templates", "there is no template \(name)")
    }
}
