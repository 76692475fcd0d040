/// The codes in which mail servers speak.
enum StatusCodes {
    /// An enhanced status code (RFC 3463) in a text: `5.1.1`, not part of a version or an IP address.
    static func status(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 5 else { return nil }
        for index in 0...(bytes.count - 5)
        where (bytes[index] == 0x34 || bytes[index] == 0x35) && bytes[index + 1] == 0x2E
            && (index == 0 || !isDigit(bytes[index - 1]) && bytes[index - 1] != 0x2E && !isDatePart(bytes, index))
        {
            var end = index + 2
            let subjectStart = end
            while end < bytes.count, isDigit(bytes[end]), end - subjectStart < 3 { end += 1 }
            guard end > subjectStart, end < bytes.count, bytes[end] == 0x2E else { continue }
            end += 1
            let detailStart = end
            while end < bytes.count, isDigit(bytes[end]), end - detailStart < 3 { end += 1 }
            guard end > detailStart else { continue }
            let isOver =
                end == bytes.count
                || !isDigit(bytes[end]) && !(bytes[end] == 0x2E && end + 1 < bytes.count && isDigit(bytes[end + 1]))
            if isOver { return String(decoding: bytes[index..<end], as: UTF8.self) }
        }
        return nil
    }

    /// An SMTP reply code of refusal: `550` as a word by itself.
    static func reply(_ text: String) -> Int? {
        for word in text.split(whereSeparator: { !$0.isNumber && $0 != "." && !$0.isLetter && $0 != "@" }).prefix(60)
        where word.utf8.count == 3 {
            if let code = Int(word), replies.contains(code) { return code }
        }
        return nil
    }

    private static let replies: Set<Int> = [
        421, 422, 431, 432, 441, 442, 446, 447, 449, 450, 451, 452, 454, 455, 471, 500, 501, 502, 503, 504, 510, 511,
        512, 513, 515, 517, 521, 523, 525, 530, 533, 534, 535, 541, 542, 545, 550, 551, 552, 553, 554, 555, 556, 557,
        559, 571, 572,
    ]

    /// Whether a hyphen before it joins it to a number, as `550-5.1.1` does not.
    private static func isDatePart(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index - 1] == 0x2D, index >= 2, isDigit(bytes[index - 2]) else { return false }
        var start = index - 1
        while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
        return index - 1 - start != 3
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
