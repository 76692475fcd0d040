import StageProtocol

/// A test of a pipeline, as `PipelineTestReader` reads it.
enum TestSchema {
    static let json: JSON = SchemaParts.object(
        [
            "name": SchemaParts.text("What it shows, in a sentence."),
            "standard": SchemaParts.choice(StandardsRules.all.map(\.id), "The standard that it shows."),
            "start": SchemaParts.text(
                "When it begins, in the time of the desk.", pattern: start, examples: ["2026-03-02 09:00"]),
            "until": moment("When it ends; by default with the last moment that it speaks of."),
            "standards": anything("Figures in place of those of standards.yaml."),
            "people": anything("What is different in people.yaml, by their short names."),
            "stand_ins": [
                "type": "object", "additionalProperties": script,
                "description": "Scripted stages in place of real ones: by stage, by type of message.",
            ],
            "when": ["type": "array", "items": step, "description": "What happens, in the order of time."],
            "expect": ["type": "array", "minItems": 1, "items": ["anyOf": [text("text"), text("no_text"), matter]]],
            "dead": SchemaParts.integer(0...Int.max, "How many messages are set aside; 0 where it is left out."),
            "parked": SchemaParts.integer(
                0...Int.max, "How much that came in waits for a person; 0 where it is left out."),
            "failed": SchemaParts.integer(
                0...Int.max, "How many deliveries fail and are tried again; 0 where it is left out."),
        ], required: ["name", "start", "when", "expect"])

    private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    private static let time = "[0-9]{2}:[0-9]{2}(:[0-9]{2})?"
    private static let start = "^\(day) \(time)$"

    private static func moment(_ description: String? = nil) -> JSON {
        SchemaParts.text(
            description, pattern: "^((\(day)|[A-Za-z]+day) )?\(time)$",
            examples: ["2026-03-02 09:00", "monday 09:00", "09:00"])
    }

    private static func anything(_ description: String) -> JSON {
        ["type": "object", "description": .string(description)]
    }

    private static let script: JSON = [
        "type": "object", "additionalProperties": ["anyOf": [answer, ["type": "null"]]],
    ]

    private static let answer = SchemaParts.object(
        [
            "set": anything("Sections, by name."), "emit": anything("Messages, by output."),
            "fail": SchemaParts.text("Why it cannot be worked, for good."),
        ])

    private static let from = SchemaParts.text("Who writes.", examples: ["Ann Lee <ann@example.net>"])

    private static let letter = SchemaParts.object(
        [
            "from": from, "subject": SchemaParts.text(), "text": SchemaParts.text(),
            "count": SchemaParts.integer(1...1000, "How many of it come, each from a customer of their own."),
        ], required: ["from", "text"])

    private static let step = SchemaParts.object(
        [
            "at": moment("When; the first such moment that is not before the step above."),
            "after": SchemaParts.span("How long after the step above."),
            "name": SchemaParts.text("What expectations call it."),
            "mail": SchemaParts.described(letter, "A customer's mail."),
            "file": SchemaParts.text("A mail as it stands in a file."),
            "reply": SchemaParts.object(
                ["from": from, "text": SchemaParts.text()], required: ["text"],
                "A customer answers the last mail they got."),
            "staff": SchemaParts.object(
                ["who": SchemaParts.text(), "text": SchemaParts.text()], required: ["text"],
                "A colleague answers the last mail they got; without who, the one who looks after the first case."),
            "form": SchemaParts.described(letter, "The web form, filled in."),
            "feedback": SchemaParts.described(letter, "What a customer says unasked, on the page for it."),
            "list": SchemaParts.object(
                ["from": from, "choose": SchemaParts.choice(["join", "leave"])], required: ["choose"],
                "A customer clicks to join the appreciation list, or to leave it."),
            "vote": SchemaParts.object(
                ["from": from, "score": SchemaParts.integer(0...10), "words": SchemaParts.text()], required: ["score"],
                "A customer answers the survey."),
            "nothing": ["description": "Time goes by."],
        ])

    private static func text(_ key: String) -> JSON {
        let isNone = key == "no_text"
        let who = "Who gets \(isNone ? "none" : "it"): customer, staff, a colleague's name, an address."
        return SchemaParts.object(
            [
                key: SchemaParts.text(who),
                "kind": SchemaParts.text(examples: ["acknowledgment", "answer", "update", "clarifying-question"]),
                "contains": SchemaParts.texts(), "lacks": SchemaParts.texts(), "from": moment(), "by": moment(),
                "within": SchemaParts.span("How long after the start, or after the step under `of`."),
                "of": SchemaParts.text("The name of a step."),
                // None at all is no number of them.
                "count": isNone ? .bool(false) : SchemaParts.integer(0...Int.max, "Exactly so many."),
            ], required: [key])
    }

    private static let matter = SchemaParts.object(
        [
            "case": SchemaParts.text("Whose: customer, or an address."),
            "at": moment("When; at the end where it is left out."),
            "status": SchemaParts.choice(["open", "resolved"]),
            "owner": SchemaParts.text("Who looks after it."),
            "sections": anything("Values by path, such as understanding.topic."),
            "timers": anything("When a timer is set for; nothing where there is to be none."),
            "noted": SchemaParts.texts(SchemaParts.text(), "Words in the notes and decisions of its log."),
            "promises": [
                "type": "array",
                "items": SchemaParts.object(
                    ["what": SchemaParts.text(), "kept": SchemaParts.bool(), "due": moment()], required: ["what"]),
            ],
            "count": SchemaParts.integer(0...Int.max, "How many cases they have."),
        ], required: ["case"])
}
