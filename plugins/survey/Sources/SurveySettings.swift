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
    /// Topics of triage that are criticism of how we serve.
    var complaints: [String]
    /// Topics of triage that are praise.
    var praise: [String]

    private enum CodingKeys: String, CodingKey { case key, templates, desk, complaints, praise }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(String.self, forKey: .key)
        templates = try container.decode(String.self, forKey: .templates)
        desk = try container.decode(Desk.self, forKey: .desk)
        complaints = try container.decodeIfPresent([String].self, forKey: .complaints) ?? ["complaint-service"]
        praise = try container.decodeIfPresent([String].self, forKey: .praise) ?? ["thanks"]
    }
}
