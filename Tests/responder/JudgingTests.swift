import Casework
import Mail
import StageKit
import Testing

@testable import responder

@Suite struct JudgingTests {
    private let say = Say(
        name: "answer-1", to: ["ann@example.com"], purpose: "answer", answers: true, subject: "Your pan",
        language: "en", body: 0)
    private let kind = "Thank you for writing. You can return the pan within 30 days."

    private func scene() throws -> Scene {
        var scene = try Scene()
        try scene.hear("How do I return a pan?")
        return scene
    }

    private func judge(_ say: Say, _ text: String, _ scene: Scene? = nil) async throws -> (Verdict, Done) {
        let done = try await (scene ?? self.scene()).work("say.proposed", say: say, text: text)
        return (try #require(done.outcome.verdicts?.first), done)
    }

    @Test func aCourteousTextPassesAsTheBytesThatLeave() async throws {
        let (verdict, done) = try await judge(say, kind)
        #expect(verdict.pass && verdict.hash == "ab12")
        let mail = try MailParser.parse(done.bodies[try #require(verdict.final)])
        #expect(mail.text.contains(kind))
        #expect(verdict.index == ["mid:\(try #require(verdict.message_id))"])
        #expect(mail.messageID == verdict.message_id)
    }

    @Test func blameIsRefusedWithTheWordsAndBetterOnes() async throws {
        let (verdict, _) = try await judge(say, "This is your fault, you should have read the manual.")
        #expect(!verdict.pass)
        let finding = try #require(verdict.findings?.array?.first)
        for key in ["rule", "words", "advice"] { #expect(finding[key]?.string?.isEmpty == false) }
    }

    @Test func aTextThatTheGateCannotReadIsAPersonsToDecide() async throws {
        let (verdict, _) = try await judge(say, "Dziękujemy za wiadomość. Możesz zwrócić patelnię w ciągu 30 dni.")
        #expect(!verdict.pass)
        #expect(verdict.findings?.array?.contains { $0["rule"] == "language" } == true)
    }

    @Test func nobodyGrantsMoreThanTheyMay() async throws {
        let text = "We refund you 45 EUR by Friday."
        var ours = say
        #expect(try await !judge(ours, text).0.pass)
        ours.author = "nora"
        #expect(try await judge(ours, text).0.pass)
        #expect(try await !judge(ours, "We refund you 450 EUR by Friday.").0.pass)
    }

    @Test func theCustomerSeesWhoseWordsTheyAre() async throws {
        var words = say
        (words.author, words.details) = ("nora", ["person": "nora"])
        var (verdict, done) = try await judge(words, kind)
        #expect(
            try MailParser.parse(done.bodies[try #require(verdict.final)]).from.first?.name
                == "Nora Quill, Hearth & Table")
        // What a program writes for her to look after bears the desk's name.
        words.details = nil
        (verdict, done) = try await judge(words, kind)
        #expect(try MailParser.parse(done.bodies[try #require(verdict.final)]).from.first?.name == "Hearth & Table")
    }

    @Test func colleaguesAreSpokenToPlainly() async throws {
        var note = say
        (note.audience, note.purpose, note.details) = (.staff, "staff-notice", ["person": "nora"])
        let (verdict, done) = try await judge(note, "The customer wrote: THIS IS YOUR FAULT!!!")
        #expect(verdict.pass)
        let mail = try MailParser.parse(done.bodies[try #require(verdict.final)])
        #expect(mail.replyTo.first?.tag?.hasPrefix("s.cw-7k3f9qx.nora.") == true)
        #expect(mail.inReplyTo.isEmpty && mail.references.isEmpty)
    }

    @Test func anAddressThatNoMailReachesIsRefusedAndNotTriedForEver() async throws {
        var lost = say
        lost.to = ["ann at example"]
        let (verdict, _) = try await judge(lost, kind)
        #expect(verdict.findings?.array?.first?["rule"] == "mail")
    }

    @Test(arguments: [
        ("acknowledgment", "ack-1", "receipt-anew-1"), ("follow-up-received", "received-1", "receipt-anew-1"),
    ]) func aReceiptThatWaitedForTooLongIsWrittenAnewOnce(purpose: String, name: String, anew: String) async throws {
        var late = say
        (late.purpose, late.name, late.answers) = (purpose, name, false)
        var done = try await scene().work("say.refused", say: late, text: "You will hear from us by Monday.")
        #expect(done.outcome.say?.map(\.name) == [anew] && done.outcome.say?.first?.purpose == purpose)
        #expect(try done.handover == nil)
        late.name = anew
        done = try await scene().work("say.refused", say: late, text: "You will hear from us by Monday.")
        #expect(try done.outcome.say == nil && done.handover?.code == "gate", "else it would go on for ever")
    }

    @Test func ofAReceiptThatTheAnswerHasOvertakenNothingIsOwed() async throws {
        var late = say
        (late.purpose, late.name, late.answers) = ("acknowledgment", "ack-1", false)
        var scene = try scene()
        scene.tell("answer", after: 60)
        let done = try await scene.work("say.refused", say: late, text: "Hello")
        #expect(try done.outcome.say == nil && done.handover == nil)
    }

    @Test func aRefusedTextOfOursGoesToAPersonWithWhatStandsAgainstIt() async throws {
        var delivery = try scene().delivery("say.refused", say: say, text: "You should have known.").delivery
        delivery.say?.findings = [
            ["rule": "blame-customer", "words": "You should have known", "advice": "Say it kindly."]
        ]
        let bodies = try scene().delivery("say.refused", say: say, text: "You should have known.").bodies
        let received = Received(delivery, bodies: bodies)
        var outcome = OutcomeBuilder(for: received)
        try await scene().responder().handle(received, &outcome)
        let handover = try Done(outcome: outcome.outcome, bodies: outcome.bodies).handover
        #expect(handover?.code == "gate" && handover?.draft == "You should have known.")
        #expect(handover?.reason.contains("blame-customer") == true)
    }
}
