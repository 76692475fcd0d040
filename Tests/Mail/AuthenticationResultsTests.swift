import Testing

@testable import Mail

@Suite struct AuthenticationResultsTests {
    @Test func methodsAndResultsAreRead() throws {
        let field = try #require(
            AuthenticationResults(
                """
                MX.hearth.example 1; spf=pass (sender; IP is 192.0.2.1) smtp.mailfrom=customer.example;
                 dkim=fail reason="bad; signature" header.d=other.example; dkim=pass header.d=customer.example; dmarc=pass
                """))
        #expect(field.server == "mx.hearth.example")
        #expect(field.results == ["spf": "pass", "dkim": "pass", "dmarc": "pass"])
    }

    @Test(arguments: ["", ";", "spf=pass", "  "])
    func aFieldWithoutAServerSaysNothing(_ field: String) {
        #expect(AuthenticationResults(field) == nil)
    }

    @Test func onlyTrustedServersAreBelievedAndTheNewestWordCounts() {
        let fields = [
            AuthenticationResults(server: "mx.hearth.example", results: ["dkim": "fail"]),
            AuthenticationResults(server: "evil.example", results: ["dmarc": "pass"]),
            AuthenticationResults(server: "mx.hearth.example", results: ["dkim": "pass", "spf": "pass"]),
        ]
        let account = AuthenticationResults.trusted(fields, servers: ["MX.Hearth.example"])
        #expect(account?.results == ["dkim": "fail", "spf": "pass"])
        #expect(AuthenticationResults.trusted(fields, servers: []) == nil)
    }
}
