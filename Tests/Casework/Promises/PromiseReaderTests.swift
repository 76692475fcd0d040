import Calendars
import StageProtocol
import Testing

@testable import Casework

@Suite struct PromiseReaderTests {
    /// Tuesday 24 November 2026, ten in the morning in Dublin; open from 9 to 17:30.
    static let now = Timestamp("2026-11-24T10:00:00Z") ?? Timestamp(milliseconds: 0)

    static func reader() throws -> PromiseReader {
        let hours: JSON = ["09:00-17:30"]
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday"].map { ($0, hours) }
        let calendar: JSON = ["zone": "Europe/Dublin", "hours": .object(Dictionary(uniqueKeysWithValues: days))]
        return PromiseReader(calendar: try calendar.decode())
    }

    @Test(arguments: [
        ("We will refund 40 EUR by Friday.", "en", PromiseKind.refund, "2026-11-27T17:30:00.000Z"),
        ("We will call you tomorrow.", "en", .contact, "2026-11-25T17:30:00.000Z"),
        // The desk is closed on Sunday: whoever keeps it must do so on Friday.
        ("We will send a new bowl by Sunday.", "en", .delivery, "2026-11-27T17:30:00.000Z"),
        ("Wir schicken Ihnen bis Freitag eine neue Schale.", "de", .delivery, "2026-11-27T17:30:00.000Z"),
        (
            "Le enviaremos un cuenco nuevo antes del viernes 27 de noviembre.", "es", .delivery,
            "2026-11-26T17:30:00.000Z"
        ),
    ])
    func aPromiseForADayIsDueWhenTheDeskCloses(
        _ text: String, _ language: String, _ kind: PromiseKind, _ due: String
    ) throws {
        let promises = try Self.reader().promises(in: text, language: language, now: Self.now)
        #expect(promises.map(\.kind) == [kind])
        #expect(promises.first?.due.description == due)
        #expect(promises.first?.what == text)
    }

    @Test(arguments: [
        ("We will call you by Wednesday at 10:00.", "en", "2026-11-25T10:00:59.999Z"),
        ("We will call you by 10am on Wednesday.", "en", "2026-11-25T10:00:59.999Z"),
        ("We will call you by tomorrow noon.", "en", "2026-11-25T12:00:59.999Z"),
        ("You will hear from us by Friday 4 December at 14:30.", "en", "2026-12-04T14:30:59.999Z"),
        // A time without a day is the next that a clock shows.
        ("We will call you by 12:30.", "en", "2026-11-24T12:30:59.999Z"),
        ("We will call you by 9:30.", "en", "2026-11-25T09:30:59.999Z"),
        // The desk closes at 17:30, and is closed at eight.
        ("We will call you by Wednesday at 17:30.", "en", "2026-11-25T17:30:59.999Z"),
        ("We will call you by Wednesday at 20:00.", "en", "2026-11-25T17:30:00.000Z"),
        ("We will call you by Wednesday at 8:00.", "en", "2026-11-24T17:30:00.000Z"),
        ("Wir melden uns bis Mittwoch um 10 Uhr.", "de", "2026-11-25T10:00:59.999Z"),
        ("Wir melden uns bis Mittwoch, 10:30 Uhr, bei Ihnen.", "de", "2026-11-25T10:30:59.999Z"),
        ("Nous vous rappellerons avant mercredi à 10h30.", "fr", "2026-11-25T10:30:59.999Z"),
        ("Nous vous rappellerons avant mercredi 25 novembre à 10 heures.", "fr", "2026-11-25T10:00:59.999Z"),
        ("Le llamaremos antes de las 10:00 del miércoles 25 de noviembre.", "es", "2026-11-25T10:00:59.999Z"),
        ("Le llamaremos antes del miércoles a las 10:00.", "es", "2026-11-25T10:00:59.999Z"),
    ])
    func aTimeThatIsNamedIsKeptToTheEndOfItsMinute(_ text: String, _ language: String, _ due: String) throws {
        let promises = try Self.reader().promises(in: text, language: language, now: Self.now)
        #expect(promises.map(\.kind) == [.contact])
        #expect(promises.first?.due.description == due)
    }

    @Test(arguments: [
        ("We will call you within 2 hours.", "en", "2026-11-24T12:00:59.999Z"),
        ("We will call you in two hours.", "en", "2026-11-24T12:00:59.999Z"),
        ("We will call you within the hour.", "en", "2026-11-24T11:00:59.999Z"),
        ("We will call you within 2 to 3 hours.", "en", "2026-11-24T13:00:59.999Z"),
        ("We will call you within 30 minutes.", "en", "2026-11-24T10:30:59.999Z"),
        ("We will call you within 48 hours.", "en", "2026-11-26T10:00:59.999Z"),
        // 7.5 hours are left of this day.
        ("We will call you within 8 business hours.", "en", "2026-11-25T09:30:59.999Z"),
        ("Wir melden uns innerhalb von 2 Stunden bei Ihnen.", "de", "2026-11-24T12:00:59.999Z"),
        ("Wir melden uns innerhalb einer Stunde bei Ihnen.", "de", "2026-11-24T11:00:59.999Z"),
        ("Nous vous rappellerons dans les 2 heures.", "fr", "2026-11-24T12:00:59.999Z"),
        ("Nous vous rappellerons sous 24 heures.", "fr", "2026-11-25T10:00:59.999Z"),
        ("Le llamaremos en dos horas.", "es", "2026-11-24T12:00:59.999Z"),
        ("Le llamaremos dentro de las próximas 4 horas.", "es", "2026-11-24T14:00:59.999Z"),
        // Days are days as before.
        ("We will call you within 2 days.", "en", "2026-11-26T17:30:00.000Z"),
    ])
    func hoursCountFromWhenTheWordsAreSent(_ text: String, _ language: String, _ due: String) throws {
        let promises = try Self.reader().promises(in: text, language: language, now: Self.now)
        #expect(promises.map(\.kind) == [.contact])
        #expect(promises.map(\.due.description) == [due])
    }

