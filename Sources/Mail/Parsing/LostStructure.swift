/// Finds the parts of a mail whose header lost the line that declares them, as rewriting servers do.
enum LostStructure {
    /// A declaration of the parts that the body has, to be put into the header; nil where it seems to have none.
    static func declaration(header: ArraySlice<UInt8>, body: ArraySlice<UInt8>) -> [UInt8]? {
        guard header.count <= 64 * 1_024 else { return nil }
        let names = header.split(separator: 0x0A).lazy.map { asciiLowercased($0.prefix(13)) }
        guard !names.contains("content-type:") else { return nil }
        var previous: ArraySlice<UInt8> = []
        // What stands above the first part is not shown: with more than a word to old mailers there, it is a text that
        // quotes a mail.
        for line in body.prefix(400).split(separator: 0x0A, maxSplits: 20, omittingEmptySubsequences: false) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if let boundary = boundary(previous), equalsIgnoringCase(line.prefix(8), "content-") {
                return Array("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"".utf8) + boundary
                    + Array("\"\n".utf8)
            }
            previous = line
        }
        return nil
    }

    /// What stands behind two dashes, if it can be a boundary (RFC 2046, 5.1.1).
    private static func boundary(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let name = line.dropFirst(2)
        guard line.starts(with: [0x2D, 0x2D]), (1...70).contains(name.count),
            name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
        else { return nil }
        return name
    }
}
