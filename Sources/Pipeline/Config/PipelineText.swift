import FoundationEssentials

/// The text of a pipeline's file as it was written: what it leaves to variables, and where its sockets stand.
package struct PipelineText: Sendable {
    /// A socket's value in the text; the first line and column are 1.
    private struct Socket: Sendable {
        var stage: String
        var raw: String
        var line: Int
        var column: Int
    }

    package let text: String
    /// The variables that its values are filled in from, by name.
    package let variables: [String]
    private let sockets: [Socket]

    /// Reads the file at a path that can be loaded.
    /// - Throws: `PipelineError` where it cannot be read as YAML.
    package init(path: String) throws(PipelineError) {
        let findings = Findings()
        guard let file = SourceFile.read(path, name: path, namedAt: nil, as: "the pipeline", findings: findings) else {
            throw PipelineError(diagnostics: findings.all)
        }
        try self.init(file, findings)
    }

    private init(_ file: SourceFile, _ findings: Findings) throws(PipelineError) {
        guard let root = YAMLReader(file: file, findings: findings, environment: nil).read() else {
            throw PipelineError(diagnostics: findings.all)
        }
        text = file.text
        variables = Set(root.scalars.flatMap { VariableExpansion($0.raw, environment: [:]).names }).sorted()
        sockets = (root["stages"]?.entries ?? []).compactMap { stage in
            guard let value = stage.value["socket"], case .scalar(let scalar) = value.content else { return nil }
            return Socket(stage: stage.key, raw: scalar.raw, line: value.place.line, column: value.place.column)
        }
    }

    /// The same text with other sockets, and everything else as it was, comments too.
    /// - Parameter addresses: where each stage meets the broker instead, by its name.
    /// - Throws: `SocketCannotMove` where a socket's place is not plain to see.
    package func moving(_ addresses: [String: String]) throws(SocketCannotMove) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // From behind, so that what stands before keeps its place.
        for socket in sockets.sorted(by: { ($0.line, $0.column) > ($1.line, $1.column) }) {
            guard let address = addresses[socket.stage] else { continue }
            let scalars = Array(lines[socket.line - 1].unicodeScalars)
            let start = socket.column - 1
            let written = [socket.raw, "\"\(socket.raw)\"", "'\(socket.raw)'"].map { Array($0.unicodeScalars) }
            guard let old = written.first(where: { scalars.dropFirst(start).starts(with: $0) }) else {
                throw SocketCannotMove(stage: socket.stage)
            }
            var line = String.UnicodeScalarView(scalars[..<start])
            line.append(contentsOf: address.unicodeScalars)
            line.append(contentsOf: scalars[(start + old.count)...])
            lines[socket.line - 1] = String(line)
        }
        let moved = lines.joined(separator: "\n")
        // A value that other stages share by an alias would have moved for all of them.
        let file = SourceFile(name: "", path: "", text: moved)
        let again = try? PipelineText(file, Findings())
        for (stage, address) in addresses
        where again?.sockets.first(where: { $0.stage == stage })?.raw != address {
            throw SocketCannotMove(stage: stage)
        }
        return moved
    }
}

/// A stage's socket stands in the file in a way that cannot be changed without changing something else.
package struct SocketCannotMove: Error, Sendable, Hashable, CustomStringConvertible {
    package let stage: String
    package var description: String {
        "the socket of \(stage) cannot be moved in the pipeline's file: write it on one line of its own entry, without an alias"
    }
}

extension YAMLNode {
    /// Every value of it that is no mapping and no list.
    fileprivate var scalars: [Scalar] {
        switch content {
        case .scalar(let scalar): [scalar]
        case .sequence(let elements): elements.flatMap(\.scalars)
        case .mapping(let entries): entries.flatMap(\.value.scalars)
        }
    }

    fileprivate var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

    fileprivate subscript(key: String) -> YAMLNode? { entries?.last { $0.key == key }?.value }
}
