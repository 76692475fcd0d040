/// What is said that should not be, and what should be said and is looked for, in German.
extension PhraseBook {
    static let germanHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "Etwas geht immer: Nennen Sie es. \"Den blauen kann ich nicht mehr liefern; ich erstatte ihn oder schicke den "
                + "grünen, ganz wie Sie möchten.\"",
            """
            {we} kann|koennen ~4 nichts ~2 tun|machen|unternehmen|aendern|anbieten
            kann|koennen {we} ~4 nichts ~3 tun|machen|unternehmen|aendern|anbieten
            da laesst sich ~2 nichts
            nichts ~1 zu machen
            nichts machen
            {we} kann|koennen ihnen ~3 nicht ~2 helfen|weiterhelfen
            kann|koennen {we} ihnen ~3 nicht ~2 helfen|weiterhelfen
            fall|angelegenheit|thema|vorgang ist ~3 abgeschlossen|erledigt|beendet
            entscheidung|sie ~1 ist endgueltig
            keine ausnahme*
            pech gehabt
            keine weiteren antworten|nachrichten
            """,
            unless: "{sie} muessen|brauchen ~3 nichts"),
        PhraseTable(
            .refusal,
            """
            {we} kann|koennen ~6 nicht|keine|keinen|kein ~3 erstatten|ersetzen|umtauschen|tauschen|stornieren|aendern|annehmen|reparieren|liefern|senden|schicken|zuruecknehmen|anbieten|gewaehren
            kann|koennen {we} ~6 nicht|keine|keinen|kein ~3 erstatten|ersetzen|umtauschen|tauschen|stornieren|aendern|annehmen|reparieren|liefern|senden|schicken|zuruecknehmen|anbieten|gewaehren
            ist|sind ~3 nicht ~1 moeglich|erlaubt|vorgesehen|lieferbar|verfuegbar
            leider nicht ~1 moeglich|lieferbar
            unmoeglich
            nicht mehr ~1 lieferbar|verfuegbar|vorraetig|hergestellt|moeglich
            ausverkauft
            das|dies|es geht ~2 nicht
            abgelehnt
            {we} muss|muessen ~4 ablehnen
            """,
            unless: "falls|wenn|sollte ~5 nicht ~1 moeglich|lieferbar"),
        PhraseTable(
            .falseCertainty,
            advice:
                "Sagen Sie, was Sie wissen und wann Sie mehr wissen: \"Der Paketdienst rechnet mit Freitag; ich sehe am "
                + "Freitagabend nach und schreibe Ihnen.\"",
            """
            {we} garantiere|garantieren
            garantiert ~3 ankommen|kommen|an|da|funktionier*|geliefert|morgen|nie
            definitiv|garantiert|hundertprozentig ~3 ankommen|kommen|funktionieren|nie|morgen|da|sein|klappen
            kommt|kommen|wird|ist|sind ~3 definitiv|garantiert|hundertprozentig|hundertpro
            {we} verspreche|versichere|versprechen|versichern ihnen ~~2 dass|das
            mit sicherheit
            ganz sicher ~2 ankommen|kommen|da
            100 #percent ~2 sicher
            100 prozentig
            kommt|wird|passiert ~2 nie|nicht wieder ~2 vor|vorkommen|passieren
            nie wieder ~2 vorkommen|passieren|vor
            auf jeden fall ~3 ankommen|kommen|da|funktionieren
            ohne jeden zweifel
            zweifellos
            {sie} koennen sich ~2 darauf verlassen
            """,
            unless: "nicht ~2 garantieren|versprechen"),
        PhraseTable(
            .internalLeak,
            advice:
                "Lassen Sie weg, was nur uns angeht: Systeme, Notizen, Stufen, Margen. Sagen Sie, was es für den Kunden "
                + "bedeutet.",
            """
            intern ~1 notiz|vermerk|hinweis
            interne|interner|internen|internes ~1 notiz|vermerk|hinweis|system|richtlinie|anweisung|prozess|ticket|gebrauch
            nur intern
            nicht an ~2 kunden ~2 weitergeben|senden|schicken
            dem kunden nicht|nichts ~2 sagen|mitteilen
            second|first level
            level 1|2|3
            unser crm|erp|backend|server
            unsere ~1 datenbank|marge|margen|einkaufspreise
            unserem ~1 crm|erp|server
            unserer ~1 datenbank|marge
            rueckstau
            stack trace
            fehlercode
            einkaufspreis
            kundenwert
            schwieriger|problematischer kunde
            vip kunde
            als ki
            sprachmodell
            lorem ipsum
            todo
            ein|eines|einem anderer|anderen kunde|kunden namens|adresse|name
            """),
    ]

    static let germanSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            tut ~2 leid
            entschuldig*
            bitte ~3 verzeihung
            verzeih*
            {we} ~1 verstehe|verstehen|sehe|sehen ~~3 dass|wie|warum|{feelings}
            verstehe|verstehen|sehe {we} ~~3 dass|wie|warum|{feelings}
            kann|koennen {we} ~4 verstehen|nachvollziehen
            {we} kann|koennen ~5 verstehen|nachvollziehen
            ist|war ~3 {feelings}
            ihr|ihre|ihren ~1 {feelings}
            bedauer*
            mit recht
            zu recht
            nicht ~2 was {sie} erwart*
            so ~2 nicht ~2 sein|passieren|laufen
            """),
        PhraseTable(
            .offer,
            """
            {we} kann|koennen ~3 !nicht|nichts|keine
            kann|koennen {we} ~3 !nicht|nichts|keine
            stattdessen
            alternativ
            moechten {sie}
            {sie} koennen
            koennen {sie}
            wenn|falls {sie} ~3 moechten|wuenschen|wollen
            {we} biete|bieten ~2 ihnen
            biete|bieten {we}
            gern|gerne
            {we} erstatte|erstatten|sende|senden|schicke|schicken|ersetze|ersetzen
            schreiben|sagen {sie} {we}|mir|uns
            ganz wie {sie}
            """),
        PhraseTable(
            .news,
            """
            {we} {have} ~5 gefragt|gefunden|gehoert|geprueft|erhalten|erfahren|gesprochen|verschickt|erreicht|bestellt|geschrieben|erstattet|gebucht|nachgefragt|angerufen|gebeten|beauftragt|entdeckt
            {have} {we} ~5 gefragt|gefunden|gehoert|geprueft|erhalten|erfahren|gesprochen|verschickt|erreicht|bestellt|geschrieben|erstattet|nachgefragt|angerufen|gebeten
            hat|haben ~6 bestaetigt|geantwortet|mitgeteilt|gefunden|gemeldet|verlassen|zugesagt|gesagt|begonnen|gescannt
            wurde|wurden|ist|sind ~5 gefunden|verschickt|gesehen|gescannt|unterwegs|eingetroffen|angekommen|versandt|repariert|uebergeben
            {others} ~1 rechnet|meldet|schreibt|sagt|sucht|erwartet
            """),
        PhraseTable(
            .awaited,
            """
            {we} warte|warten ~3 auf
            warte|warten {we} ~3 auf
            antwort|rueckmeldung|ergebnis|bericht|bestaetigung ~1 des|der|von|vom
            steht ~4 aus
            es fehlt ~2 noch
            """),
        PhraseTable(.courtesyQuestion, "noch etwas\nwie geht\nweitere fragen\nsonst ~2 helfen\nnoch ~3 helfen"),
        PhraseTable(
            .furtherQuestion,
            "und|oder was|wann|wo|welche|welcher|welches|wie|wer|warum|haben|hat|ist|sind|koennen|ob|war|wurde\n, was|wann|wo|welche|welcher|wie|wer|warum",
            unless: "und|oder wie auch"),
    ]
}
