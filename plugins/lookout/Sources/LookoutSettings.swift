/// What `pipeline.yaml` says to lookout.
struct LookoutSettings: Decodable, Sendable {
    /// The desk as customers know it.
    struct Desk: Decodable, Sendable {
        var name: String
        var signature: String?
    }

    /// The folder of texts the desk writes with.
    var templates: String
    var desk: Desk
}
