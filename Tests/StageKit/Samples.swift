import StageKit

extension Delivery {
    /// A delivery of `case.contact` about one case.
    static func sample(_ number: Int64 = 7, epoch: String = "1.1", sections: [SectionHead] = []) -> Delivery {
        let now = Timestamp(milliseconds: 1_795_000_000_000)
        return Delivery(
            delivery: number, epoch: epoch, attempt: 1, now: now, lease_ms: 4000,
            message: Message(
                id: "\(number)", source: "/intake", type: "case.contact", subject: "CW-7K3F9QX", time: now,
                traceparent: "00-1-1-01", deadline: now + .seconds(60)),
            data: 0, case: CaseHead(ref: "CW-7K3F9QX", status: .open, heard: 1, opened: now), sections: sections)
    }
}

extension SayHead {
    /// A text with its words in body 1 and its final bytes in body 2.
    static let sample = SayHead(
        say: 3, state: .ready,
        proposal: Say(name: "a", to: ["ann@example.com"], purpose: "answer", answers: true, body: 1),
        by: "responder", hash: "ab", heard: 1, message_id: "m@example.com", final: 2)
}

extension Welcome {
    /// A place with small chunks and a quick heart.
    static func sample(settings: JSON = .object([:]), heartbeat: Int = 3000, message: Int = 16 << 20) -> Welcome {
        Welcome(
            pipeline: "shop", settings: settings, standards: nil, people: nil, heartbeat_ms: heartbeat,
            limits: .init(message: message, chunk: 4, blob: 1 << 20))
    }
}
