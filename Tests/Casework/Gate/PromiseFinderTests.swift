import StageProtocol
import Testing

@testable import Casework

@Suite struct PromiseFinderTests {
    /// There the customer's own turn is the date.
    @Test(arguments: [
        ("We will look into it as soon as you send us the photo.", true),
        ("We will look into it as soon as we have your photo.", true),
        ("Please send us a photo, and we will check it.", true),
        ("Please let us know your order number. We will then look into it.", true),
        ("Could you send us a photo of the pan? As soon as we have it we will send a new one.", true),
        ("Once we have the photo, we will send a new one.", true),
        ("With your order number we will look into it.", true),
        ("Bitte nennen Sie uns Ihre Bestellnummer, damit wir nachsehen können.", true),
        ("Pourriez-vous nous indiquer votre numéro de commande ? Nous allons ensuite vérifier.", true),
        ("Nous regarderons cela dès que nous aurons votre photo.", true),
        ("Envíenos una foto, por favor, y lo revisaremos.", true),
        ("Merci de nous indiquer votre numéro de commande. Nous allons ensuite vérifier.", true),
        ("Our workshop looks at it on Monday. We will then refund you.", false),
        ("How is the other pan? It is out of stock. As soon as we have it we will send it.", false),
        ("The carrier let us know the parcel is lost. We will then refund you.", false),
        ("Notre atelier la regarde lundi. Nous vous rembourserons ensuite.", false),
        ("We will look into it.", false), ("The pan is out of stock. As soon as we have it we will send it.", false),
        ("We will send you a new one once our warehouse has received it.", false),
    ])
    func whatWaitsForTheCustomerNeedsNoDay(_ text: String, _ passes: Bool) {
        let verdict = CourtesyGate.judge(text, GateContext(purpose: "answer", now: GateCase.now))
        #expect((verdict.verdict == .pass) == passes, "\(verdict.findings)")
    }

    struct Example: Sendable {
        var text: String
        var what: [PromiseKind]
        var due: [String?]
        var dueBy: [String?] = []
    }

    @Test(arguments: [
        Example(
            text: "I will check with the carrier today and write to you by tomorrow noon.", what: [.check, .contact],
            due: ["today", "by tomorrow noon"], dueBy: ["2026-11-22", "2026-11-23"]),
        Example(
            text: "We will send a new one within 2 business days.", what: [.delivery], due: ["within 2 business days"],
            dueBy: ["2026-11-26"]),
        Example(text: "By Friday we will refund you.", what: [.refund], due: ["By Friday"], dueBy: ["2026-11-27"]),
        Example(
            text: "You will receive your parcel on 2026-12-01.", what: [.delivery], due: ["on 2026-12-01"],
            dueBy: ["2026-12-01"]),
        Example(text: "We will replace it.", what: [.replacement], due: [nil]),
        Example(
            text: "Wir melden uns bis Freitag bei Ihnen.", what: [.contact], due: ["bis Freitag"], dueBy: ["2026-11-27"]
        ),
        Example(
            text: "Wir werden Ihnen das Geld innerhalb von 5 Werktagen erstatten.", what: [.refund],
            due: ["innerhalb von 5 Werktagen"]),
        Example(
            text: "Nous vous écrirons avant le 27 novembre.", what: [.contact], due: ["avant le 27 novembre"],
            dueBy: ["2026-11-26"]),
        Example(
            text: "Vous aurez de nos nouvelles avant le 27 novembre.", what: [.contact],
            due: ["avant le 27 novembre"], dueBy: ["2026-11-26"]),
        Example(text: "Vous recevrez une réponse demain.", what: [.contact], due: ["demain"], dueBy: ["2026-11-23"]),
        Example(text: "Vous recevrez votre colis demain.", what: [.delivery], due: ["demain"], dueBy: ["2026-11-23"]),
        Example(
            text: "Sie hören von uns bis Freitag.", what: [.contact], due: ["bis Freitag"], dueBy: ["2026-11-27"]),
        Example(text: "Tendrá noticias nuestras mañana.", what: [.contact], due: ["mañana"], dueBy: ["2026-11-23"]),
        Example(text: "Je vais vérifier demain.", what: [.check], due: ["demain"], dueBy: ["2026-11-23"]),
        Example(
            text: "Le enviaremos otro plato en 3 días laborables.", what: [.delivery], due: ["en 3 días laborables"]),
        Example(text: "Thank you for your mail, it helps us a lot.", what: [], due: []),
        Example(text: "We will never share your address, and we will not call you.", what: [], due: []),
    ])
    func promisesAreFoundWithTheirTerm(_ example: Example) {
        let promises = PromiseFinder.promises(in: example.text, now: GateCase.now)
        #expect(promises.map(\.what) == example.what, "\(promises)")
        #expect(promises.map(\.due) == example.due, "\(promises)")
        if !example.dueBy.isEmpty {
            let days = promises.map { $0.dueBy.map { String($0.description.prefix(10)) } }
            #expect(days == example.dueBy)
        }
    }

