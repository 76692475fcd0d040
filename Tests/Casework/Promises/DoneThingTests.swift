import Testing

@testable import Casework

@Suite struct DoneThingTests {
    @Test(arguments: [
        (
            PromiseKind.delivery, "You will have the photographs tomorrow.",
            "Dear Ann, we have sent you the photographs this morning."
        ),
        (.delivery, "We will send you a new lid by Friday.", "The lid was shipped today, and it is with the carrier."),
        (.delivery, "We will send the photos by Friday.", "I sent the photo just now."),
        (.delivery, "Wir schicken Ihnen die Rechnung bis Freitag.", "Die Rechnung haben wir Ihnen heute zugeschickt."),
        (.delivery, "Nous vous enverrons la facture vendredi.", "Nous vous avons envoyé la facture ce matin."),
        (.delivery, "Le enviaremos la factura el viernes.", "Hoy le hemos enviado la factura."),
        (.check, "We will check the glaze by Friday.", "We have checked the glaze: it is free of lead."),
        (.action, "We will repair the handle by Friday.", "Your handle is repaired."),
        (.action, "Wir korrigieren die Adresse bis Freitag.", "Wir haben die Adresse korrigiert."),
    ]) func isTold(_ kind: PromiseKind, _ what: String, _ text: String) {
        #expect(DoneThing.isTold(kind, what, in: text))
    }

    @Test(arguments: [
        (PromiseKind.delivery, "You will have the photographs tomorrow.", "You will have the photographs tomorrow."),
        (.delivery, "You will have the photographs tomorrow.", "We have not sent the photographs yet."),
        (.delivery, "You will have the photographs tomorrow.", "Once we have sent the photographs, you hear from us."),
        (.delivery, "You will have the photographs tomorrow.", "Were the photographs sent?"),
        (
            .delivery, "You will have the photographs tomorrow.",
            "We have sent your question about the photographs to the maker."
        ),
        (.delivery, "You will have the photographs tomorrow.", "We have sent you the invoice this morning."),
        (.delivery, "You will have the photographs tomorrow morning.", "We have sent you the invoice this morning."),
        (
            .delivery, "You will have the photographs tomorrow.",
            "> We have sent you the photographs.\n\nThat is what they wrote."
        ),
        (.delivery, "Wir schicken Ihnen die Rechnung bis Freitag.", "Die Rechnung haben wir noch nicht verschickt."),
        (.delivery, "Nous vous enverrons la facture vendredi.", "Nous n'avons pas encore envoyé la facture."),
        (.delivery, "Le enviaremos la factura el viernes.", "Todavía no hemos enviado la factura."),
        (.check, "We will check the glaze by Friday.", "We have sent the glaze to the workshop."),
        (.contact, "We will call you by Friday.", "We have sent you a call."),
        (.delivery, "We will send it by Friday.", "We have sent it."),
    ]) func isNotTold(_ kind: PromiseKind, _ what: String, _ text: String) {
        #expect(!DoneThing.isTold(kind, what, in: text))
    }
}
