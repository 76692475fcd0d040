import Casework
import StageKit

/// The invitation in each language of the templates folder.
struct SurveyTemplates: Sendable {
    private let catalog: TemplateCatalog

    /// - Throws: `StageFailure.config` with everything that is wrong with the folder.
    init(folder: String) throws {
        do {
            catalog = try TemplateCatalog(folder: folder)
        } catch {
            throw StageFailure.config("templates", "\(error)")
        }
    }

    /// The invitation and the language it is in: the customer's where there is one, otherwise English.
    func invitation(language tag: String?, _ values: [String: String]) throws -> (Template.Rendered, language: String) {
        let code = tag.map { String($0.lowercased().prefix { $0.isLetter }) } ?? "en"
        let language = catalog.languages.contains(code) ? code : catalog.languages.contains("en") ? "en" : nil
        guard let language = language ?? catalog.languages.first,
            let template = catalog.template("survey", language: language)
        else { throw StageFailure.config("templates", "there is no template for the survey") }
        return (try template.render(values), language)
    }
}
