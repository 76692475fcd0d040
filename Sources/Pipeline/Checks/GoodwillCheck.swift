import StageProtocol

/// What is offered of our own accord can be granted by somebody, within what one customer may be granted.
struct GoodwillCheck {
    let document: StandardsDocument
    let people: People
    let findings: Findings

    /// Standards that make good what was missed.
    private static let offers = ["promises", "first_answer", "next_answer", "update"]

    func run() {
        for standard in Self.offers {
            guard let sum = figure(standard, "make_good"), let place = document.places["\(standard).make_good"] else {
                continue
            }
            check(sum, at: place)
        }
        guard let limit, let place = document.places["goodwill.per_customer_year"],
            !people.people.contains(where: { authority(of: $0) >= limit })
        else { return }
        findings.warning(
            .untenable, at: place,
            "nobody may grant \(spoken(limit)), so that beyond the year's limit nobody can decide",
            hint: "give somebody in people.yaml credit of at least \(spoken(limit)), or lower the limit")
    }

    private func check(_ sum: Double, at place: Place) {
        if let limit, sum > limit {
            findings.warning(
                .untenable, at: place,
                "\(spoken(sum)) is more than the \(spoken(limit)) that one customer may be granted in a year, so that it is never offered",
                hint: "lower it, or raise goodwill.per_customer_year")
        }
        let short = people.people.filter { authority(of: $0) < sum }
        guard !short.isEmpty else { return }
        guard short.count < people.people.count else {
            return findings.warning(
                .untenable, at: place, "\(spoken(sum)) is more than anybody may grant, so that it is never offered",
                hint: "lower it, or raise goodwill.up_to or somebody's credit in people.yaml")
        }
        findings.warning(
            .untenable, at: place,
            "\(spoken(sum)) is more than \(short.map(\.name).joined(separator: ", ")) may grant: in their cases somebody else is asked instead",
            hint: "lower it, or raise goodwill.up_to or their credit in people.yaml")
    }

    private var limit: Double? { figure("goodwill", "per_customer_year") }

    /// What a person may grant, as the voice holds them to it.
    private func authority(of person: People.Person) -> Double {
        max(person.authority["credit"] ?? 0, figure("goodwill", "up_to") ?? 0)
    }

    private func figure(_ standard: String, _ name: String) -> Double? {
        document.standards[standard]?.figures[name]?.number
    }

    private func spoken(_ sum: Double) -> String {
        let amount = sum == sum.rounded() && sum < 1e15 ? "\(Int64(sum))" : "\(sum)"
        return "\(amount) \(document.standards["goodwill"]?.figures["currency"]?.string ?? "")"
    }
}
