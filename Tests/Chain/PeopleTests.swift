import Foundation
import Glibc
import StageProtocol
import TestSupport
import Testing

/// Colleagues who work on a case by command, as real processes.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PeopleTests {
    @Test func aCaseIsWorkedFromTheFirstNoteToItsEnd() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(
            mail(
                from: "Ann Lee <ann@example.net>", id: "1@example.net",
                "My pan arrived with a crack. Can you send another?"))
        let ref = try await eventually("a case") { try await shop.cases().first?["ref"]?.string }
        try await shop.rest()

        let note = try await shop.casewire("note", ref, "called, nobody there", "--by", "nora")
        #expect(note.status == 0 && note.output == "\(ref): done\n", "\(note.output)\(note.errors)")
        let owner = try #require(try await shop.story(ref)["owner"]?.string)
        let next = owner == "maelle" ? "edda" : "maelle"
        let assigned = try await shop.casewire("assign", ref, next, "--by", owner, "--because", "It is a claim.")
        #expect(assigned.status == 0, "\(assigned.output)\(assigned.errors)")
        #expect(try await shop.story(ref)["owner"]?.string == next)
        let waits = try await shop.casewire("wait", ref, "--for", "the maker", "--what", "a new pan", "--by", next)
        #expect(waits.status == 0, "\(waits.output)\(waits.errors)")

        // Words that may not be said come back with a better wording, and nothing has left.
        let rude = try await shop.casewire("reply", ref, "You should have read the manual.", "--by", next)
        #expect(rude.status == 1)
        #expect(rude.output.hasPrefix("\(ref): not done: "), "\(rude.output)")
        // Who has read less than there is does not answer.
        let late = try await shop.casewire(
            "reply", ref, "I am sorry. A new pan is on its way.", "--by", next, "--heard", "0")
        #expect(late.status == 1)
        #expect(late.errors.contains("the customer wrote meanwhile"), "\(late.errors)")
        let early = try await shop.casewire("resolve", ref, "--by", next)
        #expect(early.output.contains("no answer since this case was opened"), "\(early.output)\(early.errors)")

        let words = Data(
            "Hello Ann,\n\nI am sorry that your pan arrived with a crack. A new pan is on its way to you.\n".utf8)
        let reply = try await shop.casewire("reply", ref, "-", "--by", next, "--resolve", input: words)
        #expect(reply.status == 0 && reply.output == "\(ref): sent\n", "\(reply.output)\(reply.errors)")
        let sent = try await eventually("the answer") {
            shop.outbox(to: "ann@example.net").first { $0.body.contains("A new pan is on its way to you") }
        }
        #expect(sent.body.contains("Hello Ann,"))
        #expect(try await shop.story(ref)["status"] == "resolved")
        let story = try await shop.casewire("case", ref)
        #expect(story.output.contains("called, nobody there"), "\(story.output)")
        let stranger = try await shop.casewire("note", ref, "hello", "--by", "nobody")
        #expect(stranger.status == 64)
        #expect(stranger.errors.contains("people.yaml names nobody \"nobody\""))
        try await shop.close()
    }

    @Test func whatSomebodyWritesInTheirEditorIsKeptWhereItCannotBeTaken() async throws {
        let shop = try Shop()
        // An editor that writes above the line, and one below which a customer's words stand.
        let editor = shop.folder + "/editor"
        try
            "#!/bin/sh\ncp \"$1\" \(shop.folder)/page; { echo 'I am sorry that your pan arrived with a crack. A new pan is on its way.'; cat \"$1\"; } > \"$1.new\"; mv \"$1.new\" \"$1\"\n"
            .write(toFile: editor, atomically: true, encoding: .utf8)
        chmod(editor, 0o755)
        try await shop.open()
        _ = try await shop.deliver(
            mail(from: "Ann Lee <ann@example.net>", id: "2@example.net", "My pan arrived with a crack."))
        let ref = try await eventually("a case") { try await shop.cases().first?["ref"]?.string }
        try await shop.rest()
        let environment = shop.environment.merging(["EDITOR": editor]) { $1 }
        func reply(_ more: String...) async throws -> Finished {
            try await Command.run(
                Places.executables + "/casewire", ["reply", ref, "--by", "nora"] + more, environment: environment)
        }
        let late = try await reply("--heard", "0")
        #expect(late.status == 1)
        let path = try #require(late.errors.split(separator: " ").first { $0.contains("/casewire-edit-") }).dropLast()
        let kept = try String(contentsOfFile: String(path), encoding: .utf8)
        #expect(kept.hasPrefix("I am sorry that your pan arrived with a crack. A new pan is on its way.\n"))
        try FileManager.default.removeItem(atPath: String(path))
        let sent = try await reply()
        #expect(sent.status == 0, "\(sent.output)\(sent.errors)")
        #expect(
            try String(contentsOfFile: shop.folder + "/page", encoding: .utf8).contains(
                "> My pan arrived with a crack."))
        let answer = try await eventually("the answer") {
            shop.outbox(to: "ann@example.net").first { $0.body.contains("A new pan is on its way") }
        }
        #expect(!answer.body.contains("not sent") && !answer.body.contains("> My pan"))
        try await shop.close()
    }
}
