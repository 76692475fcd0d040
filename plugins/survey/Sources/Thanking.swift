import Calendars
import Casework
import StageKit

extension Work {
    /// Thanks a content customer: once in a case, however often they change their vote, and at most so often.
    /// - Parameter item: what they said with it.
    mutating func thank(for item: FeedbackItem?) async throws {
        guard let customer = contact?.customer, appreciation.thanked == nil,
            let span = house.standards.thanks?.atMostEvery?.milliseconds
        else { return }
        let past = try await self.past()
        guard !past.hasLeft(with: appreciation),
            past.thanked.map({ now - $0 >= .milliseconds(span) }) ?? true
        else { return }
        appreciation.thanked = now
        var values: [String: String] = [:]
        if let item {
            values["words"] = quoted(item.words)
            values["advocate"] = house.colleagues[item.owner.id]?.firstName ?? item.owner.name
        }
        try say(
            "thanks-\(received.message.id)", Purpose.thanks, to: customer, values, atMostEvery: .milliseconds(span))
    }

    /// Whether the customer is one of those who come often and have not been asked about the list.
    func comesOften(_ past: Past) -> Bool {
        guard let thanks = house.standards.thanks, let often = thanks.often, let span = thanks.within?.milliseconds,
            !past.knowsOfTheList, !appreciation.knowsOfTheList, house.desk.web != nil
        else { return false }
        let since = now - .milliseconds(span)
        return past.cases.count { $0.opened >= since } + 1 >= often
    }

    /// So seldom that it is once.
    private static let once = Duration.seconds(100 * 365 * 86_400)

    /// `survey.invite`: those who come often are asked once whether they would like to be on the list.
    mutating func invite() async throws {
        guard head.status == .resolved, feedback.votes.last?.isUnhappy != true, let customer = contact?.customer else {
            return
        }
        let past = try await self.past()
        guard comesOften(past), !past.isAnyOpen,
            let link = house.listLink(.join, ref: head.ref, address: customer.address, language: language)
        else { return }
        appreciation.invited = now
        try say("invitation", Purpose.invitation, to: customer, ["link": link], atMostEvery: Self.once)
    }

    /// The customer joined the list or left it, by their own click, in whichever of their cases. The same choice twice is one.
    mutating func chose(_ choice: ListChoice) async throws {
        guard let customer = try person(choice.who) else {
            return try note(["uncounted": "list", "reason": "nobody of this case has that link"])
        }
        // The list speaks over all cases of a customer; of others who take part in this one, no past is known.
        let past = customer.address == contact?.customer.address ? try await self.past() : Past(cases: [])
        guard past.chosen(with: appreciation) != choice.list else { return }
        switch choice.list {
        case .join:
            appreciation.joined = now
            appreciation.left = nil
            try say("welcome-\(received.message.id)", Purpose.welcome, to: customer, [:])
        case .leave:
            appreciation.left = now
            outcome.cancel("survey")
            outcome.cancel("invite")
        }
        appreciation.member = .init(name: customer.name, address: customer.address, language: language)
        try note(["list": .string(choice.list.rawValue)])
    }

    /// Who a link was made for: the customer, or whom a text of this case went to.
    private func person(_ who: String) throws -> Party? {
        if let customer = contact?.customer, CaseLink.person(customer.address) == who { return customer }
        for entry in try received.log() where entry.kind == "said" {
            let addresses = (entry.body["to"]?.array ?? []).compactMap(\.string)
            if let address = addresses.first(where: { CaseLink.person($0) == who }) { return Party(address: address) }
        }
        return nil
    }
}
