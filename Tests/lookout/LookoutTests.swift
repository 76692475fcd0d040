import Casework
import Foundation
import StageKit
import Testing

@testable import lookout

/// What comes of a spike once it was seen. That it is seen, and that those affected are found, is shown by the scenario
/// story-spike, with the real broker.
@Suite struct LookoutTests {
    private static let now = Timestamp(milliseconds: 1_795_172_400_000)

    private func stage() throws -> Lookout {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let settings: LookoutSettings = try JSON.object([
            "templates": .string(root.appending(path: "templates").path()), "desk": ["name": "Hearth & Table"],
        ]).decode()
        let standards: JSON = [
            "no_surprises": ["false_alarm_every": "30 days"],
            "calendar": [
                "zone": "Europe/Dublin", "closed": [:], "other_hours": [:],
                "hours": ["friday": ["09:00-17:30"], "monday": ["09:00-17:30"]],
            ],
        ]
        func person(_ id: String, away: JSON = []) -> JSON {
            [
                "id": .string(id), "name": .string(id.capitalized + " Quill"),
                "address": .string("\(id)@hearth.example"),
                "languages": ["en", "de"], "away": away,
            ]
        }
        let people: JSON = [
            "people": [
                person("nora"), person("tomas", away: [["from": "2026-11-01", "until": "2026-12-01"]]), person("edda"),
            ],
            "ladder": [["who": ["nora", "tomas"]], ["who": ["edda"]]],
            "ladders": ["refund": [["who": ["edda"]]]],
        ]
        return try Lookout(settings: settings, context: StageContext(standards: standards, people: people))
    }

    private let spike = Spike(
        topic: "delivery-late", since: now + .seconds(-3600), count: 7, expected: 0.4, probability: 1e-7,
        samples: ["CW-AAAAAAA", "CW-BBBBBBB"])

    private func received(
        _ type: String, _ data: some Encodable, kind: String? = nil, sections: [(String, any Encodable)] = []
    ) throws -> Received {
        var bodies = [try JSONCoding.encode(data)]
        var heads: [SectionHead] = []
        for (name, value) in sections {
            bodies.append(try JSONCoding.encode(value))
            heads.append(SectionHead(name: name, schema: "\(name)/1", version: 1, body: bodies.count - 1))
        }
        return Received(
            Delivery(
                delivery: 1, epoch: "e", attempt: 1, now: Self.now, lease_ms: 30_000,
                message: Message(
                    id: "41", source: "/test", type: type, subject: "CW-SPIKE01", time: Self.now, traceparent: "00",
                    deadline: Self.now),
                data: 0,
                case: CaseHead(
                    ref: "CW-SPIKE01", status: .open, heard: 0, opened: Self.now, owner: "nora", kind: kind),
                sections: heads), bodies: bodies)
    }

    private func handled(_ received: Received) async throws -> OutcomeBuilder {
        var outcome = OutcomeBuilder(for: received)
        try await stage().handle(received, &outcome)
        return outcome
    }

    private func text(_ outcome: OutcomeBuilder) throws -> String {
        let say = try #require(outcome.outcome.say?.first)
        return String(decoding: outcome.bodies[say.body], as: UTF8.self)
    }

    @Test(
        arguments: [(0, "< 0.1"), (0.04, "< 0.1"), (0.44, "0.4"), (1.02, "1"), (9.96, "10"), (41.5, "42")]
            as [(Double, String)])
    func howManyAreUsualIsToldAsItIsSpoken(_ expected: Double, _ told: String) {
        #expect(Spike.spoken(expected: expected) == told)
    }

    @Test func theFirstRungIsToldOnceWithSomeOfTheCases() async throws {
        let outcome = try await handled(try received("spike.seen", spike, kind: "spike"))
        // Tomas is away; Nora stands on the same rung.
        #expect(outcome.outcome.say?.map(\.to) == [["nora@hearth.example"]])
        let text = try text(outcome)
        #expect(text.contains("7 customers"))
        #expect(text.contains("0.4 would be usual"))
        #expect(text.contains("CW-AAAAAAA\nCW-BBBBBBB"))
        #expect(text.contains("> Several others have written"))
        #expect(outcome.outcome.set?.map(\.name) == ["spike"])
        #expect(outcome.outcome.timers?.map(\.type) == ["spike.due"])
        let again = try await handled(try received("spike.seen", spike, kind: "spike", sections: [("spike", spike)]))
        #expect(again.outcome.say == nil && again.outcome.set == nil)
    }

