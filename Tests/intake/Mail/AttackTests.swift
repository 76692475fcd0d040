import Casework
import StageKit
import Testing

@testable import intake

@Suite struct AttackTests {
    @Test(arguments: ["Re: [CW-7K3F9QX] refund", "CW-7K3F9QX", "about cw-7k3f9qx please"])
    func aStrangerWhoQuotesAReferenceIsNotInTheCase(subject: String) throws {
        let mail = try admitted(letter(from: "mallory@evil.example", subject: subject))
        #expect(mail?.match == [Match(key: "ref:CW-7K3F9QX", participant: "mallory@evil.example")])
    }

    @Test func aForgedReplyToACustomersMailCountsForItsParticipantsOnly() throws {
        let mail = try admitted(
            letter(from: "mallory@evil.example", ["In-Reply-To": "<one@customer.example>"]))
        #expect(mail?.match == [Match(key: "mid:one@customer.example", participant: "mallory@evil.example")])
    }

    @Test(arguments: [
        "casewire.cw-7k3f9qx.q8h2m4x0w1@evil.example", "casewire.q8h2m4x0w1@hearth.example",
        "casewire.cw-7k3f9qx.@hearth.example", "x.casewire.cw-7k3f9qx.q8h2m4x0w1@hearth.example",
        "casewire.cw-7k3f9qx.q8h2m4x0w1@hearth.example@evil.example",
    ])
    func whatOnlyLooksLikeOurMessageIDNeedsAParticipant(identifier: String) throws {
        let mail = try admitted(letter(from: "mallory@evil.example", ["In-Reply-To": "<\(identifier)>"]))
        #expect(mail?.match.allSatisfy { $0.participant == "mallory@evil.example" } == true)
    }

    @Test func ourMessageIDCountsHoweverAServerChangedItsCase() throws {
        let mail = try admitted(letter(["In-Reply-To": "<\(Bench.ourID.uppercased())>"]))
        #expect(mail?.match == [Match(key: "mid:\(Bench.ourID)")])
    }

    @Test func aForgedTokenGrantsNothing() throws {
        let good = Bench.signed(.customer, Bench.ref)
        let forged = [
            good.dropLast() + (good.hasSuffix("a") ? "b" : "a"),
            Bench.signed(.customer, "CW-2222222").replacing("cw-2222222", with: "cw-7k3f9qx"),
            "c.cw-7k3f9qx.", "c.cw-7k3f9qx", "s.cw-7k3f9qx.nora.aaaaaaaaaaaaaaaa",
        ]
        for token in forged.map({ String($0) }) {
            let mail = try admitted(letter(to: "desk+\(token)@hearth.example"))
            #expect(mail?.match == [], "\(token)")
            #expect(mail?.role == .customer, "\(token)")
        }
    }

    @Test func aCustomersTokenDoesNotMakeAColleague() throws {
        let text = Bench.signed(.customer, "\(Bench.ref).nora")
        let mail = try admitted(letter(to: "desk+s\(text.dropFirst())@hearth.example"))
        #expect(mail?.role == .customer)
        #expect(mail?.match == [])
        // Signed for a vote: it opens the survey, and no case.
        #expect(try admitted(letter(to: Bench.replyAddress(.vote, "\(Bench.ref).csat")))?.match == [])
    }

    @Test func aTokenAtAnotherDomainIsNotOurs() throws {
        let token = Bench.signed(.customer, Bench.ref)
        #expect(try admitted(letter(to: "desk+\(token)@evil.example"))?.match == [])
        #expect(try admitted(letter(to: "other+\(token)@hearth.example"))?.match == [])
    }

    @Test func aReplayedSignedAddressLetsTheBearerSpeak() throws {
        let mail = try admitted(letter(from: "partner@home.example", to: Bench.replyAddress(.customer, Bench.ref)))
        #expect(mail?.match.first == Match(key: "ref:CW-7K3F9QX"))
        #expect(mail?.participants == ["partner@home.example"])
    }

    @Test func aForgedSenderCannotHaveAnswersSentElsewhere() throws {
        let headers = ["Reply-To": "mallory@evil.example"]
        let guessed = try admitted(letter(subject: "Re: [CW-7K3F9QX]", headers))
        #expect(guessed?.section?.customer.address == "ann@customer.example")
        #expect(guessed?.participants == ["ann@customer.example"])
        let proven = try admitted(
            letter(to: Bench.replyAddress(.customer, Bench.ref), subject: "Re: [CW-7K3F9QX]", headers))
        #expect(proven?.section?.customer.address == "mallory@evil.example")
    }

    @Test func aThreadOfThousandsOfReferencesStaysSmall() throws {
        let references = (0..<5000).map { "<\($0)@customer.example>" }.joined(separator: " ")
        let mail = try #require(try admitted(letter(["References": references])))
        #expect(mail.match.count == 40)
        #expect(mail.match.first?.key == "mid:4999@customer.example")
        #expect(mail.section?.references.count == 20)
    }
}
