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
    /// Deliveries that failed and were, or are to be, tried again.
    let failed: [Failed]
    /// In the order in which they left.
    let texts: [Text]

    /// A delivery that failed; of one about no case it is known of which stage it was, and no more.
    struct Failed: Sendable, Hashable {
        var stage: String
        var at: Timestamp?
        var type: String?
        var ref: String?
        var reason: String?
    }

    init(
        stories: [JSON], seen: [Timestamp: [JSON]] = [:], dead: [JSON] = [], parked: [JSON] = [],
        retries: [String: Int] = [:]
    ) {
        self.stories = stories
        self.seen = seen
        self.dead = dead
        self.parked = parked
        failed = Self.failed(stories, retries)
        texts = stories.flatMap(Self.texts).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// What failed, as the cases' journals tell it, and of each stage as many as it had retries.
    private static func failed(_ stories: [JSON], _ retries: [String: Int]) -> [Failed] {
        let told = stories.flatMap { story in
            (story["journal"]?.array ?? []).filter { $0["what"]?.string == "failed" }.map { act in
                Failed(
                    stage: act["detail"]?["stage"]?.string ?? "", at: act["at"]?.moment,
                    type: act["detail"]?["type"]?.string, ref: story["ref"]?.string,
                    reason: act["detail"]?["message"]?.string)
            }
        }
        let others = retries.sorted { $0.key < $1.key }.flatMap { stage, count in
            Array(repeating: Failed(stage: stage), count: max(0, count - told.count { $0.stage == stage }))
        }
        return told + others
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
