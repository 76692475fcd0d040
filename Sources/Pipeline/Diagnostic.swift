/// One thing that is wrong in a file, said to the person who can mend it.
package struct Diagnostic: Sendable, Hashable, Codable {
    package enum Severity: String, Sendable, Hashable, Codable {
        case error, warning
    }

    /// Another place that belongs to the same problem.
    package struct Note: Sendable, Hashable, Codable {
        package var place: Place
        package var message: String
    }

    package var severity: Severity
    package var place: Place
    /// A stable word for programs, such as `unknown-key`.
    package var code: Code
    package var message: String
    /// What to do about it.
    package var hint: String?
    package var notes: [Note] = []

    package init(
        severity: Severity, place: Place, code: Code, message: String, hint: String? = nil, notes: [Note] = []
    ) {
        self.severity = severity
        self.place = place
        self.code = code
        self.message = message
        self.hint = hint
        self.notes = notes
    }
}

/// A position in a file, with the line that stands there.
package struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
    package var file: String
    /// From 1; 0 stands for the file as a whole.
    package var line: Int
    /// From 1, counted in Unicode scalars as YAML does.
    package var column: Int
    /// The line as it stands in the file, never with variables filled in.
    package var source: String?

    package init(file: String, line: Int, column: Int, source: String?) {
        self.file = file
        self.line = line
        self.column = column
        self.source = source
    }

    package var description: String { line > 0 ? "\(file):\(line):\(column)" : file }
}

extension Diagnostic {
    /// What a diagnostic can be about; part of the interface of `casewire check --format json`.
    package enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        case unreadableFile = "unreadable-file"
        case syntax
        case tooLarge = "too-large"
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case wrongType = "wrong-type"
        case badValue = "bad-value"
        case missingVariable = "missing-variable"
        case badVariable = "bad-variable"
        case badSchema = "bad-schema"
        case badCalendar = "bad-calendar"
        case badTemplate = "bad-template"
        case unknownName = "unknown-name"
        case unknownOutput = "unknown-output"
        case unroutedOutput = "unrouted-output"
        case notAccepted = "not-accepted"
        case nothingSent = "nothing-sent"
        case selfRoute = "self-route"
        case endlessRoute = "endless-route"
        case unservedStandard = "unserved-standard"
        case untenable
        case badArticle = "bad-article"
        case badExamples = "bad-examples"
        case grantMissing = "grant-missing"
        case grantUnused = "grant-unused"
        case accountWorth = "account-worth"
        case duplicateSocket = "duplicate-socket"
        case badSocket = "bad-socket"
        case openSocket = "open-socket"
        case mailLoop = "mail-loop"
        case keys
        case voice
        case source
        case deadLetters = "dead-letters"
        case executableMissing = "executable-missing"
        case needsRestart = "needs-restart"
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: message`, the line and a caret under the place, then notes and the hint.
    package var description: String {
        var lines = ["\(place): \(severity.rawValue): \(message)"] + place.pointer
        for note in notes { lines += ["\(note.place): note: \(note.message)"] + note.place.pointer }
        if let hint { lines.append("  hint: \(hint)") }
        return lines.joined(separator: "\n")
    }
}

extension Place {
    fileprivate var pointer: [String] {
        guard let source, line > 0 else { return [] }
        // A tab stays a tab, so that the caret stands under its character whatever a tab's width is.
        let before = source.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }
        let padding = String(repeating: " ", count: max(0, column - 1 - before.count))
        return ["  \(source)", "  \(before.joined())\(padding)^"]
    }
}

extension Sequence where Element == Diagnostic {
    package var containsErrors: Bool { contains { $0.severity == .error } }
}
