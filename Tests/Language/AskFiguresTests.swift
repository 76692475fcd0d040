import FoundationEssentials
import Testing

@testable import Language

/// How many asks of labelled messages are found, by kind. How they were labelled is told in `Fixtures/README.md`.
@Suite struct AskFiguresTests {
    @Test func theAsksOfTheLabelledMessagesAreFound() throws {
        let figures = try AskFigures("asks.jsonl")
        print("asks, labelled messages\n\(figures)")
        #expect(figures.recall >= 0.92 && figures.precision >= 0.86, "\(figures)")
        #expect(figures.untouched >= 0.85, "messages without an ask")
    }

    /// Nothing was tuned on these.
    @Test func theAsksOfUnseenMessagesAreFound() throws {
        let figures = try AskFigures("asks-held-out.jsonl")
        print("asks, held-out messages\n\(figures)")
        #expect(figures.recall >= 0.78 && figures.precision >= 0.84, "\(figures)")
    }
}

/// Counts of asks found and asks labelled. An ask counts as found where its kind is the same and the two quotes share at least half
/// of what they cover together.
struct AskFigures: CustomStringConvertible {
    private struct Message: Decodable {
        struct Labelled: Decodable {
            var quote: String
            var kind: Ask.Kind
        }
        var text: String
        var asks: [Labelled]
    }

    private struct Count {
        var labelled = 0
        var named = 0
        var found = 0
    }

    private var kinds: [Ask.Kind: Count] = [:]
    private var silent = (messages: 0, untouched: 0)

    init(_ name: String) throws {
        let content = try #require(FileManager.default.contents(atPath: SafetyTests.fixtures + "/" + name))
        for line in content.split(separator: UInt8(ascii: "\n")) {
            add(try JSONDecoder().decode(Message.self, from: line))
        }
    }

    private mutating func add(_ message: Message) {
        var open = Asks.extract(message.text)
        if message.asks.isEmpty {
            silent.messages += 1
            if open.isEmpty { silent.untouched += 1 }
        }
        for ask in open { kinds[ask.kind, default: Count()].named += 1 }
        for labelled in message.asks {
            kinds[labelled.kind, default: Count()].labelled += 1
            guard let span = Self.span(of: labelled.quote, in: message.text),
                let place = open.firstIndex(where: { $0.kind == labelled.kind && Self.agree(span, $0.start..<$0.end) })
            else { continue }
            open.remove(at: place)
            kinds[labelled.kind, default: Count()].found += 1
        }
    }

    private static func span(of quote: String, in text: String) -> Range<Int>? {
        guard let range = text.firstRange(of: quote) else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<(start + quote.utf8.count)
    }

    private static func agree(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        let shared = one.clamped(to: other).count
        return shared * 2 >= one.count + other.count - shared && shared > 0
    }

    private var total: Count {
        kinds.values.reduce(into: Count()) {
            $0.labelled += $1.labelled
            $0.named += $1.named
            $0.found += $1.found
        }
    }

    var recall: Double { Double(total.found) / Double(max(total.labelled, 1)) }
    var precision: Double { Double(total.found) / Double(max(total.named, 1)) }
    /// The share of messages without an ask in which none was found.
    var untouched: Double { Double(silent.untouched) / Double(max(silent.messages, 1)) }

    var description: String {
        let lines = Ask.Kind.allCases.map { kind in
            let count = kinds[kind] ?? Count()
            return "\(kind.rawValue): \(count.found) of \(count.labelled) labelled, \(count.named) named"
        }
        return lines.joined(separator: "\n") + "\nprecision \(precision), recall \(recall); without an ask "
            + "\(silent.untouched) of \(silent.messages) left alone"
    }
}
