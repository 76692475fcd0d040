import Pipeline
import StageProtocol

/// Deliveries as a broker would make them for the stage: of each type that it accepts, with what it reads.
struct Samples {
    /// What to deliver; each is a case of its own.
    struct Item {
        let type: String
        var data: Frame?
        var sections: [String: JSON] = [:]
        var log: [JSON]?
        /// Whether the stage's author has given it in `conform.yaml`, to be worked.
        var isGiven = false

        /// The same with data of another kind.
        func with(data: Frame?) -> Item { Item(type: type, data: data, sections: sections, log: log) }
        /// The same without anything beside the message.
        var lean: Item { Item(type: type, data: data, sections: [:], log: nil) }
    }

    let items: [Item]
    private let reads: Set<String>
    private let lease: Int

    init(_ subject: Subject) {
        let reads = Set(subject.manifest?.reads ?? [])
        self.reads = reads
        lease = Int(subject.manifest?.lease ?? 30_000)
        let known = MadeUp.sections.filter { reads.contains($0.key) }
        let log = reads.contains("log") ? MadeUp.log : nil
        let types = subject.manifest?.accepts.map(\.type) ?? ["case.contact"]
        let own = subject.samples.map { sample in
            Item(
                type: sample.type, data: (sample.data ?? MadeUp.data(of: sample.type))?.bytes,
                sections: known.merging(sample.sections.filter { reads.contains($0.key) }) { $1 },
                log: reads.contains("log") ? sample.log ?? log : nil, isGiven: true)
        }
        items = own + types.map { Item(type: $0, data: MadeUp.data(of: $0)?.bytes, sections: known, log: log) }
    }

    /// The delivery of an item, and its bodies.
    func delivery(_ item: Item, number: Int64, epoch: String, attempt: Int = 1) -> (Delivery, [Frame]) {
        var bodies: [Frame] = []
        func add(_ frame: Frame) -> Int {
            bodies.append(frame)
            return bodies.count - 1
        }
        let data = item.data.map(add)
        let log = item.log.map { add(JSON.array($0).bytes) }
        let sections = item.sections.sorted { $0.key < $1.key }.map { name, value in
            SectionHead(name: name, schema: "\(name)/1", version: 1, body: add(value.bytes))
        }
        let message = Message(
            id: "m\(number)", source: "/conform", type: item.type, subject: "CW-C0NF0RM", time: MadeUp.earlier,
            traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            deadline: MadeUp.now + .seconds(3600))
        var delivery = Delivery(
            delivery: number, epoch: epoch, attempt: attempt, now: MadeUp.now, lease_ms: lease, message: message,
            data: data, log: log, sections: sections)
        if item.type == "submission.received" {
            delivery.message.subject = nil
            delivery.submission = SubmissionHead(
                submission: number, via: "deliver", name: "1.eml", at: MadeUp.earlier, blob: nil,
                size: MadeUp.mail.utf8.count, raw: add(Array(MadeUp.mail.utf8)), media: "message/rfc822")
        } else {
            delivery.case = head(of: item.type)
        }
        if item.type.hasPrefix("say.") { delivery.say = say(item.type, number, add) }
        return (delivery, bodies)
    }

    private func head(of type: String) -> CaseHead {
        let isOver = ["case.resolved", "case.feedback", "case.voted"].contains(type)
        var head = CaseHead(
            ref: "CW-C0NF0RM", status: isOver ? .resolved : .open, heard: 1, opened: MadeUp.earlier,
            subject: MadeUp.subject)
        if reads.contains("history") { head.history = [] }
        if reads.contains("load") { head.load = [:] }
        return head
    }

    private func say(_ type: String, _ number: Int64, _ add: (Frame) -> Int) -> SayHead {
        let proposal = Say(
            name: "text-1", to: ["ada@example.net"], purpose: "acknowledgment", answers: false,
            subject: MadeUp.subject, language: "en", body: add(Array(MadeUp.text.utf8)))
        let states: [String: SayState] = ["say.ready": .ready, "say.refused": .refused]
        var say = SayHead(
            say: number, state: states[type] ?? .proposed, proposal: proposal, by: "conform",
            hash: String(repeating: "ab", count: 32), heard: 1)
        if type == "say.ready" {
            say.message_id = "conform.\(number)@hearth.example"
            say.final = add(Array("Message-ID: <conform.\(number)@hearth.example>\r\n\r\n\(MadeUp.text)\r\n".utf8))
        }
        if type == "say.refused" {
            say.findings = [["rule": "pressure", "words": "now", "advice": "leave it to the customer"]]
        }
        return say
    }
}
