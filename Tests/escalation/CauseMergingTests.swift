import Casework
import StageKit
import Testing

@testable import escalation

/// Two causes that turn out to be one are one from then on.
@Suite struct CauseMergingTests {
    private func other(state: String = "open", merged: String? = nil) -> CauseSection {
        CauseSection(
            key: "boxes", owner: Care.Colleague(id: "tomas", name: "Tomás Iriarte"), reports: [],
            opened: "2026-11-20T10:00:00Z", state: state, merged: merged, late: false)
    }

    private func cause(with other: CauseSection?) async throws -> Scene {
        var scene = try await Scene.ofCause()
        scene.stage.otherCauses.named = { $0 == "CW-BOXES22" ? other : nil }
        return scene
    }

    @Test func theOneEndsAndTheOtherGoesOnWithAllThatItHas() async throws {
        var scene = try await cause(with: other())
        try await scene.report("CW-BBBBBBB")
        try await scene.staffWrites("/found The boxes are too large.", person: "maelle")
        try await scene.staffWrites("/same cw-boxes22", person: "nora")
        #expect(scene.status == .resolved && scene.timers.isEmpty)
        #expect(scene.cause?.state == "merged" && scene.cause?.merged == "CW-BOXES22")
        let joined = try #require(scene.opened.last)
        #expect(joined.wish.case == "CW-BOXES22" && joined.wish.key == "damaged-item")
        let handover: Cause.Joining = try joined.report.decode()
        #expect(handover.same.reports.map(\.ref) == ["CW-AAAAAAA", "CW-BBBBBBB"] && handover.person == "nora")
        #expect(handover.same.found == "The boxes are too large." && handover.same.due == "2026-12-04T10:00:00Z")
        // Both customers' cases are told where it goes on, and whose it was until then.
        #expect(scene.emitted.map(\.case) == ["CW-AAAAAAA", "CW-BBBBBBB"])
        #expect(scene.addressees("staff-cause") == ["maelle", "maelle"])
        #expect(scene.texts("staff-cause").last?.contains("Nora Quill found it to be the same as CW-BOXES22") == true)
        #expect(scene.standards.isEmpty, "it was neither mended in time nor missed")
    }

    @Test(arguments: [
        ("/same CW-TEST123", "this very cause"), ("/same CW-NOBODY1", "there is no cause CW-NOBODY1"),
        ("/same", "needs the reference"),
    ])
    func whatIsNoOtherCauseComesBack(_ words: String, _ reason: String) async throws {
        var scene = try await cause(with: other())
        try await scene.staffWrites(words)
        #expect(scene.status == .open && scene.opened.isEmpty)
        #expect(scene.says.last?.text.contains(reason) == true)
    }

    @Test func oneThatEndedMeanwhileIsJoinedByNone() async throws {
        var scene = try await cause(with: other(state: "mended"))
        try await scene.staffWrites("/same CW-BOXES22")
        #expect(scene.status == .open && scene.says.last?.text.contains("mended already") == true)
        scene = try await cause(with: other(state: "merged", merged: "CW-LAST222"))
        try await scene.staffWrites("/same CW-BOXES22")
        #expect(scene.status == .open && scene.says.last?.text.contains("goes on in CW-LAST222") == true)
    }

    /// Another cause joins the one at hand.
    private func join(_ scene: inout Scene, _ other: Cause.Handover, by person: String = "nora") async throws {
        let joining = try JSON(encoding: Cause.Joining(same: other, person: person))
        scene.append("noted", joining)
        try await scene.deliver("case.cause", joining)
    }

    private func handover(due: Timestamp, missed: Timestamp? = nil, rung: Int? = nil) -> Cause.Handover {
        Cause.Handover(
            ref: "CW-BOXES22", reports: [.init(cause: "it has no ink", key: "boxes", ref: "CW-CCCCCCC")],
            found: "No ink.", due: due, missed: missed, rung: rung)
    }

    @Test func theOtherTakesItsCasesItsDayAndWhatWasFound() async throws {
        var scene = try await Scene.ofCause()
        try await join(&scene, handover(due: "2026-12-01T10:00:00Z"))
        #expect(scene.cause?.key == "damaged-item" && scene.cause?.found == "No ink.")
        #expect(scene.cause?.reports.map(\.ref) == ["CW-AAAAAAA", "CW-CCCCCCC"])
        #expect(scene.cause?.due == "2026-12-01T10:00:00Z", "the sooner of both")
        #expect(scene.addressees("staff-cause") == ["maelle", "maelle"])
        try await scene.staffWrites("/later 2026-12-18 the maker is away", person: "maelle")
        #expect(scene.cause?.due == "2026-12-18T17:30:00Z", "another day that somebody names counts as ever")
    }

    @Test func whoSaidSoIsToldNothing() async throws {
        var scene = try await Scene.ofCause()
        try await join(&scene, handover(due: "2026-12-11T10:00:00Z"), by: "maelle")
        #expect(scene.addressees("staff-cause") == ["maelle"])
        #expect(scene.cause?.due == "2026-12-04T10:00:00Z")
    }

    @Test func aDayThatHasPassedIsNeitherToldNorCountedTwice() async throws {
        var scene = try await Scene.ofCause()
        try await scene.run(until: "2026-11-30T10:00:00Z")
        try await join(
            &scene, handover(due: "2026-11-30T09:00:00Z", missed: "2026-11-30T09:00:00Z", rung: 1), by: "maelle")
        try await scene.run(until: "2026-11-30T10:05:00Z")
        #expect(scene.addressees("staff-cause") == ["maelle"])
        #expect(scene.cause?.late == true)
        // The ladder goes on from where it was.
        try await scene.run(until: "2026-11-30T17:00:00Z")
        #expect(scene.addressees("staff-cause") == ["maelle", "edda"])
        try await scene.staffWrites("/mended There is ink.", person: "maelle")
        #expect(scene.standards.isEmpty)
    }

    @Test func aCustomersCaseSaysWhereItsCauseGoesOn() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Fixtures.repairing)
        try await scene.customerWrites()
        let moved: JSON = ["related": "CW-BOXES22", "kind": "cause", "key": "boxes"]
        try await scene.deliver("case.cause", moved)
        try await scene.deliver("case.cause", moved)
        #expect(scene.log.count { $0.body == moved } == 1)
    }
}