    @Test(arguments: [
        "Our workshop looks at it on Monday. We will then refund you.",
        "How is the other pan? It is out of stock. As soon as we have it we will send it.",
    ])
    func aPromiseThatWaitsForNoWordOfTheCustomersIsOpen(_ text: String) {
        #expect(PromiseFinder.promises(in: text, now: GateCase.now).contains { $0.isOpen && $0.due == nil })
    }

    /// A condition is one only where it stands near: in the same sentence or in the one before.
    @Test(arguments: [
        ("We have found your parcel. Then we will send it by Friday.", true),
        ("I'll talk to my boss first. Then I will write to you by Friday.", true),
        ("I'll talk to my boss first, then I will write to you by Friday.", true),
        ("Our workshop looks at it tomorrow. So we will send it by Friday.", true),
        ("Die Werkstatt sieht es sich morgen an. Dann schicken wir es Ihnen bis Freitag.", true),
        ("Notre atelier le regarde demain. Alors nous vous l'enverrons d'ici vendredi.", true),
        ("El taller lo mira mañana. Así se lo enviaremos hasta el viernes.", true),
        ("If you send us a photo, that is enough. Then we will send a new one by Friday.", false),
        ("Could you send us a photo? Then we will send a new one by Friday.", false),
        ("Bitte nennen Sie uns Ihre Bestellnummer. Dann schicken wir sie Ihnen bis Freitag.", false),
        ("Merci de nous indiquer votre numéro. Alors nous vous l'enverrons d'ici vendredi.", false),
        ("¿Puede enviarnos una foto? Entonces se lo enviaremos hasta el viernes.", false),
    ])
    func thenFollowsFromAConditionThatStandsNear(_ text: String, _ isPromised: Bool) {
        let promises = PromiseFinder.promises(in: text, now: GateCase.now)
        #expect(
            promises.contains { $0.isOpen && $0.dueBy?.description.prefix(10) == "2026-11-27" } == isPromised,
            "\(promises)")
    }

    @Test(arguments: [
        ("We will refund 39.90 € by Friday.", Amount.money(minor: 3990, currency: "EUR")),
        ("We will refund EUR 1,250.00 by Friday.", .money(minor: 125_000, currency: "EUR")),
        ("We will refund £12 by Friday.", .money(minor: 1200, currency: "GBP")),
        ("We will refund fifty euros by Friday.", .money(minor: 5000, currency: "EUR")),
        ("Wir erstatten Ihnen 1.250,50 € bis Freitag.", .money(minor: 125_050, currency: "EUR")),
        ("I offer you a discount of 12.5 % today.", .percent(hundredths: 1250)),
        ("Nous vous rembourserons 12,5 euros demain.", .money(minor: 1250, currency: "EUR")),
    ])
    func amountsAreReadAsNumbers(_ text: String, _ amount: Amount) {
        #expect(PromiseFinder.promises(in: text, now: GateCase.now).first?.amount == amount)
    }

    @Test func authorityComparesNumbersAndKnowsNoOtherCurrency() {
        let authority = GateCase.authority
        #expect(authority.allows(.money(minor: 5000, currency: "EUR"), as: .refund))
        #expect(!authority.allows(.money(minor: 5001, currency: "EUR"), as: .refund))
        #expect(!authority.allows(.money(minor: 100, currency: "USD"), as: .refund))
        #expect(!Authority.none.allows(.money(minor: 1, currency: "EUR"), as: .credit))
    }
}
