import ArgumentParser
import StageKit
import StageProtocol

/// Which dead letters are meant; all that is said must fit.
struct LetterFilter: ParsableArguments {
    @Option(help: "Those of this stage.")
    var stage: String?
    @Option(help: "Those of this type of message.")
    var type: String?
    @Option(help: ArgumentHelp("Those of this case.", valueName: "ref"))
    var `case`: String?
    @Option(help: ArgumentHelp("Those whose error holds these words.", valueName: "words"))
    var error: String?

    var isEmpty: Bool { stage == nil && type == nil && self.case == nil && error == nil }

    func fits(_ letter: JSON) -> Bool {
        (stage == nil || letter["stage"]?.string == stage) && (type == nil || letter["type"]?.string == type)
            && (self.case == nil || letter["ref"]?.string == self.case?.uppercased())
            && (error.map { (letter["error"]?.string ?? "").contains($0) } ?? true)
    }
}

/// The dead letters of a broker.
struct Letters {
    private static let page: Int64 = 1000
    private let client: BrokerClient

    init(_ client: BrokerClient) { self.client = client }

    /// In the order of their numbers.
    func matching(_ filter: LetterFilter) async throws -> [JSON] {
        var letters: [JSON] = []
        var after: Int64 = 0
        while true {
            let page = try await client.ask("dead", ["after": .int(after), "limit": .int(Self.page)]).array ?? []
            letters += page.filter(filter.fits)
            guard page.count == Self.page, let last = page.last?["id"]?.int else { return letters }
            after = last
        }
    }

    func letter(_ id: Int64) async throws -> JSON {
        let found = try await client.ask("dead", ["after": .int(id - 1), "limit": 1]).array?.first
        guard let found, found["id"]?.int == id else {
            throw CommandFailure(.failed, "there is no dead letter \(id); \"casewire dead\" lists them.")
        }
        return found
    }
}
