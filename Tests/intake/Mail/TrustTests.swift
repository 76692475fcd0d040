import Casework
import StageKit
import Testing

@testable import intake

@Suite struct TrustTests {
    private static let standards: JSON = ["trust": ["masks": ["cards", "ibans", "###-##-####"]]]

    @Test func whatOurOwnServerFoundOutIsKept() async throws {
        let field = ["Authentication-Results": "mx.hearth.example; spf=pass; dmarc=fail"]
        let entry = try await read(letter(field), trusted: ["mx.hearth.example"])
        #expect(entry["authentication"]?["server"] == "mx.hearth.example")
        #expect(entry["authentication"]?["results"] == ["spf": "pass", "dmarc": "fail"])
        #expect(entry["problems"]?.array?.contains { $0.string?.contains("may be forged") == true } == true)
    }

    @Test func whatAnybodyWritesIsNot() async throws {
        let field = ["Authentication-Results": "mx.hearth.example; dmarc=pass"]
        #expect(try await read(letter(field), trusted: [])["authentication"] == nil)
    }

    @Test func numbersAreMaskedInAllThatIsKept() async throws {
        let secret = "4111 1111 1111 1111, DE89 3704 0044 0532 0130 00 and 123-45-6789"
        let entry = try await read(
            letter(from: "\"4111111111111111\" <ann@customer.example>", subject: secret, text: secret + "\n> " + secret)
        )
        let kept = String(decoding: entry.bytes, as: UTF8.self)
        for part in ["4111 1111", "41111111", "3704 0044", "123-45"] { #expect(!kept.contains(part), "\(part)") }
        #expect(entry["words"] == "**** **** **** 1111, DE** **** **** **** **30 00 and ***-**-****")
    }

    @Test(arguments: [
        ("DE89370400440532013000 please", "DE****************3000 please"),
        ("GB82 WEST 1234 5698 7654 32.", "GB** **** **** **** **54 32."),
    ])
    func accountNumbersAreKnownByTheirCheckDigits(_ text: String, _ masked: String) throws {
        #expect(try Masks(["trust": ["masks": "ibans"]]).masked(text) == text)
        #expect(try Masks(Self.standards).masked(text) == masked)
    }

    @Test(arguments: ["DE88370400440532013000", "Order DE89 was late again and again", "1123-45-67890", ""])
    func otherTextStaysAsItIs(_ text: String) throws {
        #expect(try Masks(Self.standards).masked(text) == text)
    }

    @Test func aMaskThatHidesTooMuchIsRefused() {
        #expect(throws: StageFailure.self) { try Masks(["trust": ["masks": ["##"]]]) }
    }

    @Test func aSubjectCannotBringHeadersAlong() async throws {
        let entry = try await read(letter(subject: "=?utf-8?Q?Hello=0D=0ABcc:_eve@evil.example=0D=0A=0D=0Awords?="))
        let subject = try #require(entry["subject"]?.string)
        #expect(!subject.contains { $0.isNewline })
        let section = try await read(letter(from: "=?utf-8?Q?Ann=0D=0ABcc:_eve@evil.example?= <ann@customer.example>"))
        #expect(section["from"]?["name"]?.string?.contains { $0.isNewline } == false)
    }

    /// A letter with further headers.
    private func letter(
        _ headers: [String: String] = [:], from: String = "ann@customer.example", subject: String = "My order",
        text: String = "Where is it?"
    ) -> [UInt8] {
        IntakeTests.letter(from: from, subject: subject, headers, text: text)
    }

    /// The entry that intake makes of a mail.
    private func read(_ bytes: [UInt8], trusted: Set<String> = []) async throws -> JSON {
        let now = Timestamp(milliseconds: 1_795_000_000_000)
        let delivery = Delivery(
            delivery: 1, epoch: "e", attempt: 1, now: now, lease_ms: 30_000,
            message: Message(
                id: "1", source: "/broker", type: "submission.received", subject: nil, time: now, traceparent: "",
                deadline: now),
            submission: SubmissionHead(
                submission: 1, via: "deliver", name: nil, at: now, blob: nil, size: bytes.count, raw: 0,
                media: "message/rfc822"))
        let received = Received(delivery, bodies: [bytes])
        var outcome = OutcomeBuilder(for: received)
        let reader = SubmissionReader(
            judge: MailJudge(desk: Bench.address, key: Bench.key), desk: ScriptedDesk(),
            masks: try Masks(Self.standards),
            trusted: trusted)
        try await reader.read(received, &outcome)
        let admit = try #require(outcome.outcome.admit)
        return try JSON(bytes: outcome.bodies[admit.entry])
    }
}
