import Mail
import StageKit

@testable import intake

/// A mail as it comes over the wire, from the headers a test cares about.
func letter(
    from: String? = "Ann Weaver <ann@customer.example>", to: String = "desk@hearth.example",
    subject: String = "My order", id: String? = "one@customer.example", _ headers: [String: String] = [:],
    text: String = "Where is my order?"
) -> [UInt8] {
    var lines = ["To: \(to)", "Subject: \(subject)", "Date: Sun, 22 Nov 2026 03:00:00 +0000"]
    if let from { lines.append("From: \(from)") }
    if let id { lines.append("Message-ID: <\(id)>") }
    lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    lines += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", text, ""]
    return Array(lines.joined(separator: "\r\n").utf8)
}

/// What intake decides about a mail.
func decision(_ bytes: [UInt8]) throws -> MailJudge.Decision {
    try MailJudge(desk: Bench.address, key: Bench.key).decide(MailParser.parse(bytes), raw: Blobs.hash(of: bytes))
}

/// The mail as admitted; nil where it was parked.
func admitted(_ bytes: [UInt8]) throws -> AdmittedMail? {
    if case .admit(let mail) = try decision(bytes) { mail } else { nil }
}

/// The code under which a mail was parked; nil where it was admitted.
func parked(_ bytes: [UInt8]) throws -> String? {
    if case .park(let code, _) = try decision(bytes) { code } else { nil }
}
