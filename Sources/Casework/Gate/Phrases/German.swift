extension PhraseBook {
    static let german = PhraseBook(
        classes: [
            "we": "ich|wir", "have": "habe|haben", "sie": "sie|du|ihr",
            "others":
                "paketdienst|paketbote|bote|fahrer|zusteller|lieferant|hersteller|dhl|ups|hermes|dpd|gls|post|bank|spediteur|kollege|kollegin|kollegen|lager|abteilung|team|system|vorgaenger|vorgaengerin",
            "done":
                "eingegeben|angegeben|bestellt|ausgefuellt|verstanden|bedient|gelesen|benutzt|verwendet|ausgewaehlt|gewaehlt|adressiert|behandelt|gehandelt|gemacht",
            "feelings": "aerger*|veraerger*|enttaeusch*|frust*|sorge*|unangenehm|aergerlich|muehsam|belastend|schwer",
        ], germanConduct + germanHonesty + germanSigns + germanPromises)

    private static let germanConduct: [PhraseTable] = [
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

    private static let germanHonesty: [PhraseTable] = [
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
            {we} verspreche|versichere|versprechen|versichern ihnen ~2 dass|das
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

    private static let germanSigns: [PhraseTable] = [
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

    private static let germanPromises: [PhraseTable] =
        [
            promise(
                .refund, "erstatte|erstatten|ueberweise|ueberweisen|zurueckzahlen|zurueckerstatten|zurueckueberweisen"),
            promise(.replacement, "ersetze|ersetzen|tausche|tauschen|umtauschen|austauschen"),
            promise(
                .delivery,
                "sende|senden|schicke|schicken|liefere|liefern|versende|versenden|zusenden|zuschicken|nachliefern|losschicken|verschicken|verschicke"
            ),
            promise(
                .contact,
                "melde|melden|schreibe|schreiben|antworte|antworten|beantworte|beantworten|informiere|informieren|benachrichtige|benachrichtigen|rufe|rufen|anrufen|zurueckrufen|mitteilen|zurueckmelden"
            ),
            promise(
                .check,
                "pruefe|pruefen|klaere|klaeren|frage|fragen|kuemmere|kuemmern|nachsehen|nachfragen|untersuche|untersuchen|ueberpruefe|ueberpruefen|suche|suchen|nachforschen"
            ),
            promise(
                .action,
                "repariere|reparieren|aendere|aendern|storniere|stornieren|behebe|beheben|korrigiere|korrigieren|organisieren|organisiere|veranlasse|veranlassen|bestelle|bestellen|loesen"
            ),
            PhraseTable(
                .promise(.contact),
                """
                {we} gebe|geben ~5 bescheid
                gebe|geben {we} ~5 bescheid
                {we} halte|halten ~4 laufenden
                {we} komme|kommen ~4 auf sie ~1 zu
                {sie} hoeren ~6 uns|mir
                hoeren {sie} ~6 uns|mir
                """),
            PhraseTable(
                .promise(.delivery),
                """
                {sie} erhalten|bekommen ~3 !nicht
                erhalten|bekommen {sie}
                {sie} werden ~7 erhalten|bekommen
                paket|ersatz|bestellung|sendung|lieferung|ersatzlieferung kommt|trifft|geht|wird|verlaesst|erreicht
                """,
                unless: """
                    wenn|falls|sobald|dass|ob|die|den|das {sie} ~7 erhalten|bekommen
                    {have} {sie} ~4 erhalten|bekommen
                    {sie} {have} ~6 erhalten|bekommen
                    erhalten|bekommen {sie} ~5 nachricht|mail|umfrage|bestaetigung
                    """),
            PhraseTable(
                .promise(.refund),
                """
                geld|erstattung|betrag|rueckzahlung ~2 kommt|wird|geht|trifft
                {sie} erhalten|bekommen ~5 erstattung|geld|betrag
                """),
            PhraseTable(
                .grant(.refund),
                """
                {we} {have} ~8 erstattet|ueberwiesen|zurueckgezahlt
                {have} {we} ~8 erstattet|ueberwiesen|zurueckgezahlt
                """),
            PhraseTable(
                .grant(.credit),
                """
                {we} biete|bieten|schenke|schenken|gebe|geben|gewaehre|gewaehren ~7 gutschein|gutschrift|guthaben
                biete|bieten|schenke|schenken|gebe|geben|gewaehre|gewaehren {we} ~7 gutschein|gutschrift|guthaben
                als ~3 gutschein|gutschrift|guthaben
                {we} schreibe|schreiben ~6 gut $
                """),
            PhraseTable(
                .grant(.discount),
                """
                {we} biete|bieten|gebe|geben|gewaehre|gewaehren ~7 rabatt|nachlass|preisnachlass|ermaessigung
                biete|bieten|gebe|geben|gewaehre|gewaehren {we} ~7 rabatt|nachlass|preisnachlass|ermaessigung
                {sie} bekommen|erhalten ~6 rabatt|nachlass
                """),
            PhraseTable(.continuation, "^ es|er|sie|das|dies|diese|dieser|der"),
            PhraseTable(
                .due,
                """
                innerhalb|binnen|in ~3 #num ~1 werktag*|arbeitstag*|geschaeftstag*|tag*|stunde*|woche*|minuten|monat*
                innerhalb|binnen|in ~2 #num ~2 #num werktag*|arbeitstag*|tag*|stunde*|woche*
                innerhalb|binnen ~1 eines|einer|der ~2 tages|stunde|woche|tag*|werktag*
                bis|am|vor|an|ab|spaetestens|zum ~3 #weekday
                bis|am|vor|ab|zum|spaetestens ~3 #num #month
                bis|am|vor|ab|zum|spaetestens ~3 #date
                #num #month
                #date
                bis|um|vor #time
                bis|um|vor #num uhr
                bis ~3 mittag|abend|heute|morgen|ende
                bis ~1 ende der|des|dieser ~1 woche|tages|monats
                heute
                morgen ~1 mittag|abend|vormittag|frueh|nachmittag
                morgen
                naechste|naechsten|diese|kommende|kommenden woche|#weekday
                jeden|an jedem werktag|tag|morgen|abend
                werktags
                sofort
                taggleich
                """,
                unless: "guten|heutige morgen\nbis heute ~3 nicht|keine"),
        ]

    private static func promise(_ kind: PromiseKind, _ verbs: String) -> PhraseTable {
        PhraseTable(
            .promise(kind),
            """
            {we} \(verbs)
            \(verbs) {we}
            {we} werde|werden ~7 \(verbs)
            werde|werden {we} ~7 \(verbs)
            {we} ~9 und \(verbs) ihnen|sie|es|sich|mich|uns|dir|ihn|den|die|das
            {we} ~~9 und ~8 \(verbs) $
            wird|werden ~7 ersetzt|erstattet|geliefert|verschickt|repariert|behoben|beantwortet
            """,
            unless: """
                {we} schreibe|schreiben ihnen weil|um|wegen|da|heute
                {we} ~~9 und ~~8 zu \(verbs)
                {we} werde|werden ~4 nicht|nie|keine|keinen|niemals ~6 \(verbs)
                {we} \(verbs) ~4 nicht|nie|keine|keinen|niemals
                {we} kann|koennen|moechte|moechten|darf|duerfen|muss|muessen|hoffe|hoffen ~~9 \(verbs)
                kann|koennen|moechte|moechten|darf|duerfen|muss|muessen {we} ~~9 \(verbs)
                schreibe|schreiben|sende|senden|schicke|schicken|antworte|antworten sie
                {we} frage|fragen ~2 uns|sie|nach
                dass {we} ~9 \(verbs)
                """)
    }
}
