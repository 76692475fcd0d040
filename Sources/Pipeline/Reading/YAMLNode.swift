/// A value of a YAML file with its place, after variables were filled in.
struct YAMLNode {
    struct Entry {
        var key: String
        var keyPlace: Place
        var value: YAMLNode
    }

    struct Scalar {
        /// With variables filled in.
        var text: String
        /// As it stands in the file: what may be printed, since a variable may hold a secret.
        var raw: String
        /// Whether it stands in no quotes, so that it may be a number, a truth value or nothing.
        var isPlain: Bool
    }

    enum Content {
        case scalar(Scalar)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    var content: Content
    var place: Place

    /// Nothing stands there, or `null` or `~`.
    var isNull: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.raw)
    }

    /// What stands there, in words, for an error.
    var kind: String {
        switch content {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar where isNull: "nothing"
        case .scalar(let scalar) where !scalar.isPlain: "the text \"\(scalar.raw.shortened)\""
        case .scalar(let scalar): "\"\(scalar.raw.shortened)\""
        }
    }
}

extension String {
    fileprivate var shortened: String { count > 60 ? prefix(57) + "..." : self }
}
