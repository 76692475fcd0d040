import Casework
import Crypto
import StageProtocol

/// Who is on the appreciation list: those whose latest choice was to join it.
struct AppreciationList {
    struct Entry {
        var member: Appreciation.Member
        var joined: Timestamp
        /// Where they leave with one click.
        var leave: String
    }

    private(set) var entries: [Entry] = []

    /// - Parameters:
    ///   - sections: the sections `appreciation` of all cases, each with its case's reference.
    ///   - web: where customers reach the web door.
    init(_ sections: [JSON], web: String, key: SymmetricKey) {
        var joined: [String: Entry] = [:]
        var left: [String: Timestamp] = [:]
        for item in sections {
            guard let ref = item["ref"]?.string, let section = try? item["section"]?.decode(Appreciation.self),
                let member = section.member
            else { continue }
            let address = member.address.lowercased()
            if let moment = section.left { left[address] = max(left[address] ?? moment, moment) }
            if let moment = section.joined, joined[address].map({ $0.joined < moment }) ?? true {
                let link = ListLink(.leave, ref: ref, address: member.address)
                joined[address] = Entry(member: member, joined: moment, leave: link.url(at: web, key: key))
            }
        }
        entries = joined.filter { address, entry in left[address].map { $0 < entry.joined } ?? true }
            .sorted { $0.key < $1.key }.map(\.value)
    }

    var json: JSON {
        .array(
            entries.map { entry in
                [
                    "address": .string(entry.member.address), "name": entry.member.name.map(JSON.string) ?? nil,
                    "language": entry.member.language.map(JSON.string) ?? nil,
                    "joined": .string(entry.joined.description), "leave": .string(entry.leave),
                ]
            })
    }

    /// Comma-separated values (RFC 4180), with a heading.
    var csv: String {
        let rows = entries.map { entry in
            [
                entry.member.address, Self.plain(entry.member.name ?? ""), entry.member.language ?? "",
                entry.joined.description, entry.leave,
            ]
        }
        return ([["address", "name", "language", "joined", "leave"]] + rows)
            .map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A name that no spreadsheet takes for a formula.
    private static func plain(_ name: String) -> String { String(name.drop { "=+-@\t\r".contains($0) }) }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { "\",\n\r".contains($0) || $0.isNewline }) else { return cell }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
    }
}
