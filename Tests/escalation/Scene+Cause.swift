import StageKit

@testable import escalation

extension Fixtures {
    /// The standards of the tests, with causes that are followed up.
    static let repairing: JSON = {
        var standards = Fixtures.standards.object ?? [:]
        standards["repair_first"] = ["within": "10 business days", "topics": ["damaged-item"]]
        return .object(standards)
    }()

    /// Everybody, one of whom has hours.
    static func people(with id: String, hours: JSON) -> JSON {
        people(
            everybody.map { person in
                guard person["id"]?.string == id else { return person }
                return .object((person.object ?? [:]).merging(["hours": hours]) { $1 })
            })
    }
}

extension Scene {
    /// A cause that was opened on a Monday morning and is Maëlle's.
    static func ofCause(people: JSON = Fixtures.people()) async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", people: people, standards: Fixtures.repairing)
        scene.kind = "cause"
        try await scene.report("CW-AAAAAAA")
        return scene
    }

    /// A customer's case has this cause.
    mutating func report(_ ref: String) async throws {
        let report: JSON = ["cause": "a customer wrote about damaged-item", "key": "damaged-item", "ref": .string(ref)]
        if owner == nil { own("maelle") }
        append("noted", report)
        try await deliver("case.cause", report)
    }
}
