import StageProtocol
import TestSupport
import Testing

/// What must be true of a pipeline at rest, whatever happened to it.
struct Oracle {
    let shop: Shop
    /// The server that mails were sent to, where there is one; else they are in the outbox.
    var server: MailServer?

    /// - Parameters:
    ///   - sent: how many mails were handed in and accepted.
    ///   - repeated: whether some were handed in again, since their sender could not know that they had been taken.
    func check(
        sent: Int, repeated: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let report = try await shop.intakeReport()
        func count(_ name: String) -> Int { Int(report[name]?.int ?? -1) }
        #expect(count("received") - (repeated ? count("duplicates") : 0) == sent, sourceLocation: sourceLocation)
        #expect(
            count("received") == count("opened") + count("followed_up") + count("duplicates") + count("parked"),
            "\(report)", sourceLocation: sourceLocation)
        for item in report["parked_items"]?.array ?? [] {
            #expect(
                item["reason"]?.string?.isEmpty == false, "parked without a reason: \(item)",
                sourceLocation: sourceLocation)
        }
        let store = try await shop.casewire("store", "check")
        #expect(store.status == 0 && !store.output.contains("warning"), "\(store)", sourceLocation: sourceLocation)
        // Cases of the house are no customer's, and nothing was handed in for them.
        let cases = try await shop.cases().filter { $0["kind"]?.string == nil }
        #expect(cases.count == count("opened"), sourceLocation: sourceLocation)
        let left = Dictionary(grouping: server?.mails() ?? shop.outbox(), by: \.messageID)
        if server == nil {
            #expect(left.values.allSatisfy { $0.count == 1 }, "a Message-ID left twice", sourceLocation: sourceLocation)
        }
        for item in cases {
            let ref = try #require(item["ref"]?.string)
            try await check(ref, left, sourceLocation)
        }
    }

    private func check(_ ref: String, _ left: [String: [SentMail]], _ sourceLocation: SourceLocation) async throws {
        let story = try await shop.story(ref)
        let texts = story["texts"]?.array ?? []
        let acknowledgments = texts.filter { $0["purpose"] == "acknowledgment" && $0["state"] == "sent" }
        // One that waited until its time was no longer true was held back, and is owed no more once there is an answer.
        let isOvertaken =
            texts.contains { $0["purpose"] == "acknowledgment" && $0["state"] == "refused" }
            && texts.contains { $0["purpose"] == "answer" && $0["state"] == "sent" }
        #expect(
            acknowledgments.count == 1 || acknowledgments.isEmpty && isOvertaken,
            "\(ref): \(acknowledgments.count) acknowledgments; texts \(texts), journal \(story["journal"] ?? .null)",
            sourceLocation: sourceLocation)
        for text in texts {
            let state = text["state"]?.string ?? ""
            #expect(
                state != "sending" && state != "proposed" && state != "ready", "\(ref): a text was left \(state)",
                sourceLocation: sourceLocation)
            if state == "sent", let id = text["message_id"]?.string {
                let copies = left.first { $0.key.contains(id) }?.value ?? []
                // Each copy left with leave, and all are the same mail.
                let leaves = (story["journal"]?.array ?? []).filter {
                    $0["what"] == "let-go" && $0["detail"]?["say"] == text["say"]
                }
                #expect(
                    (1...max(leaves.count, 1)).contains(copies.count),
                    "\(ref): \(id) left \(copies.count) times with \(leaves.count) leaves",
                    sourceLocation: sourceLocation)
                #expect(
                    Set(copies.map(\.body)).count <= 1, "\(ref): \(id) left in two forms",
                    sourceLocation: sourceLocation)
            }
        }
        let log = story["log"]?.array ?? []
        #expect(
            log.compactMap { $0["seq"]?.int } == Array(1...Int64(max(log.count, 1))), "\(ref): a gap in the log",
            sourceLocation: sourceLocation)
        let acts = (story["journal"]?.array ?? []).compactMap { $0["what"]?.string }
        #expect(acts.contains("opened"), "\(ref): no opening in the journal", sourceLocation: sourceLocation)
        let sentTexts = texts.filter { $0["state"] == "sent" }.count
        #expect(
            acts.filter { $0 == "let-go" }.count >= sentTexts, "\(ref): a text left without leave",
            sourceLocation: sourceLocation)
        #expect(
            log.filter { $0["kind"] == "said" }.count == sentTexts, "\(ref): said and sent differ",
            sourceLocation: sourceLocation)
    }
}

/// A plain mail to the desk.
func mail(
    from: String = "Nora Albrecht <nora@example.net>", to: String = "desk@hearth.example",
    subject: String = "Where is my order?", id: String, headers: [String] = [], _ text: String
) -> String {
    ([
        "From: \(from)", "To: \(to)", "Subject: \(subject)", "Message-ID: <\(id)>",
        "Date: Sat, 21 Nov 2026 18:12:44 +0100", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
    ] + headers + ["", text, ""]).joined(separator: "\n")
}

/// A question that the shop's articles answer.
let lateParcel = """
    Hello,

    I ordered a cast iron pan two weeks ago and it still has not arrived. The tracking page has not changed since
    Monday. Where is my parcel?
    """
