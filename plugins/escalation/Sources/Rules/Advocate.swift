import Calendars
import Casework
import StageProtocol

/// Who is to stand for a customer.
struct AdvocateChoice: Sendable {
    var people: People
    /// Today, where the desk is.
    var day: CalendarDay

    /// What is known when somebody is chosen.
    struct Question: Sendable {
        /// People who looked after this customer before, latest first.
        var before: [String] = []
        var topic: String?
        var language: String?
        /// Open cases by person.
        var load: [String: Int] = [:]
        /// People who are not to be chosen while there is anybody else.
        var except: Set<String> = []
    }

    /// Somebody the customer knows, if they are there; else who writes their language, then fits the topic, then has the fewest
    /// open cases; of equals the first in the file. A topic may be mistaken, and is a help; nobody answers without the language. Where all are away the choice is made as if nobody was: a case
    /// without anybody is worse than one that waits.
    func choose(_ question: Question) -> People.Person? {
        if let known = known(question) { return known }
        let there = there(question)
        let candidates = there.isEmpty ? people.people : there
        return candidates.enumerated().min { rank($0, question) < rank($1, question) }?.element
    }

    /// The latest who looked after this customer and is there: for them nothing else has to be known.
    func known(_ question: Question) -> People.Person? {
        let there = there(question)
        return question.before.lazy.compactMap { id in there.first { $0.id == id } }.first
    }

    private func there(_ question: Question) -> [People.Person] {
        people.people.filter { !$0.isAway(on: day) && !question.except.contains($0.id) }
    }

    /// Those who are asked first in a topic and are there.
    func fitting(topic: String) -> [People.Person] {
        people.people.filter { $0.topics.contains(topic) && !$0.isAway(on: day) }
    }

    private func rank(_ entry: (offset: Int, element: People.Person), _ question: Question) -> (Int, Int, Int, Int) {
        let person = entry.element
        let knowsTopic = question.topic.map { person.topics.isEmpty || person.topics.contains($0) } ?? true
        let speaks = question.language.map { person.languages.map(primary).contains(primary($0)) } ?? true
        return (speaks ? 0 : 1, knowsTopic ? 0 : 1, question.load[person.id] ?? 0, entry.offset)
    }
}

/// The language of a BCP 47 tag without region.
func primary(_ tag: String) -> String { CustomerLanguage.primary(tag) }
