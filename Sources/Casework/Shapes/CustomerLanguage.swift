/// Which language a customer is written to in: every stage asks here, so that one case has one language.
package enum CustomerLanguage {
    /// The one the customer chose, or the one of their newest words that there are texts in: whoever wrote in German and then in
    /// a language that nobody here writes is answered in German.
    /// - Parameter written: the languages that there are texts in.
    /// - Returns: nil where none of theirs is known.
    package static func choose(
        _ contact: ContactSection?, _ understanding: Understanding?, from written: some Collection<String>
    ) -> String? {
        let spoken = understanding?.languages ?? [understanding?.language].compactMap { $0 }
        return ([contact?.language].compactMap { $0 } + spoken).map(primary).first(where: written.contains)
    }

    /// The language of a BCP 47 tag without region: `de` of `de-AT`.
    package static func primary(_ tag: String) -> String { String(tag.lowercased().prefix { $0.isLetter }) }
}
