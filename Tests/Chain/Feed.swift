import Foundation
import TestSupport
import Testing

/// A mail server's side of the chain: it hands a mail in until it is taken, as mail servers do.
struct Feed {
    let shop: Shop

    /// Hands the mail of that number in. Each comes from a customer of its own.
    func handIn(_ number: Int) async throws {
        let text = mail(
            from: "Customer \(number) <c\(number)@example.net>", subject: "Order \(number)",
            id: "m\(number)@example.net", lateParcel)
        _ = try await eventually("mail \(number) is taken", within: .seconds(180)) {
            let finished = try await shop.deliver(text)
            if finished.status == 0 { return true }
            #expect(finished.status == 75, "\(finished.errors)")
            return nil
        }
    }

    /// Hands mails in one after the other.
    func handIn(_ numbers: Range<Int>) async throws {
        for number in numbers { try await handIn(number) }
    }
}
