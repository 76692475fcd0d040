import ArgumentParser
import Casework
import Crypto
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct FeedbackTests {
    private let now = Timestamp(milliseconds: 1_795_172_400_000)
    private let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))

    private func item(_ number: Int, owner: String = "edda", due days: Int64?, done: Bool = false) -> FeedbackItem {
        var item = FeedbackItem(
            number: number, source: "vote", channel: "survey", at: now, words: "Slow.", kind: .corrective,
            owner: .init(id: owner, name: owner), due: days.map { now + .seconds($0 * 86_400) })
        if done { item.done = .init(at: now, what: "We hired Ida.", by: owner) }
        return item
    }

    private func sections() throws -> [JSON] {
        [
            [
                "ref": "CW-A",
                "section": try JSON(encoding: Feedback(items: [item(1, due: 5), item(2, due: 1, done: true)])),
            ],
            ["ref": "CW-B", "section": try JSON(encoding: Feedback(items: [item(1, owner: "nora", due: -1)]))],
            ["ref": "CW-C", "section": ["votes": []]], ["ref": "CW-D", "section": "rubbish"],
        ]
    }

    private func refs(_ filter: FeedbackLedger.Filter) throws -> [String] {
        FeedbackLedger(try sections(), filter, now: now).rows.map { "\($0.ref)#\($0.item.number)" }
    }

    @Test func whatIsDueFirstStandsFirstAndWhatIsDoneLast() throws {
        #expect(try refs(.init()) == ["CW-B#1", "CW-A#1", "CW-A#2"])
        #expect(FeedbackLedger(try sections(), now: now).unreadable == 1)
    }

    @Test func theListIsNarrowedByStateAndOwner() throws {
        #expect(try refs(.init(isOpen: true)) == ["CW-B#1", "CW-A#1"])
        #expect(try refs(.init(isDue: true)) == ["CW-B#1"])
        #expect(try refs(.init(isOpen: true, owner: "edda")) == ["CW-A#1"])
    }

    @Test func whatWasPutAwayStandsLastAndIsNeitherOpenNorDue() throws {
        var away = item(1, due: -1)
        away.quiet = .init(at: now, why: "It was a question.", by: "nora")
        let sections = try sections() + [["ref": "CW-Q", "section": JSON(encoding: Feedback(items: [away]))]]
        let ledger = FeedbackLedger(sections, now: now)
        #expect(try ledger.json.array?.last { $0["ref"] == "CW-Q" }?["state"] == "quiet")
        #expect(["CW-A", "CW-Q"].contains(ledger.rows.last?.ref))
        for filter in [FeedbackLedger.Filter(isOpen: true), .init(isDue: true)] {
            #expect(!FeedbackLedger(sections, filter, now: now).rows.contains { $0.ref == "CW-Q" })
        }
    }

    @Test func programsReadEachItemWithItsCaseAndState() throws {
        let json = try FeedbackLedger(try sections(), now: now).json
        #expect(json.array?.map { $0["state"]?.string } == ["overdue", "open", "done"])
        #expect(json.array?.last?["done"]?["what"] == "We hired Ida." && json.array?.last?["ref"] == "CW-A")
    }

    private func chosen(_ address: String, joined: Int64? = nil, left: Int64? = nil) throws -> JSON {
        var section = Appreciation()
        section.member = .init(name: "=Ann \"A\", Lee", address: address, language: "en")
        section.joined = joined.map { now + .seconds($0) }
        section.left = left.map { now + .seconds($0) }
        return ["ref": "CW-7K3F9QX", "section": try JSON(encoding: section)]
    }

    @Test func theListHasThoseWhoseLatestChoiceWasToJoin() throws {
        let list = AppreciationList(
            [
                try chosen("ann@example.org", joined: 0), try chosen("bob@example.org", joined: 0),
                try chosen("Bob@example.org", left: 9), try chosen("cleo@example.org", left: 1),
                try chosen("dan@example.org", left: 1), try chosen("dan@example.org", joined: 5),
            ], web: "https://x.example", key: key)
        #expect(list.entries.map(\.member.address) == ["ann@example.org", "dan@example.org"])
    }

    @Test func aMailingToolGetsTheLinkThatLeaves() throws {
        let list = AppreciationList([try chosen("ann@example.org", joined: 0)], web: "https://x.example/", key: key)
        let lines = list.csv.split(separator: "\r\n")
        #expect(lines.first == "address,name,language,joined,leave")
        #expect(
            lines.last?.hasPrefix(
                "ann@example.org,\"Ann \"\"A\"\", Lee\",en,2026-11-20T11:00:00.000Z,https://x.example/u/u.") == true)
        let link = try #require(list.json.array?.first?["leave"]?.string)
        let token = try #require(link.split(separator: "/").last)
        let read = try #require(ListLink(token: String(token), key: key))
        #expect(read.choice == .leave && read.who == CaseLink.person("ann@example.org"))
    }

    /// Of words without quotes the last alone would be told to a customer.
    @Test func whatWasDoneStandsInQuotesBehindTheCases() throws {
        #expect(try FeedbackCommand.Done.parse(["CW-7K3F9QX", "Encore."]).given.count == 2)
        #expect(try FeedbackCommand.Done.parse(["CW-7K3F9QX", "CW-8VC2ECT", "It is mended."]).given.count == 3)
        for given in [["CW-7K3F9QX"], ["CW-7K3F9QX", "CW-8VC2ECT"], ["CW-7K3F9QX", "It", "is", "mended."], ["done"]] {
            #expect(throws: (any Error).self) { try FeedbackCommand.Done.parse(given) }
        }
    }
}