    @Test func hoursThatEndAtNightEndThen() throws {
        let evening = try #require(Timestamp("2026-11-24T17:00:00Z"))
        let text = "We will call you within 2 hours."
        let promises = try Self.reader().promises(in: text, language: "en", now: evening)
        #expect(promises.map(\.due.description) == ["2026-11-24T19:00:59.999Z"])
    }

    @Test(arguments: [
        ("Your refund will be processed by Friday.", [PromiseKind.refund]),
        ("Your replacement will be sent by Friday.", [.delivery]),
        ("You will hear from us by Friday.", [.contact]),
        ("We will call you by Friday. We will call you by Friday.", [.contact]),
        ("We will repair it and send it to you by Friday.", [.action, .delivery]),
    ])
    func aPromiseIsEnteredOnceHoweverManyWordsSayIt(_ text: String, _ kinds: [PromiseKind]) throws {
        let promises = try Self.reader().promises(in: text, language: "en", now: Self.now)
        #expect(promises.map(\.kind) == kinds, "\(promises)")
    }

    @Test(arguments: [
        ("We send you a new bowl by Friday.", "en", [PromiseKind.delivery]),
        ("We are sending you a new bowl by Friday.", "en", [.delivery]),
        ("I call you by Friday.", "en", [.contact]),
        ("We refund 40 EUR by Friday.", "en", [.refund]),
        ("Wir senden Ihnen bis Freitag eine neue Schale.", "de", [.delivery]),
        ("Nous vous envoyons un nouveau bol avant vendredi.", "fr", [.delivery]),
        ("Enviamos su cuenco nuevo antes del viernes.", "es", [.delivery]),
        // Without a day it is what we do, and no promise.
        ("We send all orders by courier.", "en", []), ("Enviamos todos los pedidos por correo.", "es", []),
        ("I write to you today because of your order.", "en", []),
    ])
    func thePresentTensePromisesWhereADayStandsWithIt(
        _ text: String, _ language: String, _ kinds: [PromiseKind]
    ) throws {
        let promises = try Self.reader().promises(in: text, language: language, now: Self.now)
        #expect(promises.map(\.kind) == kinds, "\(promises)")
    }

    @Test func whatIsDoneOrOfferedIsNotStillToBeKept() throws {
        let text = "We have refunded 40 EUR today. We offer you a voucher of 10 EUR."
        #expect(try Self.reader().promises(in: text, language: "en", now: Self.now).isEmpty)
    }

    @Test func aTemplatesOwnWordIsDueAtTheMomentItTells() throws {
        let source = "Subject: x\n\n{{#promise}}You will hear from us by {{next_word}}.{{/promise}}\n"
        let text = try Template(source, file: "en/update.txt").render(["next_word": "Tuesday 24 November at 14:30"])
        let moment = try #require(Timestamp("2026-11-24T14:29:20Z"))
        let promises = try Self.reader().promises(
            in: text, moments: ["next_word": moment], language: "en", now: Self.now)
        #expect(promises.map(\.kind) == [.contact])
        #expect(promises.first?.due.description == "2026-11-24T14:30:59.999Z")
        #expect(promises.first?.what == "You will hear from us by Tuesday 24 November at 14:30.")
    }

    /// What is told is round, and the clock is not due before it.
    @Test func aTemplatesWordIsDueAtTheRoundTimeThatIsTold() throws {
        let source = "Subject: x\n\n{{#promise}}You will hear from us by {{next_word}}.{{/promise}}\n"
        let moment = try #require(Timestamp("2026-11-24T16:00:20Z"))
        let told = SpokenTime(zone: "Europe/Dublin").moment(moment.told.milliseconds, language: "en")
        #expect(told == "Tuesday 24 November at 16:05")
        let text = try Template(source, file: "en/update.txt").render(["next_word": told])
        let promises = try Self.reader().promises(
            in: text, moments: ["next_word": moment], language: "en", now: Self.now)
        #expect(promises.first?.due.description == "2026-11-24T16:05:59.999Z")
        #expect(promises.first?.due.minute.description == "2026-11-24T16:05:00.000Z")
    }

    @Test func theTermsOfAnArticleAreNoPromiseToThisCustomer() throws {
        let terms = "We send a new one within 1 business day of your reply."
        let text = Template.Rendered(subject: "x", body: "Hello,\n\n\(terms)\n\nWe will call you tomorrow.\n")
        let promises = try Self.reader().promises(in: text, terms: terms, language: "en", now: Self.now)
        #expect(promises.map(\.what) == ["We will call you tomorrow."])
    }
}
