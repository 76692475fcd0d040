import Casework
import FoundationEssentials
import StageKit

/// What `pipeline.yaml` says to escalation.
struct EscalationSettings: Decodable, Sendable {
    /// The desk as customers know it.
    struct Desk: Decodable, Sendable {
        var name: String
    }

    /// The folder of texts the desk writes with.
    var templates: String
    var desk: Desk
}

extension TemplateCatalog {
    /// Reads a folder of templates, `LANGUAGE/NAME.txt`.
    /// - Throws: `StageFailure.config` with everything that is wrong with it.
    init(folder: String) throws {
        let files = FileManager.default
        var texts: [(path: String, text: String)] = []
        do {
            for language in try files.contentsOfDirectory(atPath: folder).sorted() {
                guard let names = try? files.contentsOfDirectory(atPath: "\(folder)/\(language)") else { continue }
                for name in names.sorted() where name.hasSuffix(".txt") {
                    let path = "\(language)/\(name)"
                    texts.append((path, try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)))
                }
            }
            try self.init(texts)
        } catch let problems as Template.Problems {
            throw StageFailure.config("templates", "the templates in \(folder) cannot be used:\n\(problems)")
        } catch {
            throw StageFailure.config("templates", "the templates in \(folder) cannot be read: \(error)")
        }
    }

    /// A template in a language, or else in English, or else in the first language there is.
    func required(_ name: String, language: String) throws -> Template {
        if let template = template(name, language: language) ?? template(name, language: languages.first) {
            return template
        }
        throw StageFailure.config("templates", "there is no template \(name)")
    }
}
