import Casework
import StageKit
import Testing

@testable import responder

/// Who writes of danger does not get the receipt that everybody gets.
@Suite struct ConcernTests {
    private func heard(_ words: String, subject: String? = nil, number: Int = 1) -> Story.Heard {
        let party = Party(address: "ann@example.com")
        return .init(
            number: number, at: Scene.start,
            contact: Contact(channel: "mail", from: party, subject: subject, words: words))
    }

    @Test func theSubjectCountsWhereItIsNew() {
        #expect(Concern.all(in: [heard("Please help.", subject: "Pan caught fire")]) == [.danger])
        #expect(Concern.all(in: [heard("Here is my address.", subject: "Re: Pan caught fire", number: 2)]) == [])
    }

    @Test(arguments: [
        ("en", "The kettle caught fire.", "stop using it", "it comes before all else"),
        ("en", "I cut my finger on the glass.", "do not use it any more", "it comes before all else"),
        ("de", "Die Kanne hat gebrannt.", "benutzen Sie es nicht weiter", "geht allem anderen vor"),
        ("fr", "La bouilloire, ça a pris feu.", "ne plus l'utiliser", "passe avant tout le reste"),
        ("es", "El hervidor se prendió fuego.", "no lo use más", "va antes que todo lo demás"),
    ])
    func dangerIsAnsweredWithCareAndWithWhatToDo(
        _ language: String, _ words: String, _ advice: String, _ care: String
    ) async throws {
        for (purpose, told) in [("acknowledgment", 0), ("follow-up-received", 1)] {
            var scene = try Scene()
            if told == 1 {
                try scene.hear("Hello")
                scene.tell("acknowledgment")
                scene.answering = Answering(acknowledged: 1)
            }
            try scene.hear(words, after: Int64(told))
            scene.contact?.language = language
            let said = try #require(try await scene.work(told == 0 ? "case.assigned" : "responder.acknowledge").said)
            #expect(said.say.purpose == purpose)
            #expect(said.text.contains(advice) && said.text.contains(care), "\(said.text)")
            // That somebody is told is no promise without a day, and the next word keeps its own.
            let findings = try scene.responder().judging.findings(
                on: said.text, purpose: purpose, language: language, author: nil, mood: "upset", now: scene.now)
            #expect(findings == [], "\(said.text)")
            let promises: [MadePromise] = try #require(said.say.details?["promises"]).decode()
            #expect(promises.count == 1)
        }
    }

    @Test(arguments: [
        ("Where is my order?", []), ("I will see you in court.", []), ("My card was stolen.", [Concern.fraud]),
        ("I want to end my life.", [.distress]), ("The lamp gave me a shock, I was scalded.", [.danger, .injury]),
        ("I went to hospital last week, and my bowl arrived broken.", [.injury]), ("I cut my hand.", [.injury]),
        ("I burnt my hand on the kettle.", [.danger, .injury]), ("The lamp's battery is swollen.", [.danger]),
        ("My card was stolen, and the kettle caught fire.", [.danger]),
        ("My husband passed away, please close his account.", [.bereavement]),
        ("My father died when your heater caught fire.", [.bereavement, .danger]),
        ("I want to speak to a human.", [.person]), ("Please have somebody call me.", [.person]),
        ("Ich möchte mit einem Menschen sprechen.", [.person]),
        ("Your kettle caught fire, call me!", [.danger, .person]),
        ("You said somebody would call me back.", []),
    ])
    func whatIsSaidFollowsTheGravest(_ words: String, _ concerns: [Concern]) {
        #expect(Concern.all(in: [heard(words)]) == concerns)
    }

    @Test(
        arguments: ["en", "de", "fr", "es"],
        [
            [Concern.fraud], [.distress], [.danger], [.injury], [.bereavement], [.bereavement, .injury], [.person],
            [.danger, .injury],
            [.fraud, .person], [.bereavement, .person],
        ])
    func everyConcernPassesTheGate(_ language: String, _ concerns: [Concern]) throws {
        let responder = try Scene().responder()
        let text = try responder.writing.acknowledgment(
            language: language, ref: Scene.ref, customer: Party(address: "ann@example.com"), advocate: "Nora Quill",
            nextWord: Scene.start + .seconds(3600), concerns: concerns)
        let findings = responder.judging.findings(
            on: text.body, purpose: "acknowledgment", language: language, author: nil, mood: "angry", now: Scene.start)
        #expect(findings == [], "\(text.body)")
    }

