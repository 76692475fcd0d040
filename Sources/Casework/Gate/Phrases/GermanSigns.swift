/// What should be said and is looked for, in German.
extension PhraseBook {
    static let germanSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            tut|taete ~5 leid
            leid ~3 tut|dass
            entschuldig*
            bitte ~3 verzeihung|nachsicht
            verzeih*
            {we} ~2 verstehe|verstehen|sehe|sehen ~~4 dass|wie|warum|ihr|ihre|ihren|{feelings}
            verstehe|verstehen|sehe {we} ~~4 dass|wie|warum|ihr|ihre|ihren|{feelings}
            {we} ~1 verstehe|verstehen ~1 gut|sehr
            kann|koennen {we} ~6 verstehen|nachvollziehen|nachfuehlen|vorstellen
            {we} kann|koennen ~8 verstehen|nachvollziehen|nachfuehlen|vorstellen
            verstaendlich|nachvollziehbar
            ist|war|sind|klingt|muss|sein ~5 {feelings}
            wie ~2 {feelings}
            ihr|ihre|ihren|ihrem ~2 {feelings}
            bedauer*
            mit|zu recht
            {sie} ~2 haben ~2 recht
            haben {sie} ~2 recht
            nicht ~3 was|wie {sie} ~2 erwart*|verdien*
            nicht ~3 erwartung*|anspruch|standard*
            so ~3 nicht ~3 sein|passieren|laufen|vorkommen|gehen
            haette ~4 nicht ~3 passieren|vorkommen|duerfen|geschehen|sein
            zu viel|lange|lang
            enttaeuscht haben
            unsere|meine sache
            bringen|bringe ~3 ordnung
            an uns
            """),
        PhraseTable(
            .offer,
            """
            {we} kann|koennen|koennte|koennten ~3 !nicht|nichts|keine|kein|leider
            kann|koennen|koennte|koennten {we} ~3 !nicht|nichts|keine|kein|leider
            stattdessen
            alternativ|alternative|alternativen
            moechten|wollen|duerfen {sie}
            {sie} koennen|duerfen|moechten
            koennen|duerfen|koennten {sie}
            wenn|falls {sie} ~3 moechten|wuenschen|wollen|mir|uns
            {we} biete|bieten ~2 ihnen
            biete|bieten {we}
            gern|gerne
            {we} erstatte|erstatten|sende|senden|schicke|schicken|ersetze|ersetzen|storniere|uebernehme ~3 !nicht|keine
            schreiben|sagen|antworten|rufen|waehlen|nutzen {sie} {we}|mir|uns|bitte|einfach|dafuer
            ganz wie {sie}
            kostenlos|kostenfrei|gratis
            gutschein|gutschrift|kulanz
            wieder ~1 lieferbar|verfuegbar
            umbuchung|umtausch ~4 !nicht ~2 moeglich
            {have} {we} ~4 gutgeschrieben|erstattet|bestellt|veranlasst|beigefuegt
            {we} {have} ~6 gutgeschrieben|erstattet|bestellt|veranlasst|beigefuegt
            geht ~1 es|auch ~1 auch
            """,
            unless: """
                {we} kann|koennen ~4 nicht|nichts|keine|kein|keinen
                biete|bieten {we} ~5 nicht|keine|keinen|kein
                {we} biete|bieten ~5 nicht|keine|keinen|kein
                kann|koennen {we} ~5 nicht|nichts|keine|kein|keinen
                {we} kann|koennen ~4 verstehen|nachvollziehen
                """),
        PhraseTable(
            .news,
            """
            {we} {have} ~6 gefragt|gefunden|gehoert|geprueft|erfahren|gesprochen|verschickt|erreicht|bestellt|geschrieben|erstattet|gebucht|nachgefragt|angerufen|gebeten|beauftragt|entdeckt|geaendert|berichtigt|korrigiert|repariert|veranlasst|weitergeleitet
            {have} {we} ~6 gefragt|gefunden|gehoert|geprueft|erfahren|gesprochen|verschickt|erreicht|bestellt|geschrieben|erstattet|nachgefragt|angerufen|gebeten|geaendert|korrigiert|weitergeleitet
            hat|haben ~6 bestaetigt|geantwortet|mitgeteilt|gefunden|gemeldet|verlassen|zugesagt|gesagt|begonnen|gescannt|freigegeben|genehmigt
            wurde|wurden|ist|sind ~5 gefunden|verschickt|gesehen|gescannt|unterwegs|eingetroffen|angekommen|versandt|repariert|uebergeben|freigegeben|genehmigt|gutgeschrieben|angewiesen|erstattet|geaendert|behoben|geloest
            andere|kunden haben ~3 geschrieben|berichtet|gemeldet
            {others} ~1 rechnet|meldet|schreibt|sagt|sucht|erwartet
            anbei|beigefuegt
            """),
        PhraseTable(
            .awaited,
            """
            {we} warte|warten ~3 auf
            warte|warten {we} ~3 auf
            {we} erwarte|erwarten ~4 antwort|lieferung|rueckmeldung|ergebnis|bericht
            erwarte|erwarten {we} ~4 antwort|lieferung|rueckmeldung|ergebnis|bericht
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
