import Testing

@testable import Mail

@Suite struct QuoteFoldingTests {
    @Test func realRepliesAreTrimmedToWhatThePersonWrote() throws {
        let names = try Fixtures.names("replies/emails")
        var missed: [String] = []
        for name in names {
            let result = QuoteFolding.fold(try Fixtures.text("replies/emails/\(name)"))
            let expected = try Fixtures.text("replies/trimmed/\(name)")
            if result.words.squeezed != expected.squeezed { missed.append(name) }
        }
        print("quote folding: \(names.count - missed.count) of \(names.count) replies exact")
        #expect(missed.isEmpty)
    }

    @Test func nothingIsLost() throws {
        for name in try Fixtures.names("replies/emails") {
            let text = try Fixtures.text("replies/emails/\(name)")
            let result = QuoteFolding.fold(text)
            let before = text.split(whereSeparator: \.isWhitespace).sorted()
            let after = (result.words + "\n" + result.folded).split(whereSeparator: \.isWhitespace).sorted()
            #expect(before == after, "\(name)")
        }
    }

    @Test(arguments: [
        "Sent from my iPhone", "Von meinem iPhone gesendet", "Envoyé de mon iPhone", "Enviado desde mi iPhone",
        "Get Outlook for iOS", "Отправлено с iPhone", "(sent from a phone)",
        "Sent from Mail<https://x.example> for Windows",
        "發自我的 iPhone", "iPhoneから送信", "Windows 10 için Posta ile gönderildi", "Đã gửi từ iPhone của tôi",
        "Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.",
    ])
    func mobileSignaturesAreFolded(_ signature: String) {
        #expect(QuoteFolding.fold("Where is my parcel?\n\n\(signature)").words == "Where is my parcel?")
    }

    /// Each line of the file as some mailer writes it above what it quotes.
    @Test func introductionsAreKnownInManyLanguages() throws {
        for line in try Fixtures.text("introductions.txt").split(separator: "\n") {
            for quote in ["> old words\n> and more", "old words\nand more"] {
                let words = QuoteFolding.fold("Yes, please.\nThank you!\n\n\(line)\n\(quote)").words
                #expect(words == "Yes, please.\nThank you!", "\(line)")
            }
        }
    }

    @Test(arguments: ["Anna Bell said:", "Anna Bell (12/01/2016 10:00):", "According to Anna Bell on 12/01/2016:"])
    func lessMustBeSaidRightAboveAQuote(_ line: String) {
        #expect(QuoteFolding.fold("Yes, please.\n\n\(line)\n> old words").words == "Yes, please.")
    }

    @Test(arguments: [
        "I sent my phone back on Monday.", "Please get my phone replaced.", "Ich habe das Handy am Montag gesendet.",
        "The parcel was sent from your shop with the wrong phone.", "From: my first order",
        "Thanks, see you on Tue, Jan 12, 2016 at 10:00 AM", "My order number is 2016-01-12:",
    ])
    func whatOnlyLooksLikeItIsKept(_ line: String) {
        let text = "Hello,\nmy kettle leaks.\n\(line)"
        #expect(QuoteFolding.fold(text).words == text)
    }

    @Test func contactLinesAreFoldedAndTheNameIsKept() {
        let text = "It still leaks.\n\nBest regards,\nAnna Bell\nHead of Things\nTel. +49 30 1234567\nwww.example.org"
        #expect(QuoteFolding.fold(text).words == "It still leaks.\n\nBest regards,\nAnna Bell")
    }

    @Test func aRuleBetweenSectionsFoldsNothing() {
        let text = "First the facts\n-----\nIt broke.\n-----\nCan you send a new one?"
        #expect(QuoteFolding.fold(text).words == text)
    }

    @Test func aQuestionAfterARuleIsKept() {
        let text = "It broke on Monday.\n__________\nCan you send a new one?"
        #expect(QuoteFolding.fold(text).words == text)
    }

    @Test func aForwardedMailAloneIsAllWords() {
        let text = "---------- Forwarded message ---------\nFrom: A <a@b.example>\nSubject: Bill\n\nPlease pay."
        #expect(QuoteFolding.fold(text).words == text)
    }

    @Test func aPlainSentenceWithWroteIsNoIntroduction() {
        let text = "On the box somebody wrote:\nfragile\nand still it was thrown."
        #expect(QuoteFolding.fold(text).words == text)
    }

    @Test func hostileLinesTakeLinearTime() {
        let lines = [
            "On 1 May 2020 at 10:00 a@b.example wrote", "12:30:", "> ", "From: a", "-- ", "_____", "text 1 2 3:",
        ]
        var text = ""
        for index in 0..<60_000 { text += lines[index % lines.count] + "\n" }
        let clock = ContinuousClock()
        let time = clock.measure { _ = QuoteFolding.fold(text) }
        #expect(time < .seconds(20))
    }
}
