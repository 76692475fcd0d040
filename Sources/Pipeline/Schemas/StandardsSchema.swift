import Calendars
import StageProtocol

/// `standards.yaml`: made of the very rules that it is read by.
enum StandardsSchema {
    static var json: JSON {
        var properties: [String: JSON] = ["calendar": calendar]
        for rule in StandardsRules.all { properties[rule.id] = standard(rule) }
        return [
            "type": "object", "additionalProperties": false, "properties": .object(properties),
            "required": .array(["calendar"] + StandardsRules.all.map { .string($0.id) }),
        ]
    }

    private static func standard(_ rule: StandardsRules.Rule) -> JSON {
        let figures = rule.figures.map { ($0.name, figure($0.kind)) }
        let promise = SchemaParts.text("What a customer may expect, in a sentence; {NAME} is a figure beside it.")
        let by = SchemaParts.choice(["people"], "Written where people keep it, and no stage.")
        let required = ["promise"] + rule.figures.filter { !$0.isOptional }.map(\.name)
        return [
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary([("promise", promise), ("by", by)] + figures, uniquingKeysWith: { $1 })),
            "required": .array(required.map { .string($0) }),
        ]
    }

    private static func figure(_ kind: StandardsRules.Kind) -> JSON {
        let P = SchemaParts.self
        switch kind {
        case .span: return P.span()
        case .clock: return P.duration()
        case .share: return P.number(from: 0, to: 1, "A share, from 0 to 1.")
        case .count(let range): return P.integer(range)
        case .amount: return P.number(from: 0)
        case .currency: return P.text(pattern: "^[A-Z]{3}$", examples: ["EUR"])
        case .choice(let choices): return P.choice(choices)
        case .languages: return P.texts(P.text(), "Languages by their codes, such as en.")
        case .topics: return P.texts(P.text(), "Topics as triage calls them, such as damaged-item.")
        case .masks:
            return P.texts(
                P.text(pattern: #"^(cards|ibans|.*[#@].*[#@].*[#@].*[#@].*)$"#, examples: ["cards", "###-##-####"]),
                "cards, ibans, or rows of # for a digit and @ for a letter.")
        }
    }

    private static var calendar: JSON {
        let P = SchemaParts.self
        let days = Weekday.allCases.map {
            "[\($0.rawValue.prefix(1))\($0.rawValue.prefix(1).uppercased())]\($0.rawValue.dropFirst())"
        }
        let day = days.joined(separator: "|")
        let date = "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$"
        return P.object(
            [
                "zone": P.text("The IANA name of the time zone.", examples: ["Europe/Dublin"]),
                "hours": P.named(
                    P.hours, names: "^(\(day))( +to +(\(day)))?$",
                    "Opening hours by day of the week: monday, or monday to friday."),
                "closed": P.named(P.text(), names: date, "Closed days with their names; without a year, every year."),
                "other_hours": P.named(P.hours, names: date, "Half days and extra days."),
            ], required: ["zone", "hours"], "When the desk is open.")
    }
}