    @Test func aTopicsOwnLadderIsAsked() async throws {
        var refund = spike
        refund.topic = "refund"
        let outcome = try await handled(try received("spike.seen", refund, kind: "spike"))
        #expect(outcome.outcome.say?.map(\.to) == [["edda@hearth.example"]])
    }

    @Test func wordsThatNoCustomerMayReadComeBackBeforeAnybodyReadsThem() async throws {
        let mail: JSON = ["person": "nora", "words": "/tell It is your own fault, you gave us the wrong address."]
        let outcome = try await handled(try received("case.staff", mail, kind: "spike", sections: [("spike", spike)]))
        #expect(outcome.outcome.say?.map(\.name) == ["back-41-nora"])
        #expect(outcome.outcome.say?.first?.audience == .staff)
        #expect(outcome.outcome.emit == nil && outcome.outcome.set == nil)
        #expect(try text(outcome).contains("your own fault"))
    }

    @Test(arguments: [
        "/tell Das Auto ist wieder da, und die Pakete kommen heute noch bei Ihnen an.",
        "/tell de: The van is mended, and your parcels are on their way to you today.",
        "/tell it: Il furgone è riparato.", "/tell it Il furgone è riparato e i pacchi sono in viaggio per voi.",
    ])
    func wordsThatOnlyReadersOfAnotherLanguageWouldUnderstandComeBack(_ words: String) async throws {
        let mail: JSON = ["person": "nora", "words": .string(words)]
        let outcome = try await handled(try received("case.staff", mail, kind: "spike", sections: [("spike", spike)]))
        #expect(outcome.outcome.say?.map(\.name) == ["back-41-nora"])
        #expect(outcome.outcome.emit == nil && outcome.outcome.set == nil)
        #expect(try text(outcome).contains("There are texts in") || text(outcome).contains("there are texts in"))
    }

    @Test func thoseAffectedAreToldOnce() async throws {
        var told = spike
        told.notice = Spike.Notice(words: nil, language: "en", by: "nora", at: Self.now)
        let outcome = try await handled(
            try received(
                "case.staff", ["person": "nora", "words": "/tell"] as JSON, kind: "spike", sections: [("spike", told)]))
        #expect(outcome.outcome.say?.map(\.name) == ["back-41-nora"])
        #expect(try text(outcome).contains("told once"))
    }

