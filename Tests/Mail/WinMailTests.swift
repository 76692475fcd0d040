import Testing

@testable import Mail

@Suite struct WinMailTests {
    @Test func filesAreTakenOut() throws {
        let mail = try mail(
            attribute(2, 0x0006_9002, []) + attribute(2, 0x0001_8010, Array("lid.txt\0".utf8))
                + attribute(2, 0x0006_800F, Array("hello".utf8)))
        #expect(mail.attachments.map(\.name) == ["lid.txt"])
        #expect(mail.attachments.first?.content == Array("hello".utf8))
    }

    @Test func theTextAndLongNamesArePropertiesInUnicode() throws {
        let name = properties([(0x3707_001F, "Grüße.pdf"), (0x370E_001F, "application/pdf")])
        let text = properties([(0x1000_001F, "It leaks.")])
        let mail = try mail(
            attribute(1, 0x0006_9003, text)
                + attribute(2, 0x0006_9002, []) + attribute(2, 0x0006_800F, Array("hello".utf8))
                + attribute(2, 0x0006_9005, name))
        #expect(mail.words == "It leaks.")
        #expect(mail.attachments.map(\.name) == ["Grüße.pdf"])
        #expect(mail.attachments.map(\.mediaType) == ["application/pdf"])
    }

    @Test func whatEndsTooSoonIsAttachedAsWell() throws {
        var bytes = attribute(2, 0x0006_9002, []) + attribute(2, 0x0006_800F, Array("hello".utf8))
        bytes.removeLast(1)
        #expect(try mail(bytes).attachments.map(\.name).contains("winmail.dat"))
        #expect(WinMail([0x78, 0x9F]) == nil)
    }

    @Test func propertiesThatLieAboutTheirLengthEndTheList() {
        var lie = little(3, 4)
        lie += little(0x1000_001E, 4)
        lie += little(1, 4)
        lie += little(0xFFFF_FFFF, 4)
        #expect(Array(MAPIProperties(lie[...])).isEmpty)
    }

    // MARK: Outlook's own format

    /// The example of MS-OXRTFCP, section 4.1.
    private static let packed: [UInt8] = [
        0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0, 0x0A, 0, 0x72, 0x63,
        0x70,
        0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0, 0x20, 0x62, 0x77, 0x05, 0xB0,
        0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
    ]

    @Test func packedTextIsUnpacked() throws {
        let rtf = try #require(RichText.unpacked(Self.packed[...], limit: 1000))
        #expect(String(decoding: rtf, as: UTF8.self) == #"{\rtf1\ansi\ansicpg1252\pard hello world}"# + "\r\n")
        #expect(RichText.unpacked(Self.packed[...], limit: 10) == nil)
        #expect(RichText.unpacked(Self.packed.prefix(15), limit: 1000) == nil)
        // What breaks off is read as far as it goes.
        for length in 16..<Self.packed.count {
            let part = try #require(RichText.unpacked(Self.packed.prefix(length), limit: 1000))
            #expect(rtf.starts(with: part))
        }
    }

    @Test func aTextInOutlooksOwnFormatIsReadWhereThereIsNoOther() throws {
        let property = little(1, 4) + little(0x1009_0102, 4) + little(1, 4) + little(Self.packed.count, 4)
        let padding = [UInt8](repeating: 0, count: (4 - Self.packed.count % 4) % 4)
        let mail = try mail(attribute(1, 0x0006_9003, property + Self.packed + padding))
        #expect(mail.words == "hello world")
        #expect(mail.attachments.isEmpty)
        let broken = try self.mail(attribute(1, 0x0006_9003, property + Self.packed.map { $0 ^ 0x55 } + padding))
        #expect(broken.attachments.map(\.name) == ["winmail.dat"])
    }

    private func read(_ rtf: String) -> String? {
        RichText(Array(rtf.utf8), limit: 10_000).map { String(decoding: $0.text, as: UTF8.self) }
    }

    @Test func formatsFontsAndPicturesAreNoText() {
        #expect(
            read(
                #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator Riched20;}"#
                    + #"\pard It \b leaks\b0 .\par{\pict 89504e47}Gr\u252\'fc\'dfe\line a\~b \{c\} \u-10179?\u-8704?}"#)
                == "It leaks.\nGrüße\na\u{A0}b {c} 😀")
        #expect(read(#"{\rtf1\ansicpg932 \'93\'fa\'96\'7b}"#) == "日本")
        #expect(read("hello") == nil)
        #expect(read(#"{\rtf1 }}}}\'"#) == "")
    }

    @Test func htmlThatWasWrittenDownIsTurnedBack() throws {
        let rtf =
            #"{\rtf1\ansi\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 It leaks \'96 again."#
            + #"{\*\htmltag84 <b>}\htmlrtf \b\htmlrtf0 Now{\*\htmltag92 </b>}\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}"#
            + #"{\*\mhtmltag84 <i>}}"#
        let rich = try #require(RichText(Array(rtf.utf8), limit: 10_000))
        #expect(rich.isHTML)
        #expect(String(decoding: rich.text, as: UTF8.self) == "<p>It leaks – again.<b>Now</b></p>")
    }

    @Test func hostileFormatsEndSoon() {
        let deep = Array(#"{\rtf1"#.utf8) + [UInt8](repeating: UInt8(ascii: "{"), count: 3_000_000)
        #expect(RichText(deep, limit: 10_000)?.text.isEmpty == true)
        let long = Array(#"{\rtf1 "#.utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 3_000_000)
        #expect(RichText(long, limit: 10_000).map { $0.text.count == 10_000 } == true)
        // A number of many digits is no number.
        #expect(read(#"{\rtf1 \u99999999999999999999?x}"#)?.hasSuffix("x") == true)
    }

    // MARK: Outlook's side

    private func mail(_ attributes: [UInt8]) throws -> ParsedMail {
        var mail = Array("From: a@b.example\nContent-Type: application/ms-tnef; name=winmail.dat\n\n".utf8)
        mail += little(0x223E_9F78, 4) + little(1, 2) + attributes
        return try MailParser.parse(mail)
    }

    private func attribute(_ level: Int, _ identifier: Int, _ value: [UInt8]) -> [UInt8] {
        var bytes = little(level, 1)
        bytes += little(identifier, 4)
        bytes += little(value.count, 4)
        bytes += value
        let sum: Int = value.reduce(0) { $0 + Int($1) }
        return bytes + little(sum & 0xFFFF, 2)
    }

    /// Texts by property tag, as UTF-16.
    private func properties(_ texts: [(tag: Int, text: String)]) -> [UInt8] {
        var list = little(texts.count, 4)
        for property in texts {
            var value: [UInt8] = []
            for unit in property.text.utf16 { value += little(Int(unit), 2) }
            value += [0, 0]
            list += little(property.tag, 4)
            list += little(1, 4)
            list += little(value.count, 4)
            list += value
            list += [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
        }
        return list
    }

    private func little(_ number: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(number >> ($0 * 8) & 0xFF) }
    }
}
