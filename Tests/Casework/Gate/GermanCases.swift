@testable import Casework

enum GermanCases {
    static let refused: [GateCase] = [
        GateCase("Sie hätten die Anleitung lesen müssen.", .blameCustomer),
        GateCase("Das ist leider Ihr eigenes Verschulden.", .blameCustomer),
        GateCase("Sie haben die Adresse falsch angegeben.", .blameCustomer),
        GateCase("Sie haben vergessen, den Code einzugeben.", .blameCustomer),
        GateCase("Der Paketdienst hat Ihr Paket verloren und ist daran schuld.", .blameOther),
        GateCase("Das ist nicht unsere Schuld.", .blameOther),
        GateCase("Wie ich Ihnen bereits erklärt habe, ist das Paket unterwegs.", .confrontation),
        GateCase("Beruhigen Sie sich bitte.", .confrontation),
        GateCase("Ihr Ton ist unangemessen.", .confrontation),
        GateCase("Das ist nun mal so.", .dismissive),
        GateCase("Sie sind der Einzige, der sich beschwert.", .dismissive),
        GateCase("Da müssen Sie sich eben noch gedulden.", .dismissive),
        GateCase("Ihre Bestellung ist unterwegs zu Ihnen.", .feelingsIgnored, mood: "angry"),
        GateCase("Da können wir leider nichts machen.", .deadEnd),
        GateCase("Die blaue Schale ist ausverkauft.", .deadEnd),
        GateCase(
            "Wie lautet Ihre Bestellnummer? Wann kam das Paket? Welcher Teller ist zerbrochen?", .tooManyQuestions),
        GateCase("Wir melden uns so bald wie möglich bei Ihnen.", .promiseWithoutDate),
        GateCase("Ich werde das für Sie klären.", .promiseWithoutDate),
        GateCase("Wir erstatten Ihnen 80,00 € innerhalb von 5 Werktagen.", .promiseBeyondAuthority),
        GateCase("Wir geben Ihnen 20 % Rabatt auf Ihre nächste Bestellung.", .promiseBeyondAuthority),
        GateCase("Das Paket kommt garantiert morgen an.", .falseCertainty),
        GateCase("Wir arbeiten noch an Ihrem Anliegen und bitten um etwas Zeit.", .hollowUpdate, purpose: "update"),
        GateCase("Der Vorgang liegt in unserem CRM.", .internalLeak),
    ]

    static let passed: [GateCase] = [
        GateCase("Es war richtig, dass Sie uns geschrieben haben."),
        GateCase("Das ist nicht Ihre Schuld."),
        GateCase("Falls Sie Ihr Passwort vergessen haben, können Sie auf der Kontoseite ein neues setzen."),
        GateCase(
            "Es tut mir leid, dass Sie so lange warten mussten. Das Geld ist seit Freitag unterwegs.", mood: "angry"),
        GateCase("Ich verstehe, dass Sie das Paket nicht erhalten haben und wie ärgerlich das ist.", mood: "upset"),
        GateCase("Wir schicken Ihnen bis Freitag, 27. November, eine neue Schale."),
        GateCase("Ich melde mich morgen bis 12 Uhr bei Ihnen."),
        GateCase("Wir erstatten Ihnen 39,90 € innerhalb von 5 Werktagen."),
        GateCase("Sie müssen nichts weiter tun."),
        GateCase("Den blauen Teller gibt es nicht mehr. Möchten Sie stattdessen den grünen?"),
        GateCase("Wie lautet Ihre Bestellnummer?"),
        GateCase("Der Paketdienst hat das Paket gefunden und rechnet mit Dienstag.", purpose: "update"),
        GateCase("Wir warten auf die Antwort der Werkstatt, die am Dienstag kommt.", purpose: "update"),
        GateCase("Die Pfanne hat zwei Jahre Garantie."),
        GateCase("Vielen Dank für Ihre freundlichen Worte über Frau Sommer."),
        GateCase("Sie haben nichts falsch gemacht."),
    ]
}
