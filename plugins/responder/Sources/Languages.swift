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

    /// The one the customer chose, the one they wrote in, one that they wrote in before, or English: whoever wrote in German and then
    /// "ciao" is answered in German.
    /// - Parameter earlier: what they wrote, newest first.
    func choose(contact: ContactSection?, understanding: Understanding?, earlier: [String]) -> String {
        let known = [contact?.language, understanding?.language].lazy.compactMap { $0 }
            .map { String($0.lowercased().prefix { $0.isLetter }) }
        if let code = known.first(where: written.contains) { return code }
        let read = earlier.lazy.compactMap { reader.identify($0)?.language }
        return read.first(where: written.contains) ?? "en"
    }
}
