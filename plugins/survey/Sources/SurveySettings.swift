/// What `pipeline.yaml` says to survey.
struct SurveySettings: Decodable, Sendable {
    /// The desk as customers know it.
    struct Desk: Decodable, Sendable {
        var name: String
        /// Where customers reach the web door; without it nobody can be asked.
        var web: String?
        var signature: String?
    }

    /// The key that signs links; intake verifies them with the same.
    var key: String
    /// The folder of texts the desk writes with.
    var templates: String
    var desk: Desk
}
