import Casework
import FoundationEssentials
import StageKit

/// The invitation in each language of the templates folder.
struct SurveyTemplates: Sendable {
    private let catalog: TemplateCatalog

    /// - Throws: `StageFailure.config` with everything that is wrong with the folder.
    init(folder: String) throws {
        let files = FileManager.default
        do {
            var texts: [(path: String, text: String)] = []
            for language in try files.contentsOfDirectory(atPath: folder).sorted() {
                // What is no folder, such as the README, holds no texts.
                guard let names = try? files.contentsOfDirectory(atPath: "\(folder)/\(language)") else { continue }
                for name in names.sorted() where name.hasSuffix(".txt") {
                    let path = "\(language)/\(name)"
                    texts.append((path, try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)))
                }
            }
            catalog = try TemplateCatalog(texts)
        } catch let problems as Template.Problems {
            throw StageFailure.config("templates", "the templates in \(folder) cannot be used:\n\(problems)")
        } catch {
            throw StageFailure.config("templates", "the templates in \(folder) cannot be read: \(error)")
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
