import Crypto
import StageProtocol
import Testing

@testable import Casework

@Suite struct CaseLinkTests {
    private let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    private let link = CaseLink(
        ref: "CW-7K3F9QX", address: "Ann@Customer.example", made: Timestamp(milliseconds: 1_790_000_000_999))

    @Test func aLinkTellsCasePersonAndMoment() throws {
        let token = link.token(key: key)
        let read = try #require(CaseLink(token: token, key: key))
        #expect(read == link)
        #expect(read.ref == "CW-7K3F9QX")
        #expect(read.who == CaseLink.person("ann@customer.example"))
        #expect(read.made == Timestamp(milliseconds: 1_790_000_000_000))
        #expect(CaseLink(token: token.uppercased(), key: key) == link, "letter case is nobody's to keep")
    }

    @Test func itDoesNotSpellTheAddressOut() {
        #expect(!link.token(key: key).contains("ann") && !link.token(key: key).contains("@"))
    }

    @Test func nobodyElseCanMakeOne() {
        let token = link.token(key: key)
        #expect(CaseLink(token: token, key: SymmetricKey(size: .bits256)) == nil)
        for place in token.indices where token[place] != "." {
            var forged = token
            forged.replaceSubrange(place...place, with: token[place] == "a" ? "b" : "a")
            #expect(CaseLink(token: forged, key: key) == nil)
        }
        for kind in [SignedToken.Kind.customer, .staff, .vote] {
            let other = SignedToken(kind, "cw-7k3f9qx.\(link.who).zzzzzz").signed(with: key)
            #expect(CaseLink(token: other, key: key) == nil)
        }
    }

    @Test(arguments: ["", "cw-7k3f9qx", "cw-7k3f9qx.0123456789abcdef", "cw-7k3f9qx.short.zzzzzz", "a.b.c.d"])
    func whatIsNoLinkIsNone(subject: String) {
        #expect(CaseLink(token: SignedToken(.page, subject).signed(with: key), key: key) == nil)
    }

    @Test func itStandsInAMailAsAnAddress() {
        let token = link.token(key: key)
        #expect(
            link.url(at: "https://help.example/", language: "de", key: key) == "https://help.example/c/\(token)?lang=de"
        )
        #expect(link.url(at: "https://help.example", language: nil, key: key) == "https://help.example/c/\(token)")
    }
}
