import StageProtocol
import TestSupport
import Testing

/// Two desks that write to each other.
@Suite(.serialized, .timeLimit(.minutes(5))) struct LoopTests {
    @Test func twoDesksThatAnswerEachOtherComeToRest() async throws {
        let ours = try Shop()
        let theirs = try Shop { $0.replacing("desk@hearth.example", with: "desk@other.example") }
        try await ours.open()
        try await theirs.open()
        // A person's program writes in the name of the other desk, so that both have something to answer.
        _ = try await ours.deliver(
            """
            From: Other Desk <desk@other.example>
            To: desk@hearth.example
            Subject: Where is my parcel?
            Date: Fri, 20 Nov 2026 09:00:00 +0000
            Message-ID: <1@other.example>

            It was due on Monday. Where is my parcel?
            """)
        var carried: Set<String> = []
        var rounds = 0
        while rounds < 20 {
            try await ours.rest()
            try await theirs.rest()
            let onTheirWay =
                ours.outbox().filter { $0.to.contains("desk@other.example") }.map { ($0, theirs) }
                + theirs.outbox().filter { $0.to.contains("hearth.example") }.map { ($0, ours) }
            let new = onTheirWay.filter { !carried.contains($0.0.name) }
            if new.isEmpty { break }
            for (mail, desk) in new {
                carried.insert(mail.name)
                #expect(try await desk.deliver(String(decoding: mail.bytes, as: UTF8.self)).status == 0)
            }
            rounds += 1
        }
        #expect(!carried.isEmpty)
        // What the first desk said reached the other, which took it for what it is and said nothing.
        #expect(theirs.outbox().isEmpty)
        #expect(rounds <= 3)
        let report = try await theirs.intakeReport()
        #expect(report["opened"] == 0)
        #expect(report["received"] == report["parked"])
        _ = try await ours.close()
        _ = try await theirs.close()
    }

    /// Between them stands a gateway that leaves nothing by which a program's mail is known: no header of ours, no
    /// Message-ID, no signed address, no subject.
    @Test func evenWithoutOneHeaderOfOursTheyComeToRest() async throws {
        let ours = try Shop()
        let theirs = try Shop { $0.replacing("desk@hearth.example", with: "desk@other.example") }
        try await ours.open()
        try await theirs.open()
        func bare(_ text: String, from: String, to: String, _ number: Int) -> String {
            "From: \(from)\nTo: \(to)\nSubject: Hello\nMessage-ID: <g\(number)@gateway.example>\n"
                + "Date: Fri, 20 Nov 2026 09:00:00 +0000\n\n\(text)\n"
        }
        let first = bare("Where is my parcel?", from: "desk@other.example", to: "desk@hearth.example", 0)
        #expect(try await ours.deliver(first).status == 0)
        var carried: Set<String> = []
        while true {
            try await ours.rest()
            try await theirs.rest()
            let new =
                (ours.outbox(to: "desk@other.example").map { ($0, theirs, "desk@hearth.example", "desk@other.example") }
                + theirs.outbox(to: "desk@hearth.example").map {
                    ($0, ours, "desk@other.example", "desk@hearth.example")
                }).filter { !carried.contains($0.0.name) }
            if new.isEmpty { break }
            for (mail, desk, from, to) in new {
                carried.insert(mail.name)
                #expect(try await desk.deliver(bare(mail.body, from: from, to: to, carried.count)).status == 0)
            }
            try #require(carried.count <= 60, "they go on and on")
        }
        // Each has written until the limit of an hour, the other has all of it, and people know what was held back.
        #expect(carried.count > 4)
        for shop in [ours, theirs] {
            #expect(try await shop.intakeReport()["reconciles"] == true)
            _ = try await shop.close()
        }
    }
}
