/// Everything the pages say, in one language. `{name}` is filled in.
struct Texts: Sendable {
    /// BCP 47.
    var code: String
    /// The language's name in itself.
    var ownName: String
    /// What the list of languages is called.
    var languages: String

    // The form.
    var formTitle: String
    var formLead: String
    var name: String
    var address: String
    var addressHint: String
    var subject: String
    var text: String
    var textHint: String
    var files: String
    var filesHint: String
    var ref: String
    var refHint: String
    var optional: String
    var trap: String
    var send: String
    var privacy: String

    // What can be wrong.
    var errorWord: String
    var problemsTitle: String
    var nameTooLong: String
    var addressMissing: String
    var addressWrong: String
    var addressOurs: String
    var subjectTooLong: String
    var textMissing: String
    var textTooLong: String
    var refWrong: String
    var filesTooMany: String
    var fileTooLarge: String
    var filesAgain: String
    var later: String
    var stale: String
    var unsure: String

    // Thanks.
    var thanksTitle: String
    var yourReference: String
    var nextTitle: String
    var next: [String]
    var another: String
    var toForm: String

    // The survey: questions, and words for scores, by `csat`, `ces` and `nps`.
    var surveyTitle: String
    var surveyLead: String
    var questions: [String: String]
    var scores: [String: [Int: String]]
    var surveyWords: String
    var vote: String
    var chooseScore: String
    var voteLater: String
    var votedTitle: String
    var votedText: String

    // Refusals: a title and what to do.
    var notFound: (String, String)
    var badLink: (String, String)
    var malformed: (String, String)
    var tooLarge: (String, String)
    var tooMany: (String, String)
    var tooSlow: (String, String)
    var foreign: (String, String)
    var busy: (String, String)
    var failed: (String, String)

    /// The languages there are.
    static let available = ["en", "de", "fr", "es"]

    /// The texts of a language by its BCP 47 tag; regions do not matter.
    static func of(_ tag: String) -> Texts? {
        switch tag.prefix(while: { $0 != "-" }).lowercased() {
        case "en": english
        case "de": german
        case "fr": french
        case "es": spanish
        default: nil
        }
    }

    /// A field's problem in words.
    func problem(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.kind) {
        case (.name, _): nameTooLong
        case (.address, .missing): addressMissing
        case (.address, .ownAddress): addressOurs
        case (.address, _): addressWrong
        case (.subject, _): subjectTooLong
        case (.text, .tooLong(let most)): textTooLong.filled(["count": "\(most)"])
        case (.text, _): textMissing
        case (.ref, _): refWrong
        case (.files, .tooMany(let most)): filesTooMany.filled(["count": "\(most)"])
        case (.files, .tooLarge(let mebibytes)): fileTooLarge.filled(["size": "\(mebibytes)"])
        case (.files, _): filesAgain
        }
    }

    /// A refusal's title and what to do.
    func refusal(_ kind: Refusal.Kind) -> (title: String, text: String) {
        switch kind {
        case .notFound: notFound
        case .badLink: badLink
        case .malformed, .mediaType: malformed
        case .tooLarge: tooLarge
        case .tooMany: tooMany
        case .tooSlow: tooSlow
        case .foreign: foreign
        case .busy: busy
        case .failed: failed
        }
    }
}
