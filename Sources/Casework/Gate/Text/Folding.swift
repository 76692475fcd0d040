/// How letters are made comparable.
enum Folding {
    /// Appends the folded form of a scalar; a combining mark changes or leaves the letter before it.
    static func append(_ scalar: Unicode.Scalar, to word: inout String) {
        let value = scalar.value
        if value < 0x80 {
            word.unicodeScalars.append((65...90).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : scalar)
        } else if value == 0x308, let last = word.unicodeScalars.last, "aou".unicodeScalars.contains(last) {
            word.append("e")
        } else if (0x300...0x36F).contains(value) {
            return
        } else if let plain = table[value] {
            word.append(plain)
        } else {
            word.append(scalar.properties.lowercaseMapping)
        }
    }

    /// A whole word.
    static func fold(_ text: some StringProtocol) -> String {
        var word = ""
        for scalar in text.unicodeScalars { append(scalar, to: &word) }
        return word
    }

    private static let table: [UInt32: String] = {
        let letters: [(String, String)] = [
            ("àáâãåāăąÀÁÂÃÅĀĂĄ", "a"), ("äæÄÆ", "ae"), ("çćčÇĆČ", "c"), ("ďđĎĐ", "d"), ("èéêëēęěÈÉÊËĒĘĚ", "e"),
            ("ğĞ", "g"), ("ìíîïīıÌÍÎÏĪ", "i"), ("łŁ", "l"), ("ñńňÑŃŇ", "n"), ("òóôõōőÒÓÔÕŌŐ", "o"), ("öøœÖØŒ", "oe"),
            ("řŘ", "r"), ("śšşŚŠŞ", "s"), ("ß", "ss"), ("ťŤ", "t"), ("ùúûūůűÙÚÛŪŮŰ", "u"), ("üÜ", "ue"),
            ("ýÿÝŸ", "y"), ("źżžŹŻŽ", "z"),
        ]
        var table: [UInt32: String] = [:]
        for (accented, plain) in letters {
            for scalar in accented.unicodeScalars { table[scalar.value] = plain }
        }
        return table
    }()
}
