import StageKit
import Testing

@testable import intake

@Suite struct SubmissionReaderTests {
    @Test func attachmentsAreOnDiskBeforeTheCaseNamesThem() async throws {
        let desk = ScriptedDesk()
        let outcome = try await read(Self.withAttachment, desk)
        let admit = try #require(outcome.outcome.admit)
        let entry = try JSON(bytes: outcome.bodies[admit.entry])
        guard case .array(let attachments)? = entry["attachments"] else {
            Issue.record("no attachments")
            return
        }
        #expect(attachments.count == 1)
        #expect(attachments.first?["name"]?.string == "photo.png")
        #expect(desk.blobs == [Blobs.hash(of: Array("picture".utf8)): Array("picture".utf8)])
        #expect(attachments.first?["sha256"]?.string == desk.blobs.keys.first)
        #expect(admit.set?.first?.name == "contact")
    }

    @Test func largeMailIsFetchedByItsHash() async throws {
        let desk = ScriptedDesk()
        let hash = try await desk.put(letter())
        let outcome = try await read(nil, blob: hash, desk)
        #expect(outcome.outcome.admit?.role == .customer)
    }

    @Test(arguments: [[], [0], Array("\u{0}\u{1}\u{2}".utf8)])
    func whatCannotBeReadIsParkedWithAReason(bytes: [UInt8]) async throws {
        let outcome = try await read(bytes, ScriptedDesk())
        let park = try #require(outcome.outcome.park)
        #expect(!park.code.isEmpty)
        #expect(park.reason.count > 20)
    }

    @Test func hostileMailIsParkedWithItsReason() async throws {
        let maze = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 30_000)
        #expect(try await read(Array(maze.utf8), ScriptedDesk()).outcome.park?.code == "mail-too-complex")
        let large = [UInt8](repeating: 0x61, count: 51 * 1_024 * 1_024)
        #expect(try await read(large, ScriptedDesk()).outcome.park?.code == "mail-too-large")
    }

    private func read(_ bytes: [UInt8]?, blob: String? = nil, _ desk: ScriptedDesk) async throws -> OutcomeBuilder {
        let now = Timestamp(milliseconds: 1_795_000_000_000)
        let delivery = Delivery(
            delivery: 1, epoch: "e", attempt: 1, now: now, lease_ms: 30_000,
            message: Message(
                id: "1", source: "/broker", type: "submission.received", subject: nil, time: now, traceparent: "",
                deadline: now),
            submission: SubmissionHead(
                submission: 1, via: "deliver", name: nil, at: now, blob: blob, size: bytes?.count,
                raw: bytes == nil ? nil : 0, media: "message/rfc822"))
        let received = Received(delivery, bodies: bytes.map { [$0] } ?? [])
        var outcome = OutcomeBuilder(for: received)
        let reader = SubmissionReader(judge: MailJudge(desk: Bench.address, key: Bench.key), desk: desk)
        try await reader.read(received, &outcome)
        return outcome
    }

    private static let withAttachment = Array(
        """
        From: ann@customer.example\r
        To: desk@hearth.example\r
        Subject: Broken\r
        Message-ID: <two@customer.example>\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary=b\r
        \r
        --b\r
        Content-Type: text/plain\r
        \r
        See the picture.\r
        --b\r
        Content-Type: image/png\r
        Content-Disposition: attachment; filename="photo.png"\r
        Content-Transfer-Encoding: base64\r
        \r
        cGljdHVyZQ==\r
        --b--\r

        """.utf8)
}
