import Testing

@testable import Mail

@Suite struct AddressTests {
    @Test func addressesAreNormalised() {
        let address = MailAddress(address: " <Anna.Bell+Shop@EXAMPLE.Org> ")
        #expect(address.normalized == "Anna.Bell+Shop@example.org")
        #expect(address.comparable == "anna.bell+shop@example.org")
        #expect(address.tag == "Shop")
        #expect(address.withoutTag == "anna.bell@example.org")
        #expect(MailAddress(address: "anna@example.org").tag == nil)
    }

    @Test(arguments: ["a@b", "a.b+c@d-e.example", "x@[192.0.2.1]"])
    func goodAddressesAreDeliverable(_ address: String) { #expect(MailAddress(address: address).isDeliverable) }

    @Test(arguments: [
        "", "a", "@b", "a@", "a b@c.example", "a@b..c", "a@b\r\nRCPT TO:<x@y>", "ä@b.example", "a,b@c", "a>@b",
    ])
    func badAddressesAreNot(_ address: String) { #expect(!MailAddress(address: address).isDeliverable) }

    @Test func messageIdentifiersAreNormalised() {
        #expect(MessageID.normalized("  <Abc@Mail.Example> (comment)") == "Abc@Mail.Example")
        #expect(MessageID.normalized("abc@x") == "abc@x")
        #expect(MessageID.normalized("<>") == nil)
        #expect(MessageID.all(in: "<a@b>\r\n <c@d> <A@B>") == ["a@b", "c@d"])
        #expect(MessageID.all(in: (0..<500).map { "<\($0)@x>" }.joined(), limit: 3) == ["0@x", "498@x", "499@x"])
        #expect(!MessageID.isWellFormed("<a b@c>"))
    }

    @Test func datesGoRound() {
        for text in ["2000-05-19T01:13:19-04:00", "1969-12-31T23:59:59Z", "2024-02-29T12:00:00+05:30"] {
            #expect(MailDate(rfc3339: text)?.rfc3339 == text)
        }
        #expect(MailDate(rfc3339: "2024-13-01T00:00:00Z") == nil)
        #expect(MailDate(unixSeconds: 1_700_000_000).rfc3339 == "2023-11-14T22:13:20Z")
    }
}
