import Broker
import Crypto
import Foundation
import GRDB
import SQLiteStore
import StageProtocol

/// A store on disk with a little of everything in it, for somebody to damage.
final class Damaged {
    let folder: String
    var path: String { folder + "/store.db" }

    init(empty: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.path + "/casewire-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if !empty { try SQLiteStore(path: path).transaction(Self.fill) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Changes what no broker would.
    func change(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// An open case with a text that is ready, a resolved one, and a mail that was not read yet.
    static func fill(_ store: any StoreTransaction) throws {
        let now = Timestamp(milliseconds: 1_000_000)
        _ = try store.beginIncarnation()
        var first = CaseRow(ref: "CW-1", heard: 1, entries: 3, opened: now, updated: now, owner: "rosa", trace: "t")
        first.id = try store.insert(first)
        for (seq, kind) in ["heard", "decided", "noted"].enumerated() {
            try store.insert(
                EntryRow(seq: seq + 1, kind: kind, at: now, by: "x", body: Array("{}".utf8)), caseID: first.id)
        }
        _ = try store.insert(
            CaseRow(ref: "CW-2", status: .resolved, opened: now, updated: now, linked: "CW-1", trace: "t"))
        try store.index("ref:CW-1", caseID: first.id)
        try store.addParticipant("ann@example.com", caseID: first.id)
        try store.put(
            SectionRow(name: "care", schema: "care/1", version: 1, at: now, by: "x", body: Array("{}".utf8)),
            caseID: first.id)

        func message(_ stage: String, _ type: String) -> MessageRow {
            MessageRow(
                caseID: first.id, stage: stage, type: type, source: "x", at: now, deadline: now, notBefore: now,
                trace: "t")
        }
        _ = try store.insert(message("triage", "case.contact"))
        let words = Array("Dear Ann".utf8)
        var text = SayRow(
            caseID: first.id,
            proposal: Say(name: "a", to: ["ann@example.com"], purpose: "answer", answers: true, body: 0),
            by: "responder", text: words, hash: sha256(words), heard: 1, state: .proposed, at: now)
        text.id = try store.insert(text)
        (text.state, text.final) = (.ready, words)
        try store.update(text)
        var ready = message("responder", "say.ready")
        ready.say = text.id
        _ = try store.insert(ready)
        var timer = message("escalation", "clock.due")
        timer.timer = "clock"
        _ = try store.insert(timer)

        let blob = sha256(Array("so bitter".utf8))
        try store.putChunk(Array("so b".utf8), of: blob, size: 9, offset: 0)
        try store.putChunk(Array("itter".utf8), of: blob, size: 9, offset: 4)
        _ = try store.insert(
            SubmissionRow(
                key: "1", via: "test", source: "intake", at: now, state: .opened, caseID: first.id, blob: blob, size: 9)
        )
        var reading = message("intake", "submission.received")
        reading.caseID = nil
        reading.submission = try store.insert(
            SubmissionRow(key: "2", via: "test", source: "intake", at: now, state: .received, blob: blob, size: 9))
        _ = try store.insert(reading)
        try store.insert(
            PromiseRow(
                caseID: first.id,
                promise: MakePromise(name: "word", what: "a word", due: now, authority: "us", evidence: "a mail"),
                by: "escalation", at: now))
        for what in ["submitted", "opened", "done"] {
            try store.write(JournalRow(at: now, caseID: first.id, message: 1, by: "x", what: what, detail: [:]))
        }
    }

    private static func sha256(_ bytes: Frame) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
