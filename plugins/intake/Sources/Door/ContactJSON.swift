import FoundationEssentials
import StageKit

/// Reads a contact off JSON and tells everything that is wrong with it at once, by field.
struct ContactJSON {
    /// What is wrong with a field.
    struct Problem: Hashable {
        var field: String
        var message: String
    }

    private(set) var problems: [Problem] = []
    private let json: JSON
    private let settings: IntakeSettings

    init(_ bytes: [UInt8], settings: IntakeSettings) {
        self.settings = settings
        json = (try? JSON(bytes: bytes)) ?? .null
        guard case .object(let members) = json else {
            problems = [Problem(field: "", message: "the body must be a JSON object")]
            return
        }
        let known: Set = ["from", "subject", "text", "ref", "attachments"]
        for name in members.keys.sorted() where !known.contains(name) {
            problems.append(
                Problem(field: name, message: "is not known; there are \(known.sorted().joined(separator: ", "))"))
        }
    }

    /// The contact, as far as it can be read.
    mutating func draft() -> ContactDraft {
        guard case .object = json else { return ContactDraft() }
        var draft = ContactDraft()
        draft.name = text(json["from"]?["name"], "from.name")
        draft.address = text(json["from"]?["address"], "from.address")
        draft.ref = text(json["ref"], "ref")
        draft.subject = text(json["subject"], "subject")
        draft.text = text(json["text"], "text")
        draft.files = files()
        for problem in ContactCheck(settings: settings).problems(draft) {
            let field = Self.path(of: problem.field)
            // What has the wrong type is missing only because of that.
            guard !problems.contains(where: { $0.field == field }) else { continue }
            problems.append(Problem(field: field, message: Self.message(problem.kind)))
        }
        return draft
    }

    private mutating func text(_ value: JSON?, _ field: String) -> String {
        switch value {
        case nil, .null: return ""
        case .string(let text): return text
        default:
            problems.append(Problem(field: field, message: "must be a text"))
            return ""
        }
    }

    private mutating func files() -> [FormFields.File] {
        switch json["attachments"] {
        case nil, .null: return []
        case .array(let elements): return elements.enumerated().map { file($0.element, "attachments[\($0.offset)]") }
        default:
            problems.append(Problem(field: "attachments", message: "must be a list"))
            return []
        }
    }

    private mutating func file(_ json: JSON, _ path: String) -> FormFields.File {
        let encoded = text(json["base64"], "\(path).base64")
        let bytes = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters)
        if bytes == nil || (encoded.isEmpty && json["base64"]?.string == nil) {
            problems.append(Problem(field: "\(path).base64", message: "must be the file's bytes in base 64"))
        }
        return FormFields.File(
            name: text(json["name"], "\(path).name"), mediaType: text(json["media_type"], "\(path).media_type"),
            bytes: bytes.map(Array.init) ?? [])
    }

    private static func path(of field: FieldProblem.Field) -> String {
        switch field {
        case .name: "from.name"
        case .address: "from.address"
        case .ref, .subject, .text: field.rawValue
        case .files: "attachments"
        }
    }

    private static func message(_ kind: FieldProblem.Kind) -> String {
        switch kind {
        case .missing: "is missing"
        case .tooLong(let most): "has at most \(most) characters"
        case .noAddress: "is no e-mail address that can be answered"
        case .ownAddress: "is the desk's own address"
        case .noReference: "is no reference such as CW-7K3F9QX"
        case .tooMany(let most): "has at most \(most) elements"
        case .tooLarge(let mebibytes): "has an element of more than \(mebibytes) MiB"
        }
    }
}
