import Casework
import StageKit

/// A delivery of `case.contact` about what a customer wrote.
enum Deliveries {
    static let now = Timestamp(milliseconds: 1_795_000_000_000)

    static func contact(
        _ entries: [Entry], understanding: Understanding? = nil, review: Review? = nil, type: String = "case.contact"
    ) throws -> Received {
        var bodies: [Frame] = [try JSONCoding.encode(entries)]
        var sections: [SectionHead] = []
        if let understanding {
            sections.append(.init(name: "understanding", schema: Understanding.schema, version: 3, body: bodies.count))
            bodies.append(try JSONCoding.encode(understanding))
        }
        if let review {
            sections.append(.init(name: "review", schema: Review.schema, version: 1, body: bodies.count))
            bodies.append(try JSONCoding.encode(review))
        }
        let heard = entries.filter { $0.kind == "heard" }.count
        let delivery = Delivery(
            delivery: 7, epoch: "1.1", attempt: 1, now: now, lease_ms: 30_000,
            message: Message(
                id: "7", source: "/intake", type: type, subject: "CW-7K3F9QX", time: now,
                traceparent: "00-1-1-01", deadline: now + .seconds(120)),
            case: CaseHead(ref: "CW-7K3F9QX", status: .open, heard: heard, opened: now), log: 0, sections: sections)
        return Received(delivery, bodies: bodies)
    }

    static func heard(_ seq: Int, _ words: String, subject: String? = nil, automatic: String? = nil) throws -> Entry {
        let contact = Contact(
            channel: "mail", from: Party(address: "ann@example.com"), subject: subject, words: words,
            automatic: automatic)
        return Entry(seq: seq, kind: "heard", at: now, by: "intake", body: try JSON(encoding: contact))
    }

    static func said(_ seq: Int, _ purpose: String, _ text: String = "") -> Entry {
        Entry(
            seq: seq, kind: "said", at: now, by: "responder",
            body: ["purpose": .string(purpose), "audience": "customer", "text": .string(text)])
    }
}

/// A model of three topics, learned in a moment.
enum SmallModel {
    static let csv = rows.reduce("text,category\n") { $0 + "\"\($1.0)\",\($1.1)\n" }

    private static let rows: [(String, String)] = [
        ("Where is my order, I placed it last week", "order-status"), ("Any news on my order?", "order-status"),
        ("Has my order been sent yet?", "order-status"), ("When will my order be dispatched?", "order-status"),
        ("Could you tell me where the order is", "order-status"),
        ("I want to know the status of the order", "order-status"),
        ("How do I return a pan I do not like?", "return"), ("I would like to send this back", "return"),
        ("Please send me a label for returning the towels", "return"), ("How can I return my order?", "return"),
        ("Where do I send the pot back to, I want to return it", "return"), ("Can I return a gift?", "return"),
        ("Thank you so much, all is well", "thanks"), ("Problem solved, thanks", "thanks"),
        ("Great service, thank you", "thanks"), ("Perfect, thanks for your help", "thanks"),
        ("Thanks, it arrived", "thanks"), ("Many thanks to all of you", "thanks"),
    ]
}
