import Testing

@testable import intake

@Suite struct SubjectLineTests {
    @Test(arguments: [
        ("Re: My order", "My order"), ("RE: Fwd: AW: My order", "My order"), ("Re[2]: My order", "My order"),
        ("Re: [CW-7K3F9QX] My order", "My order"), ("[CW-7K3F9QX] Re: My order", "My order"),
        ("TR : Ma commande", "Ma commande"), ("Recipe: bread", "Recipe: bread"), ("a\r\n b\tc", "a b c"),
        ("[urgent] Re: x", "[urgent] Re: x"),
    ])
    func theSubjectIsWhatThePersonWrote(subject: String, cleaned: String) {
        #expect(SubjectLine.cleaned(subject) == cleaned)
    }

    @Test func nothingIsNoSubject() {
        #expect(SubjectLine.cleaned("Re: ") == nil)
        #expect(SubjectLine.cleaned(" \n") == nil)
        #expect(SubjectLine.standIn(for: "\n\n  Hello there \nmore") == "Hello there")
    }

    @Test func referencesAreFoundWhereverTheyStand() {
        #expect(Reference.all(in: "Re: [cw-7k3f9qx] and CW-2222222, CW-7K3F9QX!") == ["CW-7K3F9QX", "CW-2222222"])
        #expect(Reference.all(in: "CW-1234567 CW-7K3F9Q CW-7K3F9QXX XCW-7K3F9QX") == [])
    }
}
