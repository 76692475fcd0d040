/// Collects what is wrong while files are read, so that every problem is told at once.
///
/// One reading has one; it never leaves the task that reads.
final class Findings {
    private(set) var all: [Diagnostic] = []
    private var missing: Set<Located<String>> = []

    func error(
        _ code: Diagnostic.Code, at place: Place, _ message: String, hint: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(severity: .error, place: place, code: code, message: message, hint: hint, notes: notes))
    }

    func warning(
        _ code: Diagnostic.Code, at place: Place, _ message: String, hint: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(severity: .warning, place: place, code: code, message: message, hint: hint, notes: notes))
    }

    /// A name that is not one of those that may stand there.
    func unknown(
        _ code: Diagnostic.Code, at place: Place, _ message: String, name: String, among names: some Collection<String>,
        notes: [Diagnostic.Note] = []
    ) {
        let nearest = nearestWord(to: name, among: names)
        let question = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
        let choice = names.isEmpty ? nil : "one of: \(names.sorted().joined(separator: ", "))"
        error(code, at: place, message + question, hint: nearest == nil ? choice : nil, notes: notes)
    }

    /// A key that has to stand in a mapping; of one that an alias brings to several places it is told once.
    func missing(_ key: String, at place: Place, in what: String) {
        guard missing.insert(Located(value: key, place: place)).inserted else { return }
        error(.missingKey, at: place, "missing key \"\(key)\" in \(what)")
    }

    /// What was found in files in the order in which they were first read, from top to bottom.
    func sorted(files: [String]) -> [Diagnostic] {
        let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return all.enumerated().sorted { left, right in
            let (one, other) = (left.element.place, right.element.place)
            return (order[one.file] ?? files.count, one.line, one.column, left.offset)
                < (order[other.file] ?? files.count, other.line, other.column, right.offset)
        }.map(\.element)
    }

    private func add(_ diagnostic: Diagnostic) {
        // Of a value whose variable is missing nothing else can be said.
        let variables: [Diagnostic.Code] = [.missingVariable, .badVariable]
        let isUnresolved = all.contains { $0.place == diagnostic.place && variables.contains($0.code) }
        guard !isUnresolved || variables.contains(diagnostic.code) else { return }
        // What an alias brings to several places stands at one, and is mended there, whatever each of them calls it.
        let values: [Diagnostic.Code] = [.badValue, .wrongType, .unknownKey]
        let isTold = all.contains { $0.place == diagnostic.place && $0.code == diagnostic.code }
        guard !isTold || !values.contains(diagnostic.code) || diagnostic.place.line == 0 else { return }
        // A manifest that two stages share is read twice, but its problems are told once.
        if !all.contains(diagnostic) { all.append(diagnostic) }
    }
}
