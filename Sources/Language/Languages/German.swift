extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let german = LanguageProfile(
        language: "de",
        sample: """
            der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
            hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur
            bis mehr durch man sein wurde sei wenn ich wir ihr mein meine meinen meiner ihre ihren ihnen uns euch mich
            mir dich dir kein keine keinen schon immer wieder hier dort jetzt dann weil was wer wo wann warum welche
            können kann muss möchte soll sollte würde bitte danke sehr gut heute morgen gestern woche tage zwei drei
            gibt gegen unter ohne zwischen nichts alles etwas jemand niemand doch mal ja nein leider gerne vielleicht
            seit ob damit dazu darüber guten tag, ich möchte gerne wissen, wann meine bestellung ankommt. vielen dank
            für ihre hilfe. ich habe noch nichts erhalten und niemand hat auf meine e-mail geantwortet. könnten sie mir
            bitte sagen, wo das paket ist? es tut mir leid, dass ich noch einmal schreibe, aber ich warte immer noch.
            der karton war beschädigt und eine tasse fehlt. ich will es nicht behalten, kann ich es zurückschicken und
            mein geld zurückbekommen? meine karte wurde zweimal belastet. ich kann mich nicht anmelden, ich habe mein
            passwort vergessen. das ist wirklich ärgerlich. wir sind mit allem sehr zufrieden, der wasserkocher
            funktioniert und sieht schön aus. wie viel kostet das? gibt es das auch in blau? um wie viel uhr öffnen sie
            morgen früh? gestern habe ich in ihrem geschäft angerufen, aber es war besetzt. mit der rechnung stimmt
            etwas nicht, die adresse ist falsch. mit freundlichen grüßen, liebe grüße, guten abend, sehr geehrte damen
            und herren, hallo. ich brauche es bis freitag zum geburtstag meiner tochter. bitte stornieren sie meine
            bestellung. passt das in den ofen? man hat mir gesagt, dass mich diese woche jemand zurückruft. das gerät
            ist kaputt und läßt sich nicht mehr einschalten, schicken sie mir ein neues.
            """)
}
