import Casework
import Foundation
import StageProtocol

/// What is kept of a customer, as one page that can be read without anything else.
struct CustomerPage {
    let address: String
    let stories: [JSON]
    /// Mails that belong to no case.
    let parked: [KnownCustomer.Parked]
    /// Where files were written, by their hash.
    let files: [String: String]
    let made: Timestamp

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>What is kept of \(address)</title>
        <style>\(Self.style)</style></head>
        <body><main>
        <h1>What is kept of \(address)</h1>
        <p>Written down on \(made.description). Times are in UTC. The same, for programs, stands in
        <a href="customer.json">customer.json</a>.</p>
        \(stories.map(story))\(mails)
        </main></body></html>

        """
    }

    private static let style: HTML = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1c2024;background:#fff}
        main{max-width:46rem;margin:0 auto;padding:1rem}
        article{border-top:2px solid #c9ced6;margin-top:2rem}
        ol{list-style:none;padding:0}li{margin:.8rem 0;padding:.5rem .8rem;border-left:4px solid #c9ced6}
        li.heard{border-color:#2b6cb0}li.said{border-color:#2f855a}
        .words{white-space:pre-wrap;overflow-wrap:anywhere}.at{color:#4b5563}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f4f6;padding:.5rem}
        @media print{details{display:block}a{color:inherit}}
        """

    private var mails: HTML {
        guard !parked.isEmpty else { return .empty }
        let items = parked.map { mail -> HTML in
            let reason = mail.item["reason"]?.string ?? ""
            return
                "<li><a href=\"\(Self.link(mail.path))\">\(mail.subject ?? "no subject")</a>, which was set aside: \(reason)</li>"
        }
        return "<article>\n<h2>Mails that belong to no case</h2>\n<ul>\(items)</ul>\n</article>\n"
    }

    private func story(_ story: JSON) -> HTML {
        let ref = story["ref"]?.string ?? ""
        return """
            <article>
            <h2>\(ref): \(story["subject"]?.string ?? "no subject")</h2>
            <p>\(story["status"]?.string ?? ""), since \(story["opened"]?.string ?? "")</p>
            <ol>
            \((story["log"]?.array ?? []).map(entry))</ol>
            \(noted("What else is noted", story["sections"]))\(noted("What was promised", story["promises"]))
            </article>

            """
    }

    private func entry(_ entry: JSON) -> HTML {
        let body = entry["body"] ?? .null
        let kind = entry["kind"]?.string ?? ""
        let words = body["words"]?.string ?? body["text"]?.string
        let text: HTML =
            words.map { "<div class=\"words\">\($0)</div>" } ?? "<pre>\(Self.text(body))</pre>"
        return """
            <li class="\(kind)">
            <p><strong>\(title(kind, body))</strong> <span class="at">\(entry["at"]?.string ?? "")</span></p>
            \(body["subject"]?.string.map { "<p>\($0)</p>" } ?? .empty)\(text)
            \(attachments(body))</li>

            """
    }

    private func title(_ kind: String, _ body: JSON) -> String {
        let from = body["from"]?["name"]?.string ?? body["from"]?["address"]?.string ?? ""
        switch kind {
        case "heard": return "\(from) wrote"
        case "staff": return "\(from), a colleague, wrote"
        case "said": return "We wrote to \((body["to"]?.array ?? []).compactMap(\.string).joined(separator: ", "))"
        case "promised": return "We promised"
        case "feedback": return "You told us how it was"
        case "notice": return "A notice came in"
        default: return "We noted: \(kind)"
        }
    }

    private func attachments(_ body: JSON) -> HTML {
        let kept = (body["attachments"]?.array ?? []).compactMap { file -> HTML? in
            guard let path = file["sha256"]?.string.flatMap({ files[$0] }) else { return nil }
            return "<li><a href=\"\(Self.link(path))\">\(file["name"]?.string ?? "file")</a></li>"
        }
        let raw = body["raw"]?.string.flatMap { files[$0] }.map { path -> HTML in
            "<p><a href=\"\(Self.link(path))\">The mail as it came</a></p>"
        }
        return "\(kept.isEmpty ? .empty : "<ul>\(kept)</ul>")\(raw ?? .empty)"
    }

    private func noted(_ title: String, _ value: JSON?) -> HTML {
        switch value {
        case .object(let members)? where !members.isEmpty:
            "<details open><summary>\(title)</summary><pre>\(Self.text(.object(members)))</pre></details>\n"
        case .array(let list)? where !list.isEmpty:
            "<details open><summary>\(title)</summary><pre>\(Self.text(.array(list)))</pre></details>\n"
        default: .empty
        }
    }

    private static func link(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }

    /// JSON as a person can read it.
    private static func text(_ value: JSON, _ indent: String = "") -> String {
        let deeper = indent + "  "
        switch value {
        case .object(let members):
            return members.sorted { $0.key < $1.key }.map { key, value in
                switch value {
                case .object, .array: "\(indent)\(key):\n\(text(value, deeper))"
                default: "\(indent)\(key): \(text(value))"
                }
            }.joined(separator: "\n")
        case .array(let list):
            return list.map { "\(indent)- \(text($0, deeper).trimmingPrefix(deeper))" }.joined(separator: "\n")
        case .string(let string): return string
        case .null: return "-"
        default: return String(decoding: value.bytes, as: UTF8.self)
        }
    }
}
