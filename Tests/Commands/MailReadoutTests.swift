import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct MailReadoutTests {
    private func readout(_ text: String) -> MailReadout { MailReadout(file: "a.eml", bytes: Array(text.utf8)) }

    @Test func aMailIsOneObjectWithEveryMember() throws {
        let json = readout(
            """
            From: Ann Weaver <ann@customer.example>
            To: desk@hearth.example
            Subject: Where is my parcel?
            Date: Fri, 20 Nov 2026 11:14:03 +0200
            Message-ID: <One@Customer.example>
            In-Reply-To: <two@hearth.example>

            It has not come.
            > It comes on Friday.
            """
        ).json
        let members = try #require(json.object)
        let named: Set<String> = [
            "from", "to", "cc", "subject", "date", "message_id", "in_reply_to", "references", "text", "words", "folded",
            "attachments", "automatic", "bounce", "problems",
        ]
        #expect(named.isSubset(of: members.keys))
        #expect(json["from"] == [["name": "Ann Weaver", "address": "ann@customer.example"]])
        #expect(json["to"] == [["name": nil, "address": "desk@hearth.example"]])
        #expect(json["date"] == "2026-11-20T09:14:03Z")
        #expect(json["message_id"] == "One@Customer.example")
        #expect(json["in_reply_to"] == ["two@hearth.example"])
        #expect(json["words"] == "It has not come.")
        #expect(json["folded"] == "> It comes on Friday.")
        #expect(json["automatic"] == .null)
        #expect(json["bounce"] == .null)
        #expect(json["problems"] == [])
    }

    @Test func aKindOfAutomaticMailIsAText() {
        let json = readout("From: a@b.example\nAuto-Submitted: auto-replied\n\nWe have your words.").json
        #expect(json["automatic"] == "auto-reply")
    }

    @Test func rubbishIsReadAndItsProblemsAreNamed() {
        let text = readout("just some words\nand more\n")
        #expect(text.isReadable)
        #expect(text.json["words"] == "just some words\nand more")
        #expect(text.json["problems"]?.array?.first?.string?.hasPrefix("There is no header") == true)
        let nothing = readout("\n\n")
        #expect(!nothing.isReadable)
        #expect(nothing.json["readable"] == false)
        #expect(nothing.json["problems"]?.array?.count == 1)
    }

    @Test func aPersonSeesWhatWasWrittenAndHowMuchWasFolded() {
        let lines = readout("From: a@b.example\n\nYes.\n> one\n> two\n").lines(width: 80, paint: .none)
        #expect(lines.contains("from         a@b.example"))
        #expect(lines.suffix(2) == ["  │ Yes.", "  │ … 2 lines folded"])
    }
}
