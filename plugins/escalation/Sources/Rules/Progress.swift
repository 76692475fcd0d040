import Casework
import Clocks
import Language
import StageProtocol

/// What can be told of a case while the customer waits: what was done since our last word, what is awaited and from whom.
struct Progress: Sendable, Hashable {
    /// The customer's own words that wait for an answer and say what there is to do, at most two of them: who is told that we work
    /// on "until Monday", or on a reproach, feels mocked.
    var asks: [String]
    /// Names of colleagues who were brought in since our last word.
    var helping: [String]
    /// What is awaited and from whom, as a colleague has written it down.
    var awaited: Story.Wait?
    /// What was promised and is late, in the words in which it was.
    var owed: [String]

    /// Whether anything of it is about this case alone. An update that says only that there is none helps nobody.
    var isSpecific: Bool { !asks.isEmpty || !helping.isEmpty || awaited != nil || !owed.isEmpty }
}

extension Progress {
    init(_ story: Story, _ understanding: Understanding?, _ clocks: CaseClocks, people: People, heard: Int) {
        // Contacts that stand in no entry any more were made before those that do.
        let earlier = max(0, heard - story.heard.count)
        let waiting = Set(
            story.heard.enumerated().filter { $0.element.seq > story.lastTurn?.seq ?? 0 }
                .map { earlier + $0.offset + 1 })
        asks = (understanding?.asks ?? [])
            .filter {
                waiting.contains($0.contact) && $0.kind != Ask.Kind.deadline.rawValue && Asks.isQuotable($0.quote)
                    && !ManagerWish.isIn($0.quote)
            }
            .prefix(2).map { $0.quote.onOneLine() }
        let since = story.lastNews?.seq ?? 0
        // Who has their wish for somebody in charge is named with it, and not asked to help besides.
        let told = story.climb.told.filter { $0.seq > since }.flatMap(\.people)
            .filter { story.signs[Sign.manager]?.contains($0) != true }
        helping = told.reduce(into: []) { names, id in
            guard let name = people[id]?.name, !names.contains(name) else { return }
            names.append(name)
        }
        awaited = story.wait
        owed = story.promises.filter { promise in
            !promise.isOver && !promise.isWord && clocks[promise.clock]?.isMissedAndOpen == true
        }.map { $0.what.onOneLine() }
    }
}

extension String {
    /// The words on one line, cut where they are longer than can be quoted.
    func onOneLine(of length: Int = 160) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= length ? line : String(line.prefix(length - 1)).trimming(while: \.isWhitespace) + "…"
    }
}
