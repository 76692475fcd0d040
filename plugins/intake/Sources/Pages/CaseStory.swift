import Casework
import StageKit

/// What was said in a case, as a conversation.
struct CaseStory {
    let site: Site
    let texts: PageTexts
    let told: Told

    var html: HTML {
        let short: HTML = told.shortened ? "<p class=\"hint\">\(texts[.caseStoryShort])</p>\n" : .empty
        return """
            <section aria-labelledby="story">
            <h2 id="story">\(texts[.caseStory])</h2>
            \(short)<ol class="story">
            \(told.log.map(item))</ol>
            </section>
            """
    }

    private func item(_ item: Told.Item) -> HTML {
        switch item.kind {
        case .heard: words(item, "mine", by: texts[.caseYou], item.words ?? "")
        case .said: words(item, "ours", by: site.settings.desk.name, item.text ?? "")
        case .feedback: item.settled == true ? event(item, .caseEventSolved) : .empty
        case .resolved: event(item, .caseEventResolved)
        case .reopened: event(item, .caseEventReopened)
        }
    }

    private func words(_ item: Told.Item, _ side: HTML, by name: String, _ text: String) -> HTML {
        let files = (item.attachments ?? []).filter { !$0.inline }
        return """
            <li class="\(side)">
            <p class="who"><strong>\(name)</strong> \(at(item))</p>
            <div class="words"\(language(of: item))>\(paragraphs(text))</div>
            \(attachments(files))</li>

            """
    }

    /// So that it is read aloud as what it is, on a page that is in another language.
    private func language(of item: Told.Item) -> HTML {
        item.language.map { $0 == texts.code ? .empty : " lang=\"\($0)\"" } ?? .empty
    }

    private func event(_ item: Told.Item, _ text: PageText) -> HTML {
        "<li class=\"event\"><p>\(texts[text]) \(at(item))</p></li>\n"
    }

    private func at(_ item: Told.Item) -> HTML {
        "<span class=\"at\">\(HTML.filled(texts[.caseAt], ["time": site.moment(item.at, texts.code)]))</span>"
    }

    private func attachments(_ files: [Attachment]) -> HTML {
        guard !files.isEmpty else { return .empty }
        let items = files.map { file -> HTML in "<li>\(file.name) (\(Self.size(file.bytes)))</li>\n" }
        return "<ul class=\"files\" aria-label=\"\(texts[.caseFiles])\">\n\(items)</ul>\n"
    }

    /// A link to a page opens it for whoever has it. One that has aged or was ended must not show those that came later.
    private func paragraphs(_ text: String) -> [HTML] {
        let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).split {
            $0.allSatisfy(\.isWhitespace)
        }
        return paragraphs.filter { !$0.contains(where: Self.holdsLink) }.map { lines in
            "<p>\(lines.joined(separator: "\n"))</p>"
        }
    }

    private static func holdsLink(_ line: Substring) -> Bool { line.lowercased().contains("/c/p.") }

    /// A size in the unit that suits it; the same in all languages.
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\((bytes + 500_000) / 1_000_000) MB"
        }
    }
}
