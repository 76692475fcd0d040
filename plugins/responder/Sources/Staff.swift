import Casework
import StageKit

/// Our people: who keeps what, and what each may grant.
struct Staff: Sendable {
    /// Somebody as `people.yaml` names them.
    struct Person: Sendable, Hashable {
        var id: String
        var name: String
        var address: String
        var topics: [String]
        var languages: [String]
    }

    private let people: [Person]
    private let authorities: Authorities

    init(_ people: JSON?, rules: Rules) {
        authorities = Authorities(people, goodwill: rules.goodwill, currency: rules.currency)
        self.people = (people?["people"]?.array ?? []).compactMap(Person.init)
    }

    /// Who keeps an article: its owner or, where `people.yaml` does not know the name, who is asked first in its topic.
    func keeper(owner: String, topic: String?) -> Person? {
        people.first { $0.id == owner || $0.name == owner }
            ?? people.first { person in topic.map(person.topics.contains) ?? false }
    }

    /// What somebody is called.
    func name(of id: String) -> String? { people.first { $0.id == id }?.name }

    /// What may be granted in somebody's name: nothing by a text that no person wrote.
    func authority(of author: String?) -> Authority { authorities.of(author) }
}

extension Staff.Person {
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"]?.string, let address = json["address"]?.string else { return nil }
        func list(_ name: String) -> [String] { (json[name]?.array ?? []).compactMap(\.string) }
        self.init(
            id: id, name: json["name"]?.string ?? id, address: address, topics: list("topics"),
            languages: list("languages"))
    }
}
