/// Finds the mails of a Maildir in which one of some words stands, such as the reference of a matter: in its header, its subject or its text.
package struct MailSearch: Sendable {
    private let needles: Set<[UInt8]>
    private let lengths: Set<Int>
    private let first: UInt8?

    /// - Parameter words: how they are cased is of no account.
    package init(for words: [String]) {
        needles = Set(words.filter { !$0.isEmpty }.map { Self.folded($0.utf8) })
        lengths = Set(needles.map(\.count))
        first = Set(needles.compactMap(\.first)).count == 1 ? needles.first?.first : nil
    }

    /// Removes them, read or not, with what a writer left half written.
    /// - Parameter also: further mails that are to go.
    /// - Returns: how many are gone, and the files that could not be removed.
    package func remove(
        from folder: String, also: (ParsedMail) -> Bool = { _ in false }
    ) -> (removed: Int, left: [String]) {
        var (removed, left) = (0, [String]())
        for folder in ["new", "cur", "tmp"].map({ "\(folder)/\($0)" }) {
            for name in (try? FileSystem.names(in: folder)) ?? [] {
                let path = "\(folder)/\(name)"
                guard let bytes = try? FileSystem.read(path, limit: .max) else { continue }
                let mail = try? MailParser.parse(bytes)
                guard isNamed(in: bytes) || mail.map({ isNamed(in: $0) || also($0) }) == true else { continue }
                FileSystem.remove(path)
                if FileSystem.exists(path) { left.append(path) } else { removed += 1 }
            }
        }
        return (removed, left)
    }

    /// What a mail says may be encoded in its bytes.
    private func isNamed(in mail: ParsedMail) -> Bool {
        isNamed(in: Array(mail.subject.utf8)) || isNamed(in: Array(mail.text.utf8))
    }

    func isNamed(in bytes: [UInt8]) -> Bool {
        let bytes = Self.folded(bytes)
        return bytes.indices.contains { start in
            guard first == nil || bytes[start] == first else { return false }
            return lengths.contains { start + $0 <= bytes.count && needles.contains(Array(bytes[start..<start + $0])) }
        }
    }

    private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }
    }
}
