package import StageProtocol

extension SettingsSchema {
    /// What stands in settings where this schema says a format, at any depth.
    package func values(_ format: Format, in settings: JSON) -> [String] {
        switch settings {
        case .string(let text) where self.format == format && !text.isEmpty: [text]
        case .array(let elements): elements.flatMap { items?.values(format, in: $0) ?? [] }
        case .object(let members):
            properties.flatMap { property in members[property.name].map { property.schema.values(format, in: $0) } ?? []
            }
        default: []
        }
    }
}

/// Whether a path is a folder or lies in it.
package func lies(_ path: String, in folder: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }
