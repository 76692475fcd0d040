import StageProtocol

/// One made-up case, in the shapes of `docs/protocol.md`.
enum MadeUp {
    /// What the customer wrote, asked and said of the service: words that no log may hold.
    static let words = "My blue kettle from order 4711 arrived broken. \(question)"
    private static let question = "Where is my refund?"
    static let subject = "A kettle that came broken"
    private static let praise = "Nobody let me wait for long."
    /// Part of each, as it would be found whatever was cut, and what it is of. A stage may log one of them and not the others:
    /// each is read in another place.
    static let tracers = [
        (words: "blue kettle from order", of: "message"), (words: "Where is my refund", of: "question"),
        (words: "kettle that came broken", of: "subject"), (words: "let me wait for long", of: "feedback"),
    ]
    static let now = Timestamp("2026-11-23T09:00:00Z") ?? Timestamp(milliseconds: 0)
    static let earlier = now - .seconds(60)

    private static let vote: JSON = [
        "question": "csat", "score": 5, "words": .string(praise), "at": .string("\(earlier)"),
    ]
    private static let customer: JSON = ["name": "Ada Byron", "address": "ada@example.net"]

    static let contact: JSON = [
        "channel": "mail", "from": customer, "subject": .string(subject), "words": .string(words), "attachments": [],
        "references": [], "problems": [], "message_id": "1@example.net",
    ]

    static let understanding: JSON = [
        "heard": 1, "topic": "refund-status", "confidence": 0.9, "alternatives": [], "mood": "worried", "strength": 0.5,
        "language": "en", "asks": [["quote": .string(question), "kind": "question", "contact": 1]], "safety": [],
        "satisfied": false, "wants_person": false, "evidence": [],
    ]

    static let sections: [String: JSON] = [
        "contact": [
            "customer": customer, "channel": "mail", "subject": .string(subject), "language": "en", "references": [],
            "last_message_id": "1@example.net",
        ],
        "understanding": understanding,
        "answering": ["acknowledged": 0, "answered": 0, "questions": 0, "coverage": []],
        "care": [
            "advocate": ["id": "mira", "name": "Mira"], "earlier": [], "clocks": .object([:]), "rung": 0, "turn": "us",
        ],
        "feedback": ["votes": []],
    ]

    static let log: [JSON] = [
        ["seq": 1, "kind": "heard", "at": .string("\(earlier)"), "by": "intake", "body": contact]
    ]

    /// The data of a type that the built-in stages share; an empty object for all others.
    static func data(of type: String) -> JSON? {
        switch type {
        case "case.contact", "case.staff", "case.notice": contact
        case "case.understood": understanding
        case "case.assigned": ["id": "mira", "name": "Mira"]
        case "case.said":
            ["purpose": "answer", "audience": "customer", "answers": true, "sent": true, "detail": "sent", "heard": 1]
        case "case.handover": ["code": "unsure", "reason": "no article answers it", "urgent": false]
        case "case.resolved": ["reason": "answered"]
        case "case.voted", "case.feedback": vote
        case "case.settled": ["settled": true, "from": "ada@example.net", "at": .string("\(earlier)")]
        case "message.dead":
            [
                "message": 3, "stage": "triage", "type": "case.contact", "code": "error", "reason": "it broke",
                "attempts": 12,
            ]
        case "submission.received", "say.proposed", "say.ready", "say.refused": nil
        default: .object([:])
        }
    }

    static let mail = [
        "From: Ada Byron <ada@example.net>", "To: desk@hearth.example", "Subject: \(subject)",
        "Message-ID: <1@example.net>", "Date: Mon, 23 Nov 2026 08:59:00 +0000", "", words, "",
    ].joined(separator: "\r\n")

    static let text = "Hello Ada,\n\nwe have your message and look into it.\n\nMira"
}
