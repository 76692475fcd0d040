import Foundation
import StageKit

/// Hands mails to intake's socket at a rate, as its doors for mail do, and reports when each was accepted.
struct Mails: Sendable {
    let socket: String
    /// What the customers' addresses begin with.
    let prefix: String
    let count: Int
    /// Mails a second.
    let rate: Int

    func run() async throws {
        let client = try await BrokerClient(endpoint: socket, stage: "intake")
        let start = ContinuousClock.now
        var accepted: [String: JSON] = [:]
        try await withThrowingTaskGroup(of: (String, Double).self) { group in
            for number in 0..<count {
                let due = start + .microseconds(number * 1_000_000 / max(rate, 1))
                if due > .now { try await Task.sleep(until: due, tolerance: .zero) }
                group.addTask { try await submit("\(prefix)\(number)", client) }
            }
            for try await (address, moment) in group { accepted[address] = .double(moment) }
        }
        await client.close()
        report(accepted)
    }

    /// Submits one mail, however often it is told to come later.
    /// - Returns: whose it is, and when it was accepted, in seconds since 1970.
    private func submit(_ name: String, _ client: BrokerClient) async throws -> (String, Double) {
        let draft = SubmissionDraft(
            id: name, via: "bench", name: name, raw: Array(mail(from: name).utf8), media: "message/rfc822")
        while case .later(let pause) = try await client.submit(draft) { try await Task.sleep(for: pause) }
        return ("\(name)@example.net", Date().timeIntervalSince1970)
    }

    private func mail(from name: String) -> String {
        """
        From: Customer <\(name)@example.net>\r
        To: desk@hearth.example\r
        Subject: Where is my order?\r
        Message-ID: <\(name)@example.net>\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        I ordered a cast iron pan two weeks ago and it has not arrived. Where is my parcel?\r

        """
    }
}
