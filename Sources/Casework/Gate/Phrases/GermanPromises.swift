/// What is promised, and until when, in German.
extension PhraseBook {
    static let germanPromises: [PhraseTable] =
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
                "pruefe|pruefen|klaere|klaeren|frage|fragen|kuemmere|kuemmern|nachsehen|nachfragen|untersuche|untersuchen|nachhaken|hake|haken|verfolge|verfolgen|bespreche|besprechen|ueberpruefe|ueberpruefen|suche|suchen|nachforschen"
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
                {sie} hoeren wieder
                {we} ~1 sage|sagen|geben|gebe ~4 bescheid
                sage|sagen {we} ~5 bescheid
                kommt|kommen|trifft|treffen|erhalten|bekommen|wird|werden ~6 bald|demnaechst|zeitnah|schnellstmoeglich|baldmoeglichst
                fachleute|spezialisten|experten|techniker|kollegen|mitarbeiter|team ~1 rufen|ruft|melden|meldet|kontaktieren|kontaktiert
                {we} mache|machen ~3 wieder gut
                mache|machen {we} ~3 wieder gut
                {sie} erhalten ~3 rueckmeldung|antwort|nachricht|rueckruf
                kollege|kollegin|mitarbeiter|mitarbeiterin|techniker|team|jemand ~2 ruft|meldet|kontaktiert|kommt ~3 an|sich|sie|vorbei|auf
                kollege|kollegin|mitarbeiter|mitarbeiterin|techniker|team|jemand wird ~5 anrufen|melden|kontaktieren|vorbeikommen|zurueckrufen
                {we} komme|kommen ~3 darauf zurueck
                """),
            PhraseTable(
                .promise(.delivery),
                """
                {sie} erhalten|bekommen ~3 !nicht
                erhalten|bekommen {sie}
                {sie} werden ~7 erhalten|bekommen
                paket|ersatz|bestellung|sendung|lieferung|ersatzlieferung kommt|trifft|geht|wird|verlaesst|erreicht
                ersatz*|neue*|neues ~2 geht|kommt|wird ~4 raus|verschickt|versandt|versendet|zu
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
                {we} {have} ~8 erstattet|ueberwiesen|zurueckgezahlt|ausgezahlt
                {we} zahle|zahlen ~8 entschaedigung|schadenersatz|schadensersatz|ausgleich|zurueck
                kann|koennen|moechte|moechten|darf|duerfen ~8 #money ~4 anbieten|gutschreiben|erstatten|schenken|gewaehren|nachlassen|geben|zurueckgeben|auszahlen|ueberweisen|zahlen
                #num #money ~1 zurueck $
                {we} ~1 erlasse|erlassen|zahle|zahlen|gebe|geben|schenke|schenken|verzichte|verzichten ~8 #money
                erlasse|erlassen|zahle|zahlen|gebe|geben|schenke|schenken {we} ~8 #money
                zahle|zahlen {we} ~8 entschaedigung|schadenersatz|schadensersatz|ausgleich|zurueck
                {sie} erhalten|bekommen ~6 entschaedigung|schadenersatz|ausgleich|erstattung
                {have} {we} ~8 erstattet|ueberwiesen|zurueckgezahlt
                """),
            PhraseTable(
                .grant(.credit),
                """
                {we} biete|bieten|schenke|schenken|gebe|geben|gewaehre|gewaehren ~7 gutschein|gutschrift|guthaben
                biete|bieten|schenke|schenken|gebe|geben|gewaehre|gewaehren {we} ~7 gutschein|gutschrift|guthaben
                als ~3 gutschein|gutschrift|guthaben
                schreibe|schreiben ~10 gut $
                {we} {have} ~8 gutgeschrieben
                {have} {we} ~8 gutgeschrieben
                {sie} erhalten|bekommen ~6 gutschein|gutschrift|guthaben
                erhalten|bekommen ~6 #num #money
                """),
            PhraseTable(
                .grant(.discount),
                """
                {we} biete|bieten|gebe|geben|gewaehre|gewaehren ~7 rabatt|nachlass|preisnachlass|ermaessigung
                biete|bieten|gebe|geben|gewaehre|gewaehren {we} ~7 rabatt|nachlass|preisnachlass|ermaessigung
                {sie} bekommen|erhalten ~6 rabatt|nachlass
                gebe|geben|gewaehre|gewaehren|ziehe|ziehen ~8 #percent
                #percent ~1 rabatt|nachlass|preisnachlass|ermaessigung
                """),
            PhraseTable(.continuation, "^ es|er|sie|das|dies|diese|dieser|der"),
            PhraseTable(
                .condition,
                """
                wenn|falls|sobald|sollten {sie}
                falls|sollte ~4
                sobald ~6 eingegangen|da|eintrifft|angekommen|zurueck|vorliegt|haben|ist
                antworten|schreiben|schicken|senden|melden|sagen {sie} ~8 dann|und {we}
                nennen|schicken|senden|sagen|teilen|geben|schreiben {sie} ~~10 damit {we}
                """),
            PhraseTable(.consequence, "^ dann|so"),
            PhraseTable(
                .request,
                """
                bitte ~1 nennen|senden|schicken|sagen|geben|bestaetigen|teilen|schreiben {sie} ~1 uns|mir
                ^ nennen|senden|schicken|sagen|geben|bestaetigen|teilen|schreiben {sie} ~1 uns|mir
                {we} ~1 brauche|brauchen|benoetige|benoetigen ~2 ihre|ihren
                """),
            PhraseTable(
                .due,
                """
                innerhalb|binnen|in ~3 #num ~1 werktag*|arbeitstag*|geschaeftstag*|tag*|stunde*|woche*|minuten|monat*
                innerhalb|binnen|in ~2 #num ~2 #num werktag*|arbeitstag*|tag*|stunde*|woche*
                innerhalb|binnen|in ~3 #num std|h|min
                innerhalb|binnen|in ~2 #time
                innerhalb|binnen ~1 eines|einer|der ~2 tages|stunde|woche|tag*|werktag*
                in einer|einem|der ~1 stunde|woche|tag|monat
                zwischen #num uhr? und #num uhr? !tag*|werktag*|stunde*|woche*|monat*|minuten|#money|#percent
                von #num uhr? bis #num uhr
                zwischen #weekday und #weekday
                bis|am|vor|an|ab|spaetestens|zum ~3 #weekday
                bis|am|vor|ab|zum|spaetestens ~3 #num #month
                bis|am|vor|ab|zum|spaetestens ~3 #date
                #num #month
                #date
                bis|am|vor|ab|zum|spaetestens ~2 #day !uhr|euro|eur|cm|mm|#money|#percent
                bis|um|vor #time
                bis|um|vor|gegen|ab ~1 #num uhr
                bis|um|vor|gegen|ab halb #num uhr?
                bis|um|vor|gegen|ab viertel|dreiviertel vor|nach? #num uhr?
                bis|um|vor|gegen|ab drei viertel #num uhr?
                bis|um|vor|gegen|ab #num vor|nach halb? #num uhr?
                #num uhr #num?
                bis|vor ~3 mittag|abend|heute|morgen|ende|uebermorgen|vormittag|nachmittag|feierabend|geschaeftsschluss
                bis|vor|zum|am ~1 ende ~3 woche|tages|monats|jahres|#month
                anfang|mitte|ende ~2 woche|monats
                bis|vor|am|zum|uebers ~2 wochenende
                im laufe ~2 tages|vormittags|nachmittags|abends|woche|monats
                am|zum|in vormittag|nachmittag|abend|mittag|der ~1 frueh
                am vormittag|nachmittag|abend|mittag
                mittags|nachmittags|vormittags|abends
                \(DateWords.weekdayParts.joined(separator: "|"))
                heute ~1 mittag|abend|vormittag|frueh|nachmittag|morgen
                heute
                #weekday ~1 mittag|abend|vormittag|frueh|nachmittag|morgen|vormittags|nachmittags|mittags
                bis|vor|am|an|ab|zum|spaetestens ~3 #weekday ~1 mittag|abend|vormittag|frueh|nachmittag|morgen|vormittags|nachmittags|mittags
                bis|vor ~2 morgen ~1 mittag|abend|vormittag|frueh|nachmittag
                morgen ~1 mittag|abend|vormittag|frueh|nachmittag
                morgen
                uebermorgen
                vor|bis|am|zum? naechst*|kommend*|folgend* werktag|arbeitstag|tag|geschaeftstag
                vor|bis|in ~1 naechst*|diese*|kommend* woche|monat|#weekday
                naechst*|diese|dieser|kommend* woche|monat|#weekday
                jeden|an jedem werktag|tag|morgen|abend
                werktags
                sofort
                taggleich
                an diesem|selben|gleichen tag
                am selben|gleichen tag
                jetzt
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
                \(verbs) {we} ~4 nicht|nie|keine|keinen|niemals
                oder ~1 {we} \(verbs)
                {we} kann|koennen|moechte|moechten|darf|duerfen|muss|muessen|hoffe|hoffen ~~9 \(verbs)
                kann|koennen|moechte|moechten|darf|duerfen|muss|muessen {we} ~~9 \(verbs)
                schreibe|schreiben|sende|senden|schicke|schicken|antworte|antworten sie
                {we} frage|fragen ~2 uns|sie|nach
                frage|fragen {we} ~4 nach|sie|uns
                dass {we} ~9 \(verbs)
                """)
    }
}
