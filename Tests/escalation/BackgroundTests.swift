import Casework
import Clocks
import Testing

@testable import escalation

/// What colleagues are told of a case beside why they are told.
@Suite struct BackgroundTests {
    @Test func whoTakesACaseOnKnowsWhatWentBefore() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("/note she called as well")
        try await scene.leaves(
            "answer", answers: true, text: "Hello Ann,\n\nit is on its way.", author: "nora")
        try await scene.staffWrites("/assign tomas\nI am away tomorrow.")
        let mail = try #require(scene.texts("staff-notice").last)
        #expect(scene.addressees("staff-notice").last == "tomas")
        #expect(mail.contains("> it is on its way.") && mail.contains("Nora Quill"), "\(mail)")
        #expect(mail.contains("Nora Quill): she called as well"), "\(mail)")
        #expect(mail.contains("nothing is due now") && !mail.contains("at once"), "\(mail)")
    }

    @Test func filesThatCameAreNamed() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("See the photo.", files: ["broken\nlid.jpg", "bill.pdf"])
        try await scene.staffWrites("/assign tomas")
        let mail = try #require(scene.texts("staff-notice").last)
        #expect(mail.contains("> See the photo.\n\nWith it came: \"broken lid.jpg\", \"bill.pdf\""), "\(mail)")
        #expect(mail.contains("casewire case CW-TEST123 --files"))
    }

    @Test func whileTheCustomerOwesTheWordNobodyAboveIsTold() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("Which of the two lamps is it?")
        try await scene.leaves("clarifying-question", text: "Which of the two lamps is it?", author: "nora")
        try await scene.run(until: "2026-11-24T17:00:00Z")
        #expect(scene.care?[.firstAnswer]?.missed != nil)
        #expect(Set(scene.addressees("staff-notice")) == ["nora"])
        let mail = try #require(scene.texts("staff-notice").last)
        #expect(mail.contains("who was asked back, has not replied"), "\(mail)")
        // Their word makes it ours again, and late.
        try await scene.customerWrites("The tall one.")
        try await scene.run(until: "2026-11-25T17:00:00Z")
        #expect(Set(scene.addressees("staff-notice")).count > 1)
    }
}
