import Testing

@testable import Casework

@Suite struct CustomerLanguageTests {
    private func understanding(_ language: String?, _ languages: [String]? = nil) -> Understanding {
        Understanding(
            heard: 1, topic: "", confidence: 0, mood: "calm", strength: 0, language: language, languages: languages)
    }

    private func contact(_ language: String?) -> ContactSection {
        ContactSection(customer: Party(address: "ann@example.org"), channel: "mail", language: language)
    }

    @Test func theNewestLanguageThatThereAreTextsInIsWritten() {
        let written = ["de", "en"]
        #expect(CustomerLanguage.choose(nil, understanding("nl", ["nl", "de"]), from: written) == "de")
        #expect(CustomerLanguage.choose(nil, understanding("de-AT"), from: written) == "de")
        #expect(CustomerLanguage.choose(nil, understanding("nl"), from: written) == nil)
        #expect(CustomerLanguage.choose(nil, nil, from: written) == nil)
    }

    @Test func whatTheCustomerChoseComesFirst() {
        #expect(CustomerLanguage.choose(contact("en"), understanding("de"), from: ["de", "en"]) == "en")
        #expect(CustomerLanguage.choose(contact("nl"), understanding("de"), from: ["de", "en"]) == "de")
    }
}
