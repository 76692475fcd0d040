import StageProtocol

/// The pieces of JSON Schema (2020-12) that the schemas of Casewire's files are put together from.
enum SchemaParts {
    /// In the files a variable may stand for any scalar: `${NAME}`, `${NAME:-value}`.
    private static let variable: JSON = ["type": "string", "pattern": #"\$\{"#]

    static func orVariable(_ schema: JSON) -> JSON { ["anyOf": [schema, variable]] }

    /// A text; YAML takes `5` and `no` for something else, and Casewire takes them as they are written.
    static func text(_ description: String? = nil, pattern: String? = nil, examples: [String] = []) -> JSON {
        var members: [String: JSON] = [:]
        if let pattern {
            members = ["anyOf": [["type": "string", "pattern": .string(pattern)], variable]]
        } else {
            members = ["type": ["string", "number", "boolean"]]
        }
        if let description { members["description"] = .string(description) }
        if !examples.isEmpty { members["examples"] = .array(examples.map { .string($0) }) }
        return .object(members)
    }

    static func choice(_ values: [String], _ description: String? = nil) -> JSON {
        described(orVariable(["enum": .array(values.map { .string($0) })]), description)
    }

    static func integer(_ range: ClosedRange<Int>, _ description: String? = nil) -> JSON {
        var members: [String: JSON] = ["type": "integer", "minimum": .int(Int64(range.lowerBound))]
        if range.upperBound < .max { members["maximum"] = .int(Int64(range.upperBound)) }
        return described(orVariable(.object(members)), description)
    }

    static func number(from least: Double, to most: Double? = nil, _ description: String? = nil) -> JSON {
        var members: [String: JSON] = ["type": "number", "minimum": figure(least)]
        if let most { members["maximum"] = figure(most) }
        return described(orVariable(.object(members)), description)
    }

    /// A number as short as it can be written.
    static func figure(_ value: Double) -> JSON { Int64(exactly: value).map { .int($0) } ?? .double(value) }

    static func bool(_ description: String? = nil) -> JSON { described(orVariable(["type": "boolean"]), description) }

    /// A list of texts, or one of them.
    static func texts(_ element: JSON = text(), _ description: String? = nil) -> JSON {
        described(["anyOf": [["type": "array", "items": element, "uniqueItems": true], element]], description)
    }

    /// An object that has these members and no others.
    static func object(
        _ properties: KeyValuePairs<String, JSON>, required: [String] = [], _ description: String? = nil
    ) -> JSON {
        described(
            [
                "type": "object", "additionalProperties": false, "required": .array(required.map { .string($0) }),
                "properties": .object(Dictionary(properties.map { ($0.key, $0.value) }) { $1 }),
            ], description)
    }

    /// An object whose members all look alike, under names of one's own.
    static func named(_ member: JSON, names: String? = nil, _ description: String? = nil) -> JSON {
        var members: [String: JSON] = ["type": "object", "additionalProperties": member, "minProperties": 1]
        if let names { members["propertyNames"] = ["pattern": .string(names)] }
        return described(.object(members), description)
    }

    static func described(_ schema: JSON, _ description: String?) -> JSON {
        guard let description, case .object(var members) = schema else { return schema }
        members["description"] = .string(description)
        return .object(members)
    }

    static let name = "^[a-z][a-z0-9_-]*$"
    static let eventType = #"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$"#
    static let date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    static let mailAddress = "^[^@ ]+@[^@ ]+$"

    private static let number = #"^[ \t]*[0-9]+(\.[0-9]+)?[ \t]*"#
    private static let units = "(ms|milliseconds?|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)"

    /// A length of time on the clock.
    static func duration(_ description: String? = nil) -> JSON {
        text(description, pattern: number + units + "[ \\t]*$", examples: ["20 seconds", "2 minutes", "1 hour"])
    }

    /// A length of time of any kind.
    static func span(_ description: String? = nil) -> JSON {
        text(
            description, pattern: number + "(business[ \\t]+)?" + units + "[ \\t]*$",
            examples: ["2 minutes", "4 business hours", "1 business day"])
    }

    /// A number of bytes.
    static func size(_ description: String? = nil) -> JSON {
        let text = text(pattern: "^[0-9]+ *(B|KiB|MiB|GiB|kB|MB|GB)?$", examples: ["64 MiB"])
        return described(["anyOf": [["type": "integer", "minimum": 1], text]], description)
    }

    static func endpoint(_ description: String? = nil) -> JSON {
        text(
            description, pattern: #"^(ipc://.+|tcp://.+:.+)$"#,
            examples: ["ipc://var/run/triage.sock", "tcp://127.0.0.1:5570"])
    }

    /// One opening time or several; none for a day that is closed.
    static let hours: JSON = texts(
        text(
            pattern: #"^[ \t]*[0-9]{1,2}:[0-9]{2}[ \t]*-[ \t]*[0-9]{1,2}:[0-9]{2}[ \t]*$"#,
            examples: ["09:00-17:30", "22:00-02:00"]))
}
