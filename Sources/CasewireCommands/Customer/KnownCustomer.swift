import Mail
import Reports
import StageKit
import StageProtocol

/// Where something is kept of a customer.
struct KnownCustomer: Sendable {
    let address: String
    /// Their cases, the latest first, as `casewire cases` lists them.
    let cases: [JSON]
    /// Cases of others in which they take part.
    let others: [JSON]
    /// Mails of no case that are from them, or about a mail to them: parked, or given up.
    let parked: [Parked]

    struct Parked: Sendable {
        var submission: Int64
        var item: JSON
        var bytes: [UInt8]
        var subject: String?

        /// Where an export puts it.
        var path: String { "mails/parked-\(submission).eml" }
    }

    var isUnknown: Bool { cases.isEmpty && others.isEmpty && parked.isEmpty }

    init(_ address: String, _ client: BrokerClient) async throws {
        self.address = address
        let answer = try await client.ask("customer", ["address": .string(address)])
        cases = answer["cases"]?.array ?? []
        others = answer["others"]?.array ?? []
        parked = try await Self.parked(address, client)
    }

    /// Parked mail belongs to no case, so each is read again.
    private static func parked(_ address: String, _ client: BrokerClient) async throws -> [Parked] {
        var found: [Parked] = []
        var items: [JSON] = []
        for state in ["parked", "discarded"] {
            items += try await client.ask("parked", ["limit": 10_000, "state": .string(state)]).array ?? []
        }
        for item in items {
            guard let id = item["submission"]?.int, let blob = item["blob"]?.string else { continue }
            let bytes = try await client.blobs.get(blob)
            guard let mail = try? MailParser.parse(bytes), isAbout(address, mail) else { continue }
            found.append(Parked(submission: id, item: item, bytes: bytes, subject: mail.subject))
        }
        return found
    }

    private static func isAbout(_ address: String, _ mail: ParsedMail) -> Bool {
        let people = mail.from + mail.replyTo + [mail.sender].compactMap(\.self)
        let bounced = mail.bounce?.recipient.map { MailAddress(address: $0).comparable }
        return people.contains { $0.comparable == address } || bounced == address
    }

    var json: JSON {
        [
            "address": .string(address), "cases": .array(cases), "others": .array(others),
            "parked": .array(parked.map(\.item)),
        ]
    }

    var lines: [String] {
        func list(_ cases: [JSON]) -> [String] {
            cases.map { theCase in
                let subject = (theCase["subject"]?.string ?? "").oneLine
                return "  \(theCase["ref"]?.string ?? "")  \(theCase["status"]?.string ?? "")  \(subject)"
            }
        }
        guard !isUnknown else { return ["Nothing is kept of \(address)."] }
        let counts = "\(counted(cases.count, "case")), \(counted(parked.count, "parked mail"))"
        var lines = ["\(address): \(counts)"] + list(cases)
        if !others.isEmpty { lines += ["takes part in \(counted(others.count, "case")) of others"] + list(others) }
        return lines
    }
}
