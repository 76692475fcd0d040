/// How a customer is spoken to, in German.
extension PhraseBook {
    static let germanConduct: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Sagen Sie, was geschehen ist und was Sie jetzt tun, ohne auf den Kunden zu zeigen: \"Die Bestellung ging an "
                + "die erste Adresse; ich ändere sie jetzt.\"",
            """
            haetten {sie} ~6 muessen|sollen|koennen|lesen|pruefen
            {sie} haetten|haettest ~6 muessen|sollen|koennen
            {sie} {have}|hast|habt ~4 vergessen|versaeumt|uebersehen|missverstanden|verwechselt
            {have} {sie} ~4 versaeumt|uebersehen|missverstanden
            {sie} ~1 haben|hast ~4 falsch|fehlerhaft|unvollstaendig|fahrlaessig ~2 {done}
            {sie} haben|hast ~3 nicht ~2 gelesen|beachtet|befolgt|angegeben|mitgeteilt|bezahlt|geprueft|verstanden
            {sie} haben|hast ~4 beschaedigt|kaputtgemacht|zerbrochen|verursacht|verschuldet|fallen
            {sie} haben es ~2 versaeumt
            {sie} haben|hast ~3 falschen|falsche|falsches|verkehrten|verkehrte ~2 {done}
            {sie} sind|bist ~2 schuld|verantwortlich|selbstverschuldet
            {sie} irren|taeuschen sich
            ihr|ihre|ihrem|ihren|ihres|dein|deine eigen* schuld|fehler|verschulden|verantwortung|versaeumnis
            ihr|ihre|ihrem|ihren|ihres|deine|dein ~1 schuld|fehler|versaeumnis|nachlaessigkeit|unachtsamkeit|verschulden|fehlverhalten|irrtum
            selbst schuld|schuldig|verschuldet
            selber schuld
            schuld|fehler liegt|lag ~2 bei ihnen|dir
            weil {sie} ~6 nicht|falsch|vergessen
            da {sie} ~5 nicht|falsch|vergessen
            wenn {sie} ~6 haetten
            haetten {sie} ~7 waere|haette|dann
            aufgrund|wegen ihrer|ihres falsch*|fehlerhaft*|unvollstaendig*|nachlaessig*|unsachgemaess*
            unsachgemaesse* handhabung|gebrauch|nutzung|verwendung|behandlung
            naechstes mal ~4 {sie}|bitte
            kuenftig ~3 {sie} besser|genauer|sorgfaeltiger
            bedienungsfehler|anwenderfehler|benutzerfehler
            """,
            unless: """
                nicht|kein|keine|keinen|keinesfalls|nie ~3 schuld|fehler|verschulden|versaeumnis|irrtum|verantwortlich
                wenn|falls|sollten|ob {sie} ~8 haben|vergessen|uebersehen|uebersehen
                haetten {sie} ~3 gern|gerne|lieber|fragen
                haetten {sie} nicht ~4 muessen|sollen
                haben {sie} nichts ~2 uebersehen|vergessen|versaeumt
                {sie} haben nichts
                haetten {sie} ~4 erhalten|hoeren|bekommen ~1 muessen|sollen
                {sie} haetten ~4 erhalten|hoeren|bekommen ~1 muessen|sollen
                nicht ~1 weil {sie}
                unsachgemaesse* ~2 ausgenommen
                """),
        PhraseTable(
            .blameOther,
            advice:
                "Der Kunde hat sich an uns gewandt, also ist es unsere Sache: \"Das Paket ging unterwegs verloren; ich schicke "
                + "heute ein neues.\"",
            """
            schuld|fehler|versagen|versaeumnis|verschulden ~2 {others}
            {others} ist ~2 schuld|verantwortlich
            {others} ~4 verschlampt|vermasselt|versagt|gepfuscht|geschlampt|verbockt|verloren|unfaehig|unzuverlaessig|vergessen|uebersehen
            {others} hat|haben ~4 beschaedigt|falsch|fehler
            {others} haette|haetten ~4 muessen|sollen
            nicht ~1 unsere|meine|unser|mein ~1 schuld|fehler|verantwortung|verschulden
            dafuer ~2 nicht|nichts verantwortlich|koennen|haften
            dafuer koennen wir nichts
            {we} kann|koennen nichts dafuer
            {we} koennen|kann dafuer nichts
            nicht in unserer hand|macht
            ausserhalb unseres einflusses|einflussbereichs
            haben ~2 nichts ~1 zu tun
            wenden {sie} sich ~2 an den|die paketdienst|zusteller|hersteller|post|bank
            """),
        PhraseTable(
            .confrontation,
            advice:
                "Bleiben Sie ruhig und auf der Seite des Kunden: Antworten Sie in der Sache und sagen Sie, was als Nächstes "
                + "geschieht.",
            """
            wie ~1 bereits|schon|mehrfach|oben ~2 gesagt|erwaehnt|erklaert|geschrieben|mitgeteilt|erlaeutert|dargelegt
            wie {we} ~4 bereits|schon|mehrfach ~2 gesagt|erwaehnt|erklaert|geschrieben|mitgeteilt|erlaeutert
            {we} {have} ~2 bereits|schon|mehrfach ~2 gesagt|erwaehnt|erklaert|mitgeteilt|erlaeutert
            wie oft ~2 noch
            beruhigen {sie}
            maessigen {sie}
            ihr ton|tonfall|verhalten|benehmen
            ihren ton
            achten {sie} auf ~1 ton|wortwahl
            hoeren {sie} ~1 auf
            unterlassen {sie}
            bei allem respekt
            was erwarten {sie}
            was ~1 haben {sie} ~1 erwartet
            offensichtlich haben|sind {sie}
            {sie} haben|sind ~1 offensichtlich|offenbar|anscheinend
            haben {sie} ~3 ueberhaupt ~3 gelesen|geschaut|geprueft
            ist ~2 so schwer|schwierig
            glueckwunsch ~1 dass
            herzlichen glueckwunsch zu ~3 fehler|beschwerde
            das weiss doch jeder|jedes
            jeder weiss
            jedes kind weiss
            jedes kind
            unverschaemt*
            laecherlich*
            unsinn
            unbegruendet*
            haltlos*
            unberechtigt*
            bloedsinn
            quatsch
            {sie} luegen|uebertreiben
            {sie} behaupten
            ihre angebliche|angeblichen|sogenannte
            ihr angeblich*
            {we} weise|weisen ~5 zurueck
            {we} verbitte|verbitten
            {we} weigere|weigern
            {we} lasse|lassen ~4 nicht ~3 gefallen
            {we} diskutiere|diskutieren ~3 nicht
            {we} glaube|glauben ihnen ~2 nicht
            rechtliche schritte
            unser anwalt|anwaelte|rechtsanwalt
            verschwenden {sie}
            unsere zeit
            lesen {sie} ~3 erst|richtig|genau|nochmal|einmal|endlich
            {sie} muessen ~2 richtig lesen
            schoen dass {sie} ~3 endlich
            na dann
            beweisen {sie}
            """),
        PhraseTable(
            .dismissive,
            advice:
                "Nehmen Sie das Anliegen so ernst, wie der Kunde es nimmt: \"Danke, dass Sie uns das sagen. Ich sehe, wie sehr "
                + "das den Abend verdorben hat.\"",
            """
            nicht ~1 unser|mein problem|bier|sache
            das ist ihr problem
            {sie} sind|bist der|die einzige*|erste*
            sonst ~3 niemand|keiner|beschwert
            niemand sonst
            kein anderer kunde
            noch nie ~3 beschwert
            das ist nun mal|einmal
            ist ~1 nun mal
            so ist das ~1 eben|halt|nun
            ist ~1 halt|eben so
            halb so schlimm|wild
            nicht so schlimm|wild|tragisch
            stellen {sie} sich nicht
            kein grund ~2 aufregung|aerger|beschwerde|sorge|panik
            regen {sie} sich nicht
            nur|bloss ein|eine teller|kratzer|pfanne|tasse|glas|brett|kleinigkeit|lappalie
            lappalie
            {sie} muessen ~1 einfach|eben|halt
            {sie} muessen ~2 gedulden|warten|abfinden
            haben {sie} ~2 geduld
            gedulden {sie}
            muessen {sie} ~4 gedulden|warten|abfinden
            damit muessen {sie} leben
            regeln sind regeln
            vorschrift ist vorschrift
            {we} haben ~2 wichtigeres|viel
            {we} bekomme|bekommen ~3 viele mails|beschwerden
            wichtigere ~1 dinge|faelle|anliegen
            steht ~2 auf ~2 website|webseite|homepage|internetseite
            nicht zustaendig
            finden {sie} selbst
            suchen {sie} selbst
            {sie} sollten froh
            seien {sie} froh
            das kommt ~1 vor
            kann ~2 mal ~1 passieren
            """,
            unless: """
                {sie} muessen nicht|nichts
                """),
    ]
}