    @Test func whatWasToldIsPutRightOnceAndInTheLanguagesThatItWasSaidIn() async throws {
        let since = spike.since
        var stage = try stage()
        stage.watching = Watching(context: StageContext(), zone: .gmt) { name, _ in
            guard name == "understanding" else { return [] }
            return ["CW-OLD0001", "CW-NEW0001"].map { ref in
                [
                    "ref": .string(ref), "status": "open", "customer": .string(ref),
                    "opened": .string(since.description), "section": ["topic": "delivery-late"],
                ]
            }
        }
        var told = spike
        told.notice = Spike.Notice(
            ["en": "The van broke down.", "de": "Der Wagen ist kaputt."], by: "nora", at: Self.now)
        told.told = ["CW-OLD0001", "CW-ERASED1"]
        let received = try received(
            "case.staff", ["person": "nora", "words": "/tell The van is being mended today."] as JSON, kind: "spike",
            sections: [("spike", told)])
        var outcome = OutcomeBuilder(for: received)
        try await stage.handle(received, &outcome)
        #expect(outcome.outcome.say == nil)
        let emitted = try (outcome.outcome.emit ?? []).map { emit in
            (
                [emit.case ?? ""],
                try JSON(bytes: outcome.bodies[emit.body ?? 0]).decode(Lookout.Affected.self)
            )
        }
        #expect(emitted.filter { $0.1.instead == nil }.flatMap(\.0) == ["CW-NEW0001"])
        #expect(emitted.filter { $0.1.instead != nil }.flatMap(\.0) == ["CW-OLD0001"])
        let correction = try #require(emitted.first { $0.1.instead != nil }?.1)
        #expect(
            correction.notice.all == ["en": "The van is being mended today.", "de": "Der Wagen ist kaputt."]
                && correction.notice.corrections == 1)
        for (language, isTold) in [("en", true), ("de", false), ("fr", false)] {
            let contact = ContactSection(
                customer: Party(name: "Ann", address: "ann@example.org"), channel: "mail", language: language)
            let outcome = try await handled(
                try self.received("spike.affects", correction, sections: [("contact", contact)]))
            #expect(outcome.outcome.say?.map(\.name) == (isTold ? ["spike-CW-SPIKE01-1"] : nil))
            guard isTold else { continue }
            let text = try text(outcome)
            #expect(text.contains("mended today") && text.contains("takes the place of what we wrote"))
            #expect(!text.contains("broke down"))
        }
    }

    @Test(arguments: [("en", "The van broke down."), ("de", "Der Wagen steht."), ("fr", nil)])
    func eachLanguageHasItsOwnWords(_ language: String, _ words: String?) async throws {
        let notice = Spike.Notice(["en": "The van broke down.", "de": "Der Wagen steht."], by: "nora", at: Self.now)
        let contact = ContactSection(
            customer: Party(name: "Ann", address: "ann@example.org"), channel: "mail", language: language)
        let text = try text(
            await handled(
                try received(
                    "spike.affects", Lookout.Affected(spike: "CW-SPIKE01", notice: notice),
                    sections: [("contact", contact)])))
        for other in ["The van broke down.", "Der Wagen steht."] { #expect(text.contains(other) == (other == words)) }
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func aCorrectionPassesTheGate(_ language: String) throws {
        let text = try stage().desk.notice(
            ref: "CW-0000000", name: "Ann", ask: nil, news: nil, language: language, isCorrected: true)
        let verdict = CourtesyGate.judge(
            text.body, GateContext(language: language, purpose: Purpose.update, mood: "angry", now: Self.now))
        #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    }

    @Test func everybodyAffectedIsToldHoweverManyTheyAre() async throws {
        let since = spike.since
        var stage = try stage()
        stage.watching = Watching(context: StageContext(), zone: .gmt) { name, _ in
            guard name == "understanding" else { return [] }
            return (0..<4500).map { number in
                [
                    "ref": .string("CW-\(number)"), "status": number == 7 ? "resolved" : "open",
                    // Every third has written a second time.
                    "customer": .string("\(number % 3 == 2 ? number - 1 : number)"),
                    "opened": .string(since.description), "section": ["topic": "delivery-late"],
                ]
            }
        }
        let received = try received(
            "case.staff", ["person": "nora", "words": "/tell"] as JSON, kind: "spike", sections: [("spike", spike)])
        var outcome = OutcomeBuilder(for: received)
        try await stage.handle(received, &outcome)
        let told = outcome.outcome.emit ?? []
        #expect(told.count == 3000 && Set(told.map(\.case)).count == 3000)
        #expect(told.first?.case == "CW-0" && told.contains { $0.case == "CW-8" }, "by the case that is open")
        // A message has a thousand frames at most: all of them are told by one.
        #expect(Set(told.map(\.body)).count == 1)
    }

    @Test func aSpikeIsPutAwayWithAReason() async throws {
        let outcome = try await handled(
            try received(
                "case.staff", ["person": "nora", "words": "/quiet A shop next door closed"] as JSON, kind: "spike",
                sections: [("spike", spike)]))
        let section = try #require(outcome.outcome.set?.first)
        let spike = try JSON(bytes: outcome.bodies[section.body]).decode(Spike.self)
        let quiet = try #require(spike.quiet)
        #expect(quiet.why == "A shop next door closed" && quiet.by == "nora")
        #expect(outcome.outcome.resolve == nil && outcome.outcome.cancel == nil, "it is looked at until it is over")
    }

    @Test func whatWasPutAwayAlarmsNobodyAndTellsNobody() async throws {
        var quiet = spike
        quiet.notice = Spike.Notice(words: nil, language: "en", by: "nora", at: Self.now)
        quiet.quiet = Spike.Quiet(why: "A shop next door closed", by: "nora", at: Self.now)
        let joined = try await handled(
            try received("spike.joined", ["case": "CW-9"] as JSON, kind: "spike", sections: [("spike", quiet)]))
        #expect(joined.outcome.emit == nil && joined.outcome.set == nil)
        quiet.notice = nil
        let due = try await handled(
            try received("spike.due", [:] as JSON, kind: "spike", sections: [("spike", quiet)]))
        #expect(due.outcome.say == nil && due.outcome.timers?.map(\.type) == ["spike.due"])
    }

    @Test func wordsOnAnotherCaseAreNoneOfItsBusiness() async throws {
        for kind in [nil, "cause"] {
            let outcome = try await handled(
                try received("case.staff", ["person": "nora", "words": "/quiet So"] as JSON, kind: kind))
            #expect(outcome.outcome == Outcome(Lease(delivery: 1, epoch: "e")))
        }
    }

    @Test(arguments: [("en", true), ("de", false), ("fr", false), ("es", false), ("nl", true)])
    func aCustomerReadsItInTheirLanguageAndTheGatePassesIt(language: String, hasWords: Bool) async throws {
        let notice = Spike.Notice(
            words: "The van broke down and is being mended.", language: "en", by: "nora", at: Self.now)
        let contact = ContactSection(
            customer: Party(name: "Ann", address: "ann@example.org"), channel: "mail", language: language)
        let outcome = try await handled(
            try received(
                "spike.affects", Lookout.Affected(spike: "CW-SPIKE01", notice: notice), sections: [("contact", contact)]
            ))
        let say = try #require(outcome.outcome.say?.first)
        #expect(say.name == "spike-CW-SPIKE01" && say.to == ["ann@example.org"] && !say.answers)
        #expect(say.purpose == Purpose.update)
        let text = try text(outcome)
        #expect(text.contains("The van broke down") == hasWords)
        let verdict = CourtesyGate.judge(
            text, GateContext(language: say.language, purpose: say.purpose, mood: "angry", now: Self.now))
        #expect(verdict.findings.isEmpty, "\(language): \(verdict.findings)")
    }

    @Test func whatAColleagueWritesIsRead() {
        let languages = ["en", "de"]
        #expect(SpikeWord("/tell", languages: languages) == .tell([:]))
        #expect(SpikeWord("/tell de Es geht weiter", languages: languages) == .tell(["de": "Es geht weiter"]))
        #expect(SpikeWord("/tell Work goes on", languages: languages) == .tell(["en": "Work goes on"]))
        for code in ["DE", "de:", "De,", "de-AT", "DE-at:"] {
            #expect(SpikeWord("/tell \(code) Es geht weiter", languages: languages) == .tell(["de": "Es geht weiter"]))
        }
        for words in ["De fiets is stuk", "de-luxe goes on"] {
            #expect(SpikeWord("/tell \(words)", languages: languages) == .tell(["en": words]))
        }
        #expect(SpikeWord("/tell it: Si va avanti", languages: languages) == .tell(["it": "Si va avanti"]))
        #expect(SpikeWord("/tell it goes on", languages: languages) == .tell(["en": "it goes on"]))
        let both = "/tell The van is mended.\nIt comes at noon.\n\n/tell de Der Wagen\nfährt wieder.\n"
        #expect(
            SpikeWord(both, languages: languages)
                == .tell(["en": "The van is mended.\nIt comes at noon.", "de": "Der Wagen\nfährt wieder."]))
        #expect(SpikeWord("/quiet", languages: languages) == .none)
        #expect(SpikeWord("What is this?", languages: languages) == .none)
        #expect(SpikeWord("/note I look into it", languages: languages) == .note("I look into it"))
    }
}
