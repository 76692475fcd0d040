import Testing

@testable import Casework

@Suite struct VoucherCodeTests {
    @Test(arguments: [
        ("Ihr Gutschein über 5 EUR ist HT-5521.", 500), ("Your voucher of 7.50 EUR: LID-77A2-Q", 750),
        ("Voici votre bon d'achat de 5 € : MERCI25.", 500), ("Su vale de 10 EUR es GRACIAS-10.", 1000),
    ])
    func aCodeGivesTheVoucher(text: String, cents: Int64) {
        #expect(VoucherCode.sums(in: text) == [.money(minor: cents, currency: "EUR")])
    }

    @Test func theCodeMayStandOnALineOfItsOwn() {
        #expect(
            VoucherCode.sums(in: "Here is your voucher of 5 EUR:\n\nHT-5521\n\nKind regards\nNora") == [
                .money(minor: 500, currency: "EUR")
            ])
        #expect(VoucherCode.sums(in: "Der Gutscheincode lautet DANKE2026.") == [nil])
    }

    @Test(arguments: [
        "We will send the voucher of 5 EUR on Friday.", "The voucher for your order HT-5521 comes on Friday.",
        "Your voucher (CW-7F3K2M) is on its way.", "Your order HT-5521 has left. A voucher follows.",
        "> Your voucher is HT-5521.", "You may use the voucher in 2026, also for a DVD.",
    ])
    func otherNumbersGiveNone(text: String) {
        #expect(VoucherCode.sums(in: text).isEmpty)
    }
}
