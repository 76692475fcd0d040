import FoundationEssentials
import Pipeline

/// What stages learn from their examples and keep in `var/models`: learned once for all tests of a run.
///
/// It starts from what the pipeline itself has learned; a stage learns anew where its examples have changed since.
struct LearnedModels {
    private let place: DriveFolder
    /// Whether the first test has to learn.
    let isEmpty: Bool
    var folder: String { place.path }

    init(of config: PipelineConfig) throws {
        place = try DriveFolder()
        let known = config.runtimeFolder + "/models"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: known)) ?? []
        for name in names {
            try? FileManager.default.copyItem(atPath: "\(known)/\(name)", toPath: "\(place.path)/\(name)")
        }
        isEmpty = names.isEmpty
    }

    func remove() { place.remove() }
}
