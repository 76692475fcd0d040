import StageProtocol

/// `people.yaml`, as `PeopleReader` reads it.
enum PeopleSchema {
    static let json: JSON = SchemaParts.object(
        [
            "people": SchemaParts.named(person, "Who looks after customers, by a short name."),
            "ladder": ladder("Who is told when time runs out; the first rung at once."),
            "ladders": SchemaParts.named(ladder(nil), "Ladders of topics that have their own, by topic."),
        ], required: ["people", "ladder"])

    private static func ladder(_ description: String?) -> JSON {
        var members: [String: JSON] = [
            "type": "array", "minItems": 1, "items": ["anyOf": [SchemaParts.texts(), rung]],
        ]
        members["description"] = description.map(JSON.string)
        return .object(members)
    }

    private static let person = SchemaParts.object(
        [
            "name": SchemaParts.text("As customers read it."),
            "address": SchemaParts.text("Their own mail address.", pattern: SchemaParts.mailAddress),
            "role": SchemaParts.text(),
            "topics": SchemaParts.texts(SchemaParts.text(), "Topics in which this person is asked first; none is all."),
            "languages": SchemaParts.texts(SchemaParts.text(), "Languages by their codes."),
            "authority": SchemaParts.object(
                [
                    "refund": SchemaParts.number(from: 0), "credit": SchemaParts.number(from: 0),
                    "discount": SchemaParts.number(from: 0), "discount_percent": SchemaParts.number(from: 0, to: 100),
                ], "What may be granted without asking."),
            "hours": SchemaParts.named(
                SchemaParts.hours,
                "When they are there, by day of the week; what is not urgent waits for it. Left out, always."),
            "zone": SchemaParts.text("The IANA name of the time zone of their hours; left out, the desk's."),
            "away": ["anyOf": [absence, ["type": "array", "items": absence]]],
        ], required: ["name", "address", "role", "languages"])

    private static let absence = SchemaParts.object(
        ["from": SchemaParts.text(pattern: SchemaParts.date), "until": SchemaParts.text(pattern: SchemaParts.date)],
        required: ["from", "until"], "Both days included.")

    private static let rung = SchemaParts.object(
        [
            "who": SchemaParts.texts(),
            "after": SchemaParts.span("How long the rung below has; an hour of opening time where it is left out."),
        ], required: ["who"])
}
