/// A pipeline as far as it could be read, for what looks at more than its files: templates, keys, topics.
///
/// It may have errors; they are told already.
package struct PipelineDraft: Sendable {
    /// A word and where it stands.
    package struct Word: Sendable, Hashable {
        package var text: String
        package var place: Place
    }

    package var config: PipelineConfig
    /// Where the sockets stand, by the names of their doors; those that are left out are missing.
    package var sockets: [String: Place]
    /// The desk's address, as customers write to it.
    package var desk: Word?
    /// The topics that `people.yaml` names.
    package var topics: [Word]
}

extension PipelineDocument {
    /// What could be read; nil where nothing can be made of it.
    func draft(path: String, topics: [Located<String>]) -> PipelineDraft? {
        config(path: path).map { config in
            let own = [("control", control), ("tap", tap)] + stages.map { ($0.name.value, $0.socket) }
            let places = own.compactMap { name, socket in socket.map { (name, $0.place) } }
            return PipelineDraft(
                config: config, sockets: Dictionary(places, uniquingKeysWith: { $1 }),
                desk: deskAddress.map { .init(text: $0.value, place: $0.place) },
                topics: topics.map { .init(text: $0.value, place: $0.place) })
        }
    }
}
