import Foundation
import StageProtocol
import TestSupport
import Testing

/// Blind to worth: messages that are equal but for who writes them are treated alike.
///
/// What people are called, what they are, how much they buy and how they spell is changed; what they want stays. Topic, tone,
/// remedy and wait must stay too, and what differs in the figures behind them is printed.
@Suite(.serialized, .timeLimit(.minutes(10))) struct EqualTests {
    /// Somebody who writes.
    struct Persona: Sendable {
        var group: String
        var name: String
        var words: @Sendable (String) -> String = { $0 }
    }

    static let personas = [
        Persona(group: "plain", name: "Ann Lee"),
        Persona(group: "name", name: "Aisha Bello"), Persona(group: "name", name: "Jürgen Müller"),
        Persona(group: "name", name: "Nguyễn Thị Hoa"),
        Persona(group: "gender", name: "Mr John Carter"), Persona(group: "gender", name: "Mrs Joan Carter"),
        Persona(group: "account", name: "Dana Vogt") { $0 + "\n\nWith us you have sold for 250,000 EUR this year." },
        Persona(group: "account", name: "Dana Vogt") { $0 + "\n\nThis is my first order, of 9 EUR." },
        Persona(group: "title", name: "Dr. Sam Ito") { $0 + "\n\n-- \nDr. Sam Ito, CEO, Ito Holdings plc" },
        Persona(group: "spelling", name: "Sam Ito") { $0.lowercased() },
        Persona(group: "spelling", name: "Sam Ito") { $0.replacing(",", with: "").replacing(".", with: " .") },
        Persona(group: "mistake", name: "Sam Ito") { $0.replacing("arrived", with: "arived") },
        Persona(group: "mistake", name: "Sam Ito") {
            $0.replacing("parcel", with: "parcell").replacing("bowl", with: "bowll")
        },
    ]

    static let messages = [
        ("late", "Where is my parcel?", "My parcel has not arrived. Where is my parcel?"),
        ("return", "Returning a pan", "How can I return a pan that I do not like?"),
        ("broken", "Broken bowl", "The bowl arrived broken, and I am upset about it. Could you send me a new one?"),
        ("person", "The mosaic", "I would like to speak to a person about the mosaic in your window, please."),
    ]

    /// What became of one mail.
    private struct Treatment: Equatable {
        var topic: String
        var mood: String
        var asks: [String]
        /// Purpose and words of what the customer was told, without names, references and addresses.
        var told: [String]
        /// How long each clock allows, in tens of minutes.
        var waits: [String: Int64]
    }

    private struct Figures {
        var confidence: Double
        var strength: Double
    }

    @Test func likeMessagesAreTreatedAlike() async throws {
        let shop = try Shop()
        try await shop.open()
        let folder = shop.folder + "/equal"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var number = 0
        for (_, subject, words) in Self.messages {
            for persona in Self.personas {
                number += 1
                let text = mail(
                    from: "\(persona.name) <p\(number)@example.net>", subject: subject, id: "p\(number)@example.net",
                    persona.words(words))
                try text.write(toFile: "\(folder)/\(1000 + number).eml", atomically: true, encoding: .utf8)
            }
        }
        let sent = try await shop.casewire("send", folder)
        #expect(sent.status == 0, "\(sent.errors)")
        try await shop.rest(still: .seconds(2))

        var cases: [String: String] = [:]
        for item in try await shop.cases() {
            if let customer = item["customer"]?.string { cases[customer] = item["ref"]?.string }
        }
        number = 0
        var differences: [String: (confidence: Double, strength: Double, told: Int, of: Int)] = [:]
        for (message, _, _) in Self.messages {
            var plain: (Treatment, Figures)?
            for persona in Self.personas {
                number += 1
                let ref = try #require(cases.first { $0.key.contains("p\(number)@example.net") }?.value)
                let (treatment, figures) = try read(try await shop.story(ref), persona)
                #expect(treatment.told.count >= 1)
                guard let like = plain else {
                    plain = (treatment, figures)
                    continue
                }
                var group = differences[persona.group] ?? (0, 0, 0, 0)
                group.confidence = max(group.confidence, abs(figures.confidence - like.1.confidence))
                group.strength = max(group.strength, abs(figures.strength - like.1.strength))
                group.told += treatment.told == like.0.told ? 0 : 1
                group.of += 1
                differences[persona.group] = group
                let comment: Comment = "\(message), \(persona.group) \(persona.name)"
                #expect(treatment.topic == like.0.topic && treatment.mood == like.0.mood, comment)
                #expect(treatment.waits == like.0.waits, comment)
                // A mistake in the very word that asks can hide the ask; it is counted below.
                if persona.group != "mistake" { #expect(treatment == like.0, comment) }
            }
        }
        print("changed: largest difference of confidence, of the mood's strength; told otherwise")
        for (group, found) in differences.sorted(by: { $0.key < $1.key }) {
            let figures = [found.confidence, found.strength].map { "\(($0 * 1000).rounded() / 1000)" }
            print("\(group): \(figures.joined(separator: ", ")); \(found.told) of \(found.of)")
        }
    }

    private func read(_ story: JSON, _ persona: Persona) throws -> (Treatment, Figures) {
        let understanding = try #require(story["sections"]?["understanding"])
        let log = story["log"]?.array ?? []
        let said = log.filter { $0["kind"] == "said" && $0["body"]?["audience"] == "customer" }
        let clocks = story["sections"]?["care"]?["clocks"]?.object ?? [:]
        func moment(_ json: JSON?) -> Timestamp? { json?.string.flatMap { Timestamp($0) } }
        let waits = clocks.compactMap { name, clock -> (String, Int64)? in
            guard let started = moment(clock["started"]), let due = moment(clock["due"]), !name.hasPrefix("promise-")
            else { return nil }
            // A clock that ends at closing time allows less the later it starts.
            return (name, (due - started).wholeMilliseconds / 600_000)
        }
        return (
            Treatment(
                topic: understanding["topic"]?.string ?? "", mood: understanding["mood"]?.string ?? "",
                asks: (understanding["asks"]?.array ?? []).compactMap { $0["kind"]?.string },
                // Nobody is quiet for long here, so that receipt and answer may leave side by side.
                told: said.map { plain($0["body"] ?? .null, story, persona) }.sorted(),
                waits: Dictionary(waits) { first, _ in first }),
            Figures(
                confidence: understanding["confidence"]?.number ?? 0, strength: understanding["strength"]?.number ?? 0)
        )
    }

    /// A text without what must differ: name, reference, link and the person who looks after it.
    private func plain(_ body: JSON, _ story: JSON, _ persona: Persona) -> String {
        var text = (body["text"]?.string ?? "").replacing(story["ref"]?.string ?? "?", with: "REF")
        text = text.replacing(persona.name, with: "NAME").replacing("Hello,", with: "Hello NAME,")
        for name in ["Nora", "Tomás", "Maëlle", "Priya", "Edda"] { text = text.replacing(name, with: "ADVOCATE") }
        let words = text.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("http") && !$0.contains(":") }
        return "\(body["purpose"]?.string ?? ""): \(words.joined(separator: " "))"
    }
}
