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

    /// What is known of the case; before triage has read it, what their words themselves tell; else English.
    /// - Parameter earlier: what they wrote, newest first.
    func choose(contact: ContactSection?, understanding: Understanding?, earlier: [String]) -> String {
        CustomerLanguage.choose(contact, understanding, from: written)
            ?? reader.languages(of: earlier).first(where: written.contains) ?? "en"
    }
}
