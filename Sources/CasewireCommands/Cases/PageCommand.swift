import ArgumentParser
import Casework
import Pipeline
import StageKit
import StageProtocol

/// `casewire page REF`: the link to a customer's own page about a case, and the end of all such links.
struct PageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Make a link to a customer's own page about a case, or end all links to it.",
        discussion: """
            Whoever has the link reads the page and writes there in the customer's name: give it to them alone. It works for \
            link_days of intake's settings. --end is for a link that got into the wrong hands: every link to the case's pages \
            that was made so far opens nothing from then on, and the next mail brings a new one.
            """)

    @Argument(help: ArgumentHelp("The case's reference, such as CW-7K3F9QX.", valueName: "ref"))
    var reference: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whose page, where somebody else than the customer takes part.", valueName: "address"))
    var address: String?

    @Flag(help: "End every link to the case's pages that was made so far.")
    var end = false

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard !end || address == nil else {
            throw ValidationError("--end is about all links to the case's pages; leave --for out.")
        }
    }

    func run() async throws {
        let config = try options.load().config
        let door = try WebDoor(config)
        let answer = try await options.withBroker { client in
            let story = try await client.ask("case", ["ref": .string(reference)])
            return end ? try await self.end(story, door, client) : try link(story, door)
        }
        if output.isJSON { return Console.standardOutput.json(answer) }
        Console.standardOutput.line(
            answer["link"]?.string ?? "No link to the pages of \(answer["ref"]?.string ?? "") works any more.")
    }

    private func link(_ story: JSON, _ door: WebDoor) throws -> JSON {
        let contact = story["sections"]?["contact"]
        guard let ref = story["ref"]?.string, let address = address ?? contact?["customer"]?["address"]?.string else {
            throw CommandFailure(.failed, "\(reference) has no customer with an address; name one with --for.")
        }
        let link = CaseLink(ref: ref, address: address, made: .current)
        let url = link.url(
            at: door.web, language: contact?["language"]?.string, key: try SigningKey.load(path: door.key))
        return ["ref": .string(ref), "for": .string(address), "link": .string(url)]
    }

    private func end(_ story: JSON, _ door: WebDoor, _ client: BrokerClient) async throws -> JSON {
        let ref = story["ref"]?.string ?? reference
        let note = Contact.linksEnded(by: Party(name: "the operator", address: ""), channel: "command")
        var admission = try Admission(.notice, entry: note, output: "notice")
        admission.match = [Match(key: "ref:" + ref)]
        let now = Timestamp.current
        try admission.set("page", schema: PageSection.schema, PageSection(endingLinksAt: now))
        let draft = SubmissionDraft(
            id: "links-ended:\(ref):\(now.milliseconds)", via: "command", to: door.stage, admission: admission)
        switch try await client.submit(draft, within: .seconds(10)) {
        case .accepted: return ["ref": .string(ref), "links_from": .string((now + .seconds(1)).description)]
        case .later: throw CommandFailure(.later, "the broker has too much to do; try again in a moment.")
        }
    }
}
