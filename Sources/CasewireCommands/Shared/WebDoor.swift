import Pipeline
import StageProtocol

/// The stage that shows customers their pages, as its settings say.
struct WebDoor {
    let stage: String
    /// Where customers reach it.
    let web: String
    /// The file of the key that signs links.
    let key: String

    init(_ config: PipelineConfig) throws {
        let stages = config.stages.filter { $0.writes.contains("page") }
        guard let stage = stages.first, let web = stage.settings["desk"]?["web"]?.string, !web.isEmpty,
            let key = stage.settings["key"]?.string
        else {
            throw CommandFailure(
                .config, "no stage shows customers a page: intake needs desk.web, key, and the grant to write page.")
        }
        self.stage = stage.name
        self.web = web
        self.key = key
    }
}
