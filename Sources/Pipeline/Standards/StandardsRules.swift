/// Which standards there are and which figures each is kept by.
enum StandardsRules {
    enum Kind {
        /// A length of time of any kind.
        case span
        /// A length of time on the clock.
        case clock
        /// From 0 to 1.
        case share
        case count(ClosedRange<Int>)
        case amount
        case currency
        case choice([String])
        case languages
        case topics
        case masks
    }

    struct Figure {
        var name: String
        var kind: Kind
        /// Whether it may be left out.
        var isOptional = false
    }

    struct Rule {
        var id: String
        var figures: [Figure]

        init(_ id: String, _ figures: KeyValuePairs<String, Kind> = [:], optional: KeyValuePairs<String, Kind> = [:]) {
            self.id = id
            self.figures =
                figures.map { Figure(name: $0, kind: $1) }
                + optional.map { Figure(name: $0, kind: $1, isOptional: true) }
        }
    }

    static let all = [
        Rule("acknowledge", ["within": .clock]),
        Rule("floor", ["quiet": .clock, "at_most": .clock]),
        Rule("grasp", ["sure": .share, "questions": .count(0...5)]),
        Rule("courtesy", ["languages": .languages]),
        Rule("promises", ["warn": .share], optional: ["make_good": .amount]),
        Rule("never_silent"),
        Rule("first_answer", ["within": .span, "warn": .share], optional: ["make_good": .amount]),
        Rule("next_answer", ["within": .span, "warn": .share], optional: ["make_good": .amount]),
        Rule("update", ["every": .span], optional: ["make_good": .amount]),
        Rule("honest_wait"),
        Rule("equal"),
        Rule("always_helped"),
        Rule("goodwill", ["up_to": .amount, "currency": .currency], optional: ["per_customer_year": .amount]),
        Rule("resolve", ["after": .span], optional: ["within": .span]),
        Rule("reopen", ["within": .span]),
        Rule("advocate"),
        Rule("no_surprises", optional: ["false_alarm_every": .clock]),
        Rule("repair_first", optional: ["within": .span, "topics": .topics]),
        Rule("open_ear"),
        Rule("survey", ["after": .span, "at_most_every": .clock, "ask": .choice(["csat", "nps", "ces"])]),
        Rule("acted_on", optional: ["within": .span, "warn": .share]),
        Rule("thanks", optional: ["at_most_every": .clock, "often": .count(2...1000), "within": .clock]),
        Rule("trust", ["raw_mail": .clock, "masks": .masks], optional: ["cases": .clock]),
        Rule("well_known"),
    ]
}
