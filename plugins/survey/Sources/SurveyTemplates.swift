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

    /// The language to ask in: the customer's where there are texts in it, otherwise English.
    func language(_ tag: String?) throws -> String {
        let code = tag.map { String($0.lowercased().prefix { $0.isLetter }) } ?? "en"
        let language = catalog.languages.contains(code) ? code : catalog.languages.contains("en") ? "en" : nil
        guard let language = language ?? catalog.languages.first else { throw Self.missing }
        return language
    }

    /// The invitation in a language.
    func invitation(language: String, _ values: [String: String]) throws -> Template.Rendered {
        guard let template = catalog.template("survey", language: language) else { throw Self.missing }
        return try template.render(values)
    }

    private static var missing: StageFailure {
        .config("templates", "there is no template for the survey")
    }
}
