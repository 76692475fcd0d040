extension Decoding {
    /// A command: one line as a shell splits it, or a list of words. A program with a slash in its path stands relative to
    /// the file.
    func command(_ node: YAMLNode, environment: [String: String]) -> Located<[String]>? {
        guard var words = words(node, environment) else { return nil }
        guard let program = words.first, !program.isEmpty else {
            findings.error(.badValue, at: node.place, "run must name a program")
            return nil
        }
        if program.contains("/") { words[0] = absolute(program, from: file.folder) }
        return Located(value: words, place: node.place)
    }

    private func words(_ node: YAMLNode, _ environment: [String: String]) -> [String]? {
        if case .sequence(let elements) = node.content {
            let words = elements.compactMap { text($0, "a word of run", mayBeEmpty: true)?.value }
            return words.count == elements.count ? words : nil
        }
        guard case .scalar(let scalar) = node.content else {
            findings.error(
                .wrongType, at: node.place, "run must be a command or a list of words, not \(node.kind)")
            return nil
        }
        // Split before variables are filled in, so that a folder with a blank in its name stays one word.
        guard let words = shellWords(scalar.raw) else {
            findings.error(.badValue, at: node.place, "run has a quote that is not closed")
            return nil
        }
        return words.map { VariableExpansion($0, environment: environment).text }
    }
}
