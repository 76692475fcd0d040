/// `${VAR}`, `${VAR:-default}` and `$$` in one scalar.
struct VariableExpansion {
    var text = ""
    /// Variables that are named, set or not.
    var names: [String] = []
    /// Variables that are neither set nor have a default.
    var missing: [String] = []
    /// What is wrong with the way a variable is written.
    var problem: String?

    init(_ raw: String, environment: [String: String]) {
        var rest = Substring(raw)
        while let dollar = rest.firstIndex(of: "$") {
            text += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                text += "$"
                rest.removeFirst()
            } else if rest.first == "{" {
                guard let end = rest.firstIndex(of: "}") else {
                    problem = "\"${\" has no closing brace"
                    return
                }
                expand(rest[rest.index(after: rest.startIndex)..<end], environment)
                rest = rest[rest.index(after: end)...]
            } else {
                problem = "a single \"$\" stands for nothing"
                return
            }
        }
        text += rest
    }

    private mutating func expand(_ inner: Substring, _ environment: [String: String]) {
        let name = String(inner.prefix { $0 != ":" })
        let fallback = inner.dropFirst(name.count)
        guard isName(name), fallback.isEmpty || fallback.hasPrefix(":-") else {
            problem = "\"${\(inner)}\" is not written as ${NAME} or ${NAME:-default}"
            return
        }
        names.append(name)
        // As in a shell, `:-` also stands in for a variable that is set to nothing.
        if let value = environment[name], fallback.isEmpty || !value.isEmpty {
            text += value
        } else if fallback.isEmpty {
            missing.append(name)
        } else {
            text += fallback.dropFirst(2)
        }
    }

    private func isName(_ name: String) -> Bool {
        name.utf8.first.map { !(48...57).contains($0) } == true
            && name.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
            }
    }
}
