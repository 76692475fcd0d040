import Foundation
import StageProtocol
import TestSupport
import Testing

/// What an operator does with the links to customers' own pages.
@Suite(.serialized, .timeLimit(.minutes(3))) struct PageLinkTests {
    @Test func aLinkIsMadeAndAllAreEndedByCommand() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(
            """
            From: Nora <nora@example.net>
            To: desk@hearth.example
            Subject: Parcel
            Message-ID: <1@example.net>

            Where is my parcel?
            """)
        _ = try await eventually("an acknowledgment") { shop.outbox(to: "nora@example.net").first }
        let ref = try #require(try await shop.cases().first?["ref"]?.string)
        let made = try await shop.json("page", ref)
        #expect(made["for"] == "nora@example.net")
        let link = try #require(made["link"]?.string)
        #expect(try await http("GET", link).status == 200)
        // Somebody who takes no part sees nothing, whoever made the link.
        let strange = try #require(try await shop.json("page", ref, "--for", "eve@example.org")["link"]?.string)
        #expect(try await http("GET", strange).status == 404)

        _ = try await shop.json("page", ref, "--end")
        _ = try await eventually("the link opens nothing") { try await http("GET", link).status == 410 ? true : nil }
        let later = try await eventually("a later one does") { () -> String? in
            let link = try #require(try await shop.json("page", ref)["link"]?.string)
            return try await http("GET", link).status == 200 ? link : nil
        }
        #expect(later != link)
        let told = try await shop.casewire("case", ref)
        #expect(told.output.contains("the operator by command, links-ended"), "\(told.output)")

        let unknown = try await shop.casewire("page", "CW-0000000")
        #expect(unknown.status == 1 && unknown.errors.contains("casewire cases"), "\(unknown.errors)")
        try await shop.close()
    }
}
