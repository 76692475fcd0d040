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
