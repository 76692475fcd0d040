import StageProtocol

/// What came of a test: the stories of its cases at the end, and as they stood at moments that were asked for.
struct TestRecord: Sendable {
    /// A text that left.
    struct Text: Sendable {
        var at: Timestamp
        /// In lower case.
        var to: [String]
        var isToCustomer: Bool
        var kind: String
        var subject: String
        var text: String
        var ref: String
        var messageID: String?
    }

    let stories: [JSON]
    let seen: [Timestamp: [JSON]]
    let dead: [JSON]
    let parked: [JSON]
    /// In the order in which they left.
    let texts: [Text]

    init(stories: [JSON], seen: [Timestamp: [JSON]] = [:], dead: [JSON] = [], parked: [JSON] = []) {
        self.stories = stories
        self.seen = seen
        self.dead = dead
        self.parked = parked
        texts = stories.flatMap(Self.texts).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private static func texts(_ story: JSON) -> [Text] {
        (story["log"]?.array ?? []).compactMap { entry in
            guard entry["kind"]?.string == "said", let at = entry["at"]?.moment, let body = entry["body"] else {
                return nil
            }
            return Text(
                at: at, to: (body["to"]?.array ?? []).compactMap { $0.string?.lowercased() },
                isToCustomer: body["audience"]?.string != "staff", kind: body["purpose"]?.string ?? "",
                subject: body["subject"]?.string ?? "", text: body["text"]?.string ?? "",
                ref: story["ref"]?.string ?? "", messageID: body["message_id"]?.string)
        }
    }

    /// The cases of a customer at a moment, or at the end, the latest last.
    func cases(of customer: String, at moment: Timestamp?) -> [JSON] {
        let stories = moment.flatMap { seen[$0] } ?? stories
        return stories.filter { $0["customer"]?.string?.lowercased() == customer }
    }
}
