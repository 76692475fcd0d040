import Testing

@testable import Pipeline

/// Offers that nobody could make.
@Suite struct GoodwillCheckTests {
    /// What is found once the first answer is made good by another sum.
    private func found(_ change: (Workbench) throws -> Void) throws -> [String] {
        let bench = try Workbench()
        try change(bench)
        return bench.found().map { String($0.drop { $0 != "!" }) }
    }

    private func makeGood(_ sum: Int, _ bench: Workbench) throws {
        try bench.change(
            "standards.yaml",
            "first_answer: {promise: We keep it., within: 4 business hours, warn: 0.5, make_good: 25",
            "first_answer: {promise: We keep it., within: 4 business hours, warn: 0.5, make_good: \(sum)")
    }

    @Test func anOfferThatNobodyMayGrantIsToldOf() throws {
        let found = try found { bench in
            try makeGood(30, bench)
            try bench.change("standards.yaml", "per_customer_year: 25", "per_customer_year: 200")
            try bench.change("people.yaml", "ladder:", "    authority: {credit: 29}\nladder:")
        }
        #expect(
            found == [
                "!untenable 30 EUR is more than anybody may grant, so that it is never offered",
                "!untenable nobody may grant 200 EUR, so that beyond the year's limit nobody can decide",
            ])
    }

    @Test func whoCannotMakeAnOfferIsNamed() throws {
        let found = try found { bench in
            try makeGood(30, bench)
            try bench.change("standards.yaml", "per_customer_year: 25", "per_customer_year: 40")
            try bench.change(
                "people.yaml", "ladder:",
                """
                    authority: {credit: 40}
                  bo: {name: Bo, address: bo@hearth.example, role: care, languages: [en]}
                ladder:
                """)
        }
        #expect(
            found == [
                "!untenable 30 EUR is more than Bo may grant: in their cases somebody else is asked instead"
            ])
    }

    @Test func anOfferBeyondTheYearsLimitIsToldOf() throws {
        let found = try found { bench in
            try bench.change("standards.yaml", "per_customer_year: 25", "per_customer_year: 20")
        }
        #expect(found.count == 4)
        #expect(
            found.allSatisfy {
                $0.hasSuffix(
                    "25 EUR is more than the 20 EUR that one customer may be granted in a year, so that it is never offered"
                )
            }, "\(found)")
    }
}
