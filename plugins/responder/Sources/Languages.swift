import Casework
import Language
import StageKit

/// Chooses the language a customer is written to in.
struct Languages: Sendable {
    /// Those that texts can be written in.
    let written: Set<String>
    private let reader: LanguageReader

    init(written: [String], reader: LanguageReader) {
        self.written = Set(written)
        self.reader = reader
    }

    /// The one the customer chose, the one they wrote in, or English.
    func choose(contact: ContactSection?, understanding: Understanding?, words: @autoclosure () -> String?) -> String {
        let known = contact?.language ?? understanding?.language
        let language = known ?? words().flatMap { reader.identify($0)?.language } ?? "en"
        let code = String(language.lowercased().prefix { $0.isLetter })
        return written.contains(code) ? code : "en"
    }
}
