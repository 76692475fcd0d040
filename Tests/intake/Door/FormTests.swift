import Casework
import Crypto
import StageProtocol
import Testing

@testable import intake

@Suite struct FormTests {
    @Test func aGoodDraftHasNoProblems() {
        #expect(problems(draft()) == [])
        #expect(problems(draft { $0.ref = " cw-7k3f9qx " }) == [])
        #expect(problems(draft { $0.address = "o'hara+shop@mail.customer.example" }) == [])
    }

    @Test(arguments: [
        "", " ", "ann", "ann@", "@customer.example", "ann@customer", "ann weaver@customer.example", "a@b..c",
    ])
    func anAddressMustBeOneThatCanBeAnswered(address: String) {
        #expect(problems(draft { $0.address = address }).map(\.field) == [.address])
    }

    @Test func everyProblemIsToldAtOnce() {
        var draft = ContactDraft()
        draft.name = String(repeating: "n", count: 121)
        draft.subject = String(repeating: "s", count: 201)
        draft.ref = "12345"
        draft.files = Array(repeating: .init(name: "a", mediaType: "", bytes: []), count: 11)
        #expect(problems(draft).map(\.field) == [.name, .address, .ref, .subject, .text, .files])
    }

    @Test func ourOwnAddressWouldBeALoop() {
        #expect(problems(draft { $0.address = "Desk+x@hearth.example" }).map(\.kind) == [.ownAddress])
    }

    @Test func everyProblemHasWordsInEveryLanguage() throws {
        let fields: [FieldProblem.Field] = [.name, .address, .ref, .subject, .text, .files]
        let kinds: [FieldProblem.Kind] = [
            .missing, .tooLong(7), .noAddress, .ownAddress, .noReference, .tooMany(7), .tooLarge(7),
        ]
        for texts in try Bench.site().languages {
            for field in fields {
                for kind in kinds {
                    let words = texts.problem(FieldProblem(field: field, kind: kind))
                    #expect(!words.isEmpty && !words.contains("{"))
                }
            }
            for (question, scale) in [("csat", 1...5), ("ces", 1...7), ("nps", 0...10)] {
                #expect(texts.survey(question) != nil)
                #expect(texts.survey(question, score: scale.lowerBound) != nil)
                #expect(texts.survey(question, score: scale.upperBound) != nil)
            }
        }
    }

    @Test func urlencodedFieldsAreUndone() throws {
        let fields = try FormFields(
            Array("name=Ann+W%C3%A9&text=a%26b%3Dc%0D%0Ad&empty=&odd=%zz".utf8),
            contentType: "application/x-www-form-urlencoded; charset=UTF-8")
        #expect(fields["name"] == "Ann Wé")
        #expect(fields["text"] == "a&b=c\r\nd")
        #expect(fields["empty"] == "")
        #expect(fields["odd"] == "%zz")
    }

    @Test func multipartFilesKeepEveryByte() throws {
        let content: [UInt8] = Array(0...255) + Array("\r\n--almost\r\n".utf8)
        let body =
            Array("--XX\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nHello\r\n".utf8)
            + Array("--XX\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a %22b%22; c.bin\"\r\n".utf8)
            + Array("Content-Type: application/octet-stream\r\n\r\n".utf8) + content
            + Array(
                "\r\n--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--XX--\r\n".utf8)
        let fields = try FormFields(body, contentType: "multipart/form-data; boundary=XX")
        #expect(fields["text"] == "Hello")
        #expect(fields.files == [.init(name: "a \"b\"; c.bin", mediaType: "application/octet-stream", bytes: content)])
    }

    @Test(arguments: [
        "", "--XX", "--XX\r\n", "--XX\r\nContent-Disposition: form-data; name=a", "--XX\r\n\r\nabc",
        "--XX\r\nbad\r\n\r\n\r\n--XX--",
        "no boundary at all",
    ])
    func aBrokenMultipartIsRefused(body: String) {
        #expect(throws: Refusal.self) {
            try FormFields(Array(body.utf8), contentType: "multipart/form-data; boundary=XX")
        }
    }

    @Test func aTokenIsGoodForTwoDaysAndForNoOtherPipeline() {
        let tokens = FormTokens(key: Bench.key)
        let token = tokens.make(at: 1_000_000)
        guard case .good(let name) = tokens.check(token, at: 1_000_000 + 47 * 3600) else {
            Issue.record("not good")
            return
        }
        #expect(!name.isEmpty)
        #expect(tokens.check(token, at: 1_000_000 + 49 * 3600) == .stale)
        #expect(FormTokens(key: .init(size: .bits256)).check(token, at: 1_000_000) == .forged)
        for wrong in ["", "a.b.c", "..", token + "0", String(token.dropLast()), String(repeating: "9", count: 500)] {
            #expect(tokens.check(wrong, at: 1_000_000) == .forged)
        }
    }

    @Test func textInAPageIsNeverMarkup() {
        let text = "<script>'\"&"
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.text == "<p title=\"&lt;script&gt;&#39;&quot;&amp;\">&lt;script&gt;&#39;&quot;&amp;</p>")
    }

    @Test(arguments: [
        ("de-AT,de;q=0.9,en;q=0.5", "de"), ("nl, fr;q=0.4", "fr"), ("es;q=0, en", "en"), ("", "en"), ("*", "en"),
        ("en;q=0.1, fr;q=0.2", "fr"), (";;,,q=", "en"),
    ])
    func thePageSpeaksTheVisitorsLanguage(header: String, code: String) throws {
        #expect(try Bench.site().texts(accepting: header).code == code)
    }

    @Test func whatTheStandardsListIsHiddenInAllThatComesThroughTheDoor() throws {
        let masks = try Masks(["trust": ["masks": ["cards", "ibans", "###-##-####"]]])
        let draft = draft {
            $0.name = "Ann 078-05-1120"
            $0.subject = "4111 1111 1111 1111"
            $0.text = "It is 078-05-1120.\r\nDE89 3704 0044 0532 0130 00"
            $0.files = [.init(name: "078-05-1120.pdf", mediaType: "application/pdf", bytes: [1])]
        }.masked(by: masks)
        let told = [draft.name, draft.subject, draft.text, draft.files[0].name].joined(separator: "\n")
        for secret in ["078", "1120", "4111 1111", "3704", "0532"] { #expect(!told.contains(secret)) }
        #expect(
            draft.name.hasPrefix("Ann ") && draft.files[0].name.hasSuffix(".pdf")
                && draft.address == "ann@customer.example")
    }

    private func draft(_ change: (inout ContactDraft) -> Void = { _ in }) -> ContactDraft {
        var draft = ContactDraft()
        draft.address = "ann@customer.example"
        draft.text = "Hello"
        change(&draft)
        return draft
    }

    private func problems(_ draft: ContactDraft) -> [FieldProblem] {
        ContactCheck(settings: Bench.settings).problems(draft)
    }
}