    @Test(arguments: [
        ("en", "My husband passed away, please close his account.", "We are very sorry for your loss."),
        ("de", "Mein Vater ist verstorben, das Konto bitte löschen.", "Unser aufrichtiges Beileid zu Ihrem Verlust."),
        ("fr", "Ma mère est décédée.", "Nous vous présentons nos sincères condoléances."),
        ("es", "Mi padre falleció, ¿pueden cerrar su cuenta?", "Lamentamos mucho su pérdida."),
    ])
    func whoMournsReadsCondolenceFirst(_ language: String, _ words: String, _ opening: String) async throws {
        var scene = try Scene()
        try scene.hear(words)
        scene.contact?.language = language
        let text = try #require(try await scene.work("case.assigned").said).text
        let paragraphs = text.split(separator: "\n\n", maxSplits: 1)
        #expect(paragraphs.last?.hasPrefix(opening + "\n\n") == true, "\(text)")
    }

    @Test(arguments: [
        ("en", "I want to speak to a human.", "it is one of us who answers you", "One of us is told at any hour"),
        ("de", "Rufen Sie mich bitte an.", "Es antwortet Ihnen jemand von uns", "wird zu jeder Stunde verständigt"),
        ("fr", "Je veux parler à quelqu'un.", "c'est l'un de nous qui vous répond", "est prévenu à toute heure"),
        ("es", "Quiero hablar con una persona.", "le responde uno de nosotros", "recibe el aviso a cualquier hora"),
    ])
    func whoAsksForAPersonReadsThatOneHasIt(_ language: String, _ words: String, _ who: String, _ when: String)
        async throws
    {
        var scene = try Scene()
        try scene.hear(words)
        scene.contact?.language = language
        let text = try #require(try await scene.work("case.assigned").said).text
        #expect(text.contains(who) && text.contains(when), "\(text)")
        // Of a death the advocate hears in their hours.
        let sad = try scene.responder().writing.receipt(
            language: language, ref: Scene.ref, customer: Party(address: "ann@example.com"), advocate: "Nora Quill",
            nextWord: Scene.start + .seconds(3600), concerns: [.bereavement, .person])
        #expect(sad.body.contains(who) && !sad.body.contains(when), "\(sad.body)")
    }

    private func acknowledgment(_ concerns: [Concern], _ language: String) throws -> String {
        try Scene().responder().writing.acknowledgment(
            language: language, ref: Scene.ref, customer: Party(address: "ann@example.com"), advocate: "Nora Quill",
            nextWord: Scene.start + .seconds(3600), concerns: concerns
        ).body
    }

    @Test(arguments: [
        ("en", "unplug"), ("de", "Stecker"), ("fr", "débrancher"), ("es", "desenchúfelo"),
    ])
    func onlyWhatHasAPlugIsToBeUnplugged(_ language: String, _ unplug: String) throws {
        #expect(try acknowledgment([.danger], language).contains(unplug))
        #expect(try !acknowledgment([.injury], language).contains(unplug))
        #expect(try acknowledgment([.danger, .injury], language).contains(unplug))
    }

    @Test(arguments: [
        ("en", "everybody is well"), ("de", "alle wohlauf"), ("fr", "tout le monde va bien"),
        ("es", "todos estén bien"),
    ])
    func whoWasHurtReadsNoHopeThatAllAreWell(_ language: String, _ hope: String) throws {
        #expect(try acknowledgment([.danger], language).contains(hope))
        for concerns: [Concern] in [[.injury], [.danger, .injury]] {
            #expect(try !acknowledgment(concerns, language).contains(hope))
        }
    }

    @Test func nobodyHopesThatAllAreWellWhereSomebodyHasDied() throws {
        for language in ["en", "de", "fr", "es"] {
            let text = try Scene().responder().writing.acknowledgment(
                language: language, ref: Scene.ref, customer: Party(address: "ann@example.com"), advocate: "Nora Quill",
                nextWord: Scene.start + .seconds(3600), concerns: [.bereavement, .danger])
            for hope in ["hope", "hoffen", "espérons", "esperamos"] {
                #expect(!text.body.contains(hope), "\(text.body)")
            }
        }
    }

    @Test func whoTellsOfItLaterNeedNotWaitForAReceipt() async throws {
        var scene = try Scene()
        try scene.hear("Where is my kettle?")
        scene.tell("acknowledgment", after: 5)
        scene.answering = Answering(acknowledged: 1)
        try scene.hear("It came, and it caught fire.", after: 600)
        let timer = try await scene.work("case.contact", data: heard("It came, and it caught fire.").contact).outcome
            .timers?
            .first
        #expect(timer?.at == scene.now)
        #expect(try await scene.work("responder.acknowledge").said?.text.contains("stop using it") == true)
        // While there is danger every new word has a receipt; the same words again have none.
        try scene.hear("Hello?", after: 630)
        scene.answering = Answering(acknowledged: 2)
        #expect(try await scene.work("responder.acknowledge").said != nil)
        scene.tell("follow-up-received", after: 690)
        try scene.hear("Hello?", after: 700)
        scene.answering = Answering(acknowledged: 3)
        #expect(try await scene.work("responder.acknowledge").said == nil)
    }
}
