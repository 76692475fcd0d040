import Casework
import FoundationEssentials
import Knowledge
import StageKit

/// Tells who keeps an article that it is past its review: once, however many cases it would have answered.
struct Owners: Sendable {
    /// Nil where nothing is kept: then they are told once a case.
    let notices: Notices?
}

/// Which notices have been given, a small file each that names the case they were given in.
struct Notices: Sendable {
    let folder: String

    /// Whether a notice is this case's to give. The first case to ask has it, and has it again when it is asked anew
    /// after a crash: the broker then takes the same text for the same.
    /// - Throws: an error of the file system.
    func isOurs(_ notice: String, in ref: String) throws -> Bool {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/\(notice)"
        do {
            try Data(ref.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
            return true
        } catch {
            guard let holder = FileManager.default.contents(atPath: path) else { throw error }
            return holder == Data(ref.utf8)
        }
    }
}

extension Responder {
    /// Tells the owners of articles that would have answered, and says in a sentence each why they did not.
    func tellOwners(
        of findings: [Finding], _ delivery: Received, _ outcome: inout OutcomeBuilder
    ) throws -> [String] {
        var told: Set<String> = []
        return try findings.flatMap { finding in
            try finding.stale.filter { told.insert($0.file).inserted }.map { article in
                let keeper = staff.keeper(owner: article.owner, topic: article.topics.first)
                if let keeper { try tell(keeper, of: article, asked: finding.words, delivery, &outcome) }
                let who = keeper.map { "; \($0.name) keeps it and was told" } ?? "; nobody in people.yaml keeps it"
                return "The article \(article.file) covers it but is past its review (due \(article.reviewDue))\(who)."
            }
        }
    }

    private func tell(
        _ keeper: Staff.Person, of article: Article, asked words: String, _ delivery: Received,
        _ outcome: inout OutcomeBuilder
    ) throws {
        let ref = try delivery.case.ref
        let notice = "stale-\(article.file)-\(article.reviewDue)"
        do {
            guard try owners.notices?.isOurs(notice, in: ref) ?? true else { return }
        } catch {
            delivery.logger.warning(
                "it cannot be kept who was told of a stale article; they are told in every case",
                metadata: ["folder": "\(owners.notices?.folder ?? "")", "reason": "\(error)"])
        }
        let language = keeper.languages.first { languages.written.contains($0) } ?? "en"
        let values = [
            "staff_name": keeper.name.split(separator: " ").first.map(String.init) ?? keeper.name,
            "article": "knowledge/\(article.file)", "deadline": article.reviewDue.description,
            "words": words.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n"),
        ]
        let text = try writing.write(
            "staff-review", language: language, ref: ref, customer: Party(address: keeper.address), values)
        // No person stands in the details, so that the mail has no address at which a reply would go to the customer.
        outcome.say(
            notice, to: [keeper.address], audience: .staff, purpose: "staff-review", subject: text.subject,
            language: language, text: text.body)
    }
}
