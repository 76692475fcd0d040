/// Text that is signed in place (RFC 9580, section 7): its words without the armour around them.
enum ClearSigned {
    /// The lines of the armour and the signature are marked as a signature; `- ` before dashes is taken away.
    static func marked(_ lines: [MailLine]) -> [MailLine] {
        guard let begin = lines.firstIndex(where: { $0.text.trimmed == "-----BEGIN PGP SIGNED MESSAGE-----" }),
            let signature = lines[begin...].firstIndex(where: { $0.text.trimmed == "-----BEGIN PGP SIGNATURE-----" })
        else { return lines }
        let end = lines[signature...].firstIndex { $0.text.trimmed == "-----END PGP SIGNATURE-----" } ?? lines.count - 1
        let textStart = lines[begin..<signature].firstIndex { $0.text.trimmed.isEmpty } ?? begin
        var marked = lines
        for index in begin...end {
            if index <= textStart || index >= signature {
                marked[index].hint = .signature
            } else if marked[index].text.hasPrefix("- ") {
                marked[index].text.removeFirst(2)
            }
        }
        return marked
    }
}
