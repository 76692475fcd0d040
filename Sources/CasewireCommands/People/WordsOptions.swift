import ArgumentParser
import Foundation
import StageProtocol

/// Where a colleague's words come from.
struct WordsOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The words; - for standard input.", valueName: "words"))
    var words: String?
    @Option(help: ArgumentHelp("A file with the words.", valueName: "file"), completion: .file())
    var file: String?

    func validate() throws {
        guard words == nil || file == nil else { throw ValidationError("Give the words or --file, not both.") }
    }

    /// Hands on the words: given, read, or written in an editor below which the customer's own stand. What was written there is kept
    /// until it was taken.
    func hand(answering story: JSON, _ use: (String) async throws -> Void) async throws {
        switch (words, file) {
        case ("-"?, _):
            try await use(checked(String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)))
        case (let words?, _): try await use(checked(words))
        case (nil, let file?): try await use(checked(read(file)))
        case (nil, nil):
            try await TextEditor.edit(WordsPage.text(answering: story), name: "words.txt", keptFor: "--file") {
                try await use(checked(WordsPage.words(of: $0)))
            }
        }
    }

    private func checked(_ text: String) throws -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { throw CommandFailure(.usage, "there are no words; nothing was done.") }
        guard trimmed.first != "/" || trimmed.dropFirst().first?.isLetter != true else {
            throw CommandFailure(
                .usage,
                "the words begin with \"/\" and a letter, as a command in a colleague's mail does; begin otherwise.")
        }
        return trimmed
    }

    private func read(_ path: String) throws -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandFailure(.data, "\(path) cannot be read as UTF-8 text: \(error.localizedDescription)")
        }
    }
}

/// What somebody sees who writes in `$VISUAL` or `$EDITOR`: room for their words, and below what they answer.
enum WordsPage {
    /// What is below this line is not sent.
    static let line = "# ---- What stands below this line is not sent. ----"

    static func text(answering story: JSON) -> String {
        let heard = (story["log"]?.array ?? []).filter { $0["kind"]?.string == "heard" }.suffix(3)
        let quoted = heard.map { entry in
            let body = entry["body"]
            let who = body?["from"]?["name"]?.string ?? body?["from"]?["address"]?.string ?? "the customer"
            let words = (body?["words"]?.string ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            return (["\(entry["at"]?.string ?? "")  \(who):"] + words.map { "> \($0)" }).joined(separator: "\n")
        }
        return "\n\n\(line)\n\(story["ref"]?.string ?? "")  \(story["subject"]?.string ?? "")\n\n"
            + quoted.joined(separator: "\n\n") + "\n"
    }

    /// What stands above the line.
    static func words(of page: String) -> String {
        page.range(of: line).map { String(page[..<$0.lowerBound]) } ?? page
    }
}
