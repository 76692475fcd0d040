/// Where the messages of another help desk's export stand in it: a mapping file in words of Casewire.
package struct ImportMapping: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable, CaseIterable { case json, jsonl, csv }

    /// What a message is asked for, and the names it goes by in a mapping file.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case id, at, from, to, cc, subject, text, html, media, staff
        case fromName = "from_name"
        case messageID = "message_id"
    }

    /// Names the export; part of what tells its messages from those of others.
    package var name: String
    package var format: Format
    /// The way to the list of records in a JSON file; empty where the file is that list.
    package var records: [String]
    /// The way to a record's list of messages; nil where each record is one message.
    package var messages: [String]?
    /// The way to what tells a record's conversation from others.
    package var conversation: [String]
    /// The way to the customer's address in a record.
    package var customer: [String]?
    /// Where a message has what it is asked for.
    package var fields: [Field: Way]
    /// What field `staff` says of a message that the desk wrote.
    package var staffValues: [String]
    /// Addresses that the desk wrote from.
    package var ours: [String]

    /// Where a value stands: in the message, or with a slash before it in the record that the message is of.
    package struct Way: Sendable, Hashable {
        package var isOfRecord: Bool
        package var names: [String]
    }

    /// Reads a mapping file.
    /// - Throws: `PipelineError` with everything that is wrong with it, each with its place.
    package static func load(path: String) throws(PipelineError) -> ImportMapping {
        let findings = Findings()
        var mapping: ImportMapping?
        if let file = SourceFile.read(path, name: path, namedAt: nil, as: "the mapping file", findings: findings),
            let root = YAMLReader(file: file, findings: findings, environment: nil).read()
        {
            mapping = ImportMappingReader(decoding: Decoding(file: file, findings: findings)).read(root)
        }
        let diagnostics = findings.sorted(files: [path])
        guard let mapping, !diagnostics.containsErrors else { throw PipelineError(diagnostics: diagnostics) }
        return mapping
    }
}

/// Reads a mapping file's nodes.
struct ImportMappingReader {
    let decoding: Decoding

    func read(_ node: YAMLNode) -> ImportMapping? {
        let keys = [
            "name", "format", "records", "messages", "conversation", "customer", "fields", "staff_values", "ours",
        ]
        guard let fields = decoding.fields(node, "the mapping file", keys: keys) else { return nil }
        let name = fields.required("name").flatMap(name)
        let format = fields.required("format").flatMap(format)
        let conversation = fields.required("conversation").flatMap { names($0, "conversation") }
        let places = fields.required("fields").flatMap(places)
        let staff = fields["staff_values"].flatMap { decoding.texts($0, "staff_values", orOne: true) } ?? []
        let ours = fields["ours"].flatMap { decoding.texts($0, "ours", orOne: true) } ?? []
        guard let name, let format, let conversation, let places else { return nil }
        return ImportMapping(
            name: name, format: format, records: fields["records"].flatMap { names($0, "records") } ?? [],
            messages: fields["messages"].flatMap { names($0, "messages") }, conversation: conversation,
            customer: fields["customer"].flatMap { names($0, "customer") }, fields: places,
            staffValues: staff.map(\.value), ours: ours.map(\.value))
    }

    private func name(_ node: YAMLNode) -> String? {
        guard let name = decoding.text(node, "the name") else { return nil }
        guard decoding.isName(name.value) else {
            decoding.findings.error(
                .badValue, at: name.place, "\"\(name.value)\" is no name", hint: "letters, digits, - and _")
            return nil
        }
        return name.value
    }

    private func format(_ node: YAMLNode) -> ImportMapping.Format? {
        guard let word = decoding.text(node, "the format") else { return nil }
        if let format = ImportMapping.Format(rawValue: word.value) { return format }
        decoding.findings.unknown(
            .badValue, at: word.place, "the format cannot be \"\(word.value)\"", name: word.value,
            among: ImportMapping.Format.allCases.map(\.rawValue))
        return nil
    }

    private func places(_ node: YAMLNode) -> [ImportMapping.Field: ImportMapping.Way]? {
        let keys = ImportMapping.Field.allCases.map(\.rawValue)
        guard let fields = decoding.fields(node, "fields", keys: keys) else { return nil }
        var places: [ImportMapping.Field: ImportMapping.Way] = [:]
        for field in ImportMapping.Field.allCases {
            guard let node = fields[field.rawValue], let text = decoding.text(node, field.rawValue)?.value else {
                continue
            }
            let isOfRecord = text.hasPrefix("/")
            places[field] = .init(isOfRecord: isOfRecord, names: split(isOfRecord ? text.dropFirst() : text[...]))
        }
        for field in [ImportMapping.Field.id, .at] where places[field] == nil { _ = fields.required(field.rawValue) }
        if places[.text] == nil, places[.html] == nil {
            decoding.findings.error(
                .missingKey, at: fields.place, "nothing says where a message's words stand", hint: "text or html")
        }
        return places
    }

    private func names(_ node: YAMLNode, _ what: String) -> [String]? {
        decoding.text(node, what).map { split($0.value[...]) }
    }

    private func split(_ text: Substring) -> [String] { text.split(separator: ".").map(String.init) }
}
