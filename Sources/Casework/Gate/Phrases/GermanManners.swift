/// How a customer is spoken to, in German.
extension PhraseBook {
    static let germanManners: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice:
                "Bleiben Sie ruhig und auf der Seite des Kunden: Antworten Sie in der Sache und sagen Sie, was als Nächstes "
                + "geschieht.",
            """
            wie ~2 bereits|schon|mehrfach|oben|mehrmals ~2 gesagt|erwaehnt|erklaert|geschrieben|mitgeteilt|erlaeutert|dargelegt
            wie {we} ~4 bereits|schon|mehrfach ~3 gesagt|erwaehnt|erklaert|geschrieben|mitgeteilt|erlaeutert
            {we} {have} ~4 bereits|schon|mehrfach|mehrmals|zweimal|dreimal|oft ~4 gesagt|erwaehnt|erklaert|mitgeteilt|erlaeutert|beantwortet|geantwortet|geschrieben
            {have} {we} ~4 bereits|schon|mehrfach|mehrmals|zweimal|dreimal|oft ~4 gesagt|erwaehnt|erklaert|mitgeteilt|erlaeutert|beantwortet|geantwortet|geschrieben
            wie|zum oft|x|wievielten|hundertsten ~2 noch|mal|soll|sollen|muss|muessen
            wie oft ~6 noch
            wie {we} ~2 bereits|schon ~6 schrieb|schrieben|sagte|sagten|erklaerte|erklaerten|erwaehnte|erwaehnten|mitteilte|mitteilten
            sicher , dass {sie} ~2 wirklich|tatsaechlich|ueberhaupt
            gefaellt mir ~1 nicht
            {we} {have} ~2 nichts anderes
            wie|wieso|weshalb|warum kommen|glauben|meinen|denken {sie} ~1 darauf|eigentlich|bitte
            wie kommen {sie}
            werden {sie} ~2 nicht ~1 frech|ausfallend|unverschaemt|laut|beleidigend|persoenlich|unhoeflich
            {sie} sind ~2 {badtrait}
            {sie} sind ~2 nicht ~1 vernuenftig|ehrlich|sachlich|fair|kooperativ
            {sie} sind ~1 unvernuenftig|unfair|unsachlich|ungerecht|unhoeflich
            nichts besseres ~2 tun
            so ~1 viel|laut|lange|oft {sie} wollen|moechten
            bleibt ~2 beim|bei nein
            antwort ~1 bleibt|lautet|ist ~1 nein
            sind {sie} ~2 immer ~1 so
            {we} wissen beide
            nicht ~1 fuer dumm verkaufen
            {we} lasse|lassen ~2 mich|uns ~4 nicht ~3
            vergreifen {sie}
            sparen {sie} sich
            reissen {sie} sich
            noch einmal|mal ~2 langsam|deutlich|klar|mitschreiben
            zum letzten|wiederholten mal|male
            letzte warnung
            {we} wiederhole|wiederholen {we}? ~1 mich|uns|nur|gern|gerne|nicht
            beruhigen {sie}
            beruhige dich
            maessigen|zuegeln|nehmen {sie} ~2 ton|sich|zusammen|tonfall
            ihr|dein ~1 ton|tonfall|verhalten|benehmen|auftreten|geschrei|gejammer|theater
            ihren|ihrem|diesem|solchem|solch|diesen|dem ~1 ton|tonfall
            ihre|ihren|ihrer ~1 drohung|drohungen|beleidigungen|beschimpfungen|unverschaemtheiten|unterstellungen|ausfaelle
            wenn {sie} ~3 drohen|schreien|beleidigen|schimpfen
            achten|ueberdenken {sie} ~1 auf? ~1 ton|wortwahl|ausdrucksweise|ausdruck
            hoeren {sie} ~1 auf|mal|jetzt|gut
            unterlassen|verschonen {sie}
            bei allem respekt
            was erwarten|wollen|glauben|denken|verlangen|bilden {sie} ~2 eigentlich|denn|noch|jetzt|hier|von|uns|sich
            was erwarten {sie}
            was ~1 haben {sie} ~1 erwartet
            erwarten|glauben|meinen|denken|verlangen {sie} ~2 ernsthaft|wirklich|tatsaechlich|allen|im|ehrlich
            ist|meinen das|sie ~1 ernst|ihr
            was|welchen ~2 teil|genau ~3 verstehen|unklar|verstanden|kapieren
            was ~4 nicht ~1 verstehen|verstanden|kapieren|begreifen
            offensichtlich|offenbar|anscheinend|scheinbar haben|sind|wollen|koennen {sie}
            {sie} haben|sind|wollen|koennen ~1 offensichtlich|offenbar|anscheinend|wohl|scheinbar ~2 !anspruch
            haben {sie} ~3 ueberhaupt|eigentlich ~3 gelesen|geschaut|geprueft|versucht
            ist ~2 so ~1 schwer|schwierig ~1 zu?
            kann ~3 nicht so schwer|schwierig
            glueckwunsch|gratulation|gratuliere|gratulieren|bravo ~~1 , dass|sie
            glueckwunsch|gratulation ~1 dass|{sie}
            herzlichen glueckwunsch ~1 zu ~4 fehler|beschwerde|geduld|erkenntnis|entdeckung|beobachtung
            herzlichen glueckwunsch , {sie}
            bravo
            na ~1 toll|super|bravo|prima|dann|herzlichen|endlich|wunderbar
            ach wirklich|was|du|so|nein
            ^ oh , wie|das|ein|da
            welch|was|so eine|ein ~1 ueberraschung|wunder
            ihre ~1 durchlaucht|hoheit|majestaet
            das weiss doch ~1 jeder|jedes
            jeder|jedes ~2 weiss|versteht|kind
            jeder vernuenftige|normale|erwachsene|intelligente|halbwegs
            gesunder|gesunden menschenverstand
            unverschaemt*
            laecherlich*
            absurd*
            unsinn*
            unbegruendet*
            haltlos*
            unberechtigt*
            bloedsinn
            quatsch
            maerchen
            aus der luft
            an den haaren
            schlicht|schlichtweg|einfach|voellig|komplett|nachweislich|definitiv|schlicht und ~1 falsch|gelogen|unwahr|unmoeglich|erfunden|unsinn
            stimmt ~1 einfach|schlicht|schlichtweg|nachweislich ~1 nicht
            das|es ist ~1 nicht wahr
            ihre|ihrer ~1 behauptung|darstellung|version|aussage|vorwuerfe|unterstellung|forderung|anschuldigung ~4 falsch|nicht|unwahr|haltlos|laecherlich|absurd|unsinn|uebertrieben|zurueck|entbehrt|widerspricht|unglaubwuerdig
            {sie} luegen|uebertreiben|spinnen|nerven|stoeren|behaupten
            {sie} ~1 wieder|immer|staendig|dauernd ~2 beschweren|meckern|noergeln|jammern|schreiben|anrufen
            hoeren|lassen {sie} ~2 meckern|noergeln|jammern
            {sie} sind ~2 unverschaemt|frech|unhoeflich|laecherlich|uneinsichtig|unvernuenftig|aggressiv|hysterisch|kindisch|unmoeglich|schwierig|stur
            ihre angebliche|angeblichen|sogenannte|angeblicher
            ihr angeblich*
            angebliche|angeblichen|angeblicher|sogenannten|sogenannte mangel|schaden|defekt|problem|maengel|probleme
            {we} ~1 bezweifle|bezweifeln|bestreite|bestreiten|bezweifele
            {we} weise|weisen ~6 zurueck
            weise|weisen {we} ~6 zurueck
            {we} verbitte|verbitten
            verbitte|verbitten {we}
            {we} weigere|weigern
            {we} lasse|lassen ~4 nicht ~3 gefallen|drohen|beleidigen|erpressen|beschimpfen|unter
            {we} diskutiere|diskutieren|streite|streiten|debattiere ~6 nicht
            nicht ~2 weiter ~1 diskutieren|streiten|debattieren
            {we} glaube|glauben ihnen ~4 nicht
            schwer|kaum zu glauben
            {we} ~1 werde|werden ~6 nicht|keine|keinen ~3 diskutieren|antworten|beantworten|dulden|tolerieren|hinnehmen|rechtfertigen
            rechtliche schritte|konsequenzen|massnahmen
            unser|unseren|unserem|unsere ~1 anwalt|anwaelte|rechtsanwalt|rechtsabteilung|juristen ~3 !und
            anwalt ~2 einschalten|ein|uebergeben
            strafanzeige|anzeige
            sonst|andernfalls|oder ~2 {we}|beende|beenden|schliesse|schliessen|sperre|sperren ~6 beende|beenden|schliesse|schliessen|sperre|sperren|sperrung|ticket|gespraech|konto|auf
            {we} beende|beenden ~3 gespraech|chat|unterhaltung|telefonat|diskussion|kommunikation
            dann klagen|gehen|verklagen {sie} ~3 doch|nur|ruhig
            klagen|verklagen|beschweren {sie} ~2 doch|ruhig
            verschwenden|stehlen {sie}
            unsere|meine zeit
            lesen {sie} ~5 erst|richtig|nochmal|endlich|mal|ordentlich|naechstes
            lesen {sie} ~1 genau
            {sie} muessen ~2 richtig lesen
            wer lesen kann
            schoen|nett|toll , dass {sie} ~3 endlich|auch|doch
            schoen dass {sie} ~3 endlich|auch|doch
            auch endlich ~1 gemerkt|gemeldet|aufgewacht
            beweisen {sie}
            machen|tun|schreiben|glauben {sie} ~2 was {sie} wollen
            von mir aus
            wenn es|ihnen ~2 nicht passt|gefaellt
            kommen|kommt ~1 {we}|{sie} ~2 nicht|nirgends|nirgendwo ~1 weiter|hin
            bringt|fuehrt|hilft uns|ihnen|{sie} ~2 nicht|nichts|nirgendwohin
            ihr ~1 wunschdenken|hirngespinst|einbildung
            {sie} bilden sich ~3 ein
            kindergarten
            zirkus
            wohlfahrtsverein|wohltaetigkeitsverein|wohlfahrt
            """,
            unless: """
                keine ~3 unsinn
                nicht ~2 unberechtigt*
                {sie} haben offensichtlich|offenbar ~3 recht|erhalten|bekommen
                nicht ~1 ihr|ihren ~1 ton
                kommen|kommt {we} ~2 nicht umhin
                unbegruendet* ~2 rueckgabe|widerruf
                {we} {have} ~4 ihnen? ~3 bereits|schon ~4 eine|einen|ein|das|die|den ~2 erstattung|paket|etikett
                """),
        PhraseTable(
            .dismissive,
            advice:
                "Nehmen Sie das Anliegen so ernst, wie der Kunde es nimmt: \"Danke, dass Sie uns das sagen. Ich sehe, wie sehr "
                + "das den Abend verdorben hat.\"",
            """
            nicht ~1 unser|mein problem|bier|sache
            das|es ist ~1 ihr|dein problem|bier|sache
            {sie} sind|bist ~1 der|die ~1 einzige*|erste*
            sonst ~4 niemand|keiner|beschwert
            niemand|keiner sonst ~3 beschwert|problem|probleme|gemeldet|aufgefallen|gestoert
            kein|keine|keinem anderer|andere|anderen|einziger kunde|kunden|kundin
            noch nie ~4 beschwert|beschwerde|beschwerden|reklamiert|gehoert|vorgekommen|probleme
            hat sich ~3 noch ~1 nie|niemand|keiner
            andere|anderen|alle ~1 kunden|gaeste|nutzer|leute ~4 problemlos|zufrieden|klar|keine|kein|auch|zurecht
            das|so ist ~1 nun mal|einmal
            ist ~2 nun ~1 mal|einmal
            so ist ~1 das|es ~1 eben|halt|nun|einfach|leider
            ist ~1 das? ~1 halt|eben ~1 so
            so ~1 laeuft|geht das ~1 eben|halt|nun
            halb so schlimm|wild|dramatisch|tragisch
            seien {sie} ~1 nicht ~1 so
            ist|war|sind ~1 nur|bloss|lediglich ein|eine !moment|minute|hinweis|beispiel|kopie|entwurf|vorschlag|erinnerung|muster
            andere|anderen ~1 kunden|gaeste|gaesten|nutzer|nutzern|leute|leuten|fahrgaeste ~6 gefallen|gefaellt|zufrieden|problem|problemlos|gestoert|gefreut|klar|gewartet|verstanden
            hat|gefaellt|gefiel ~2 anderen ~1 gaesten|kunden ~4 gefallen
            gar ~1 nicht ~1 so? ~1 schlimm|wild|tragisch|dramatisch
            {we} {have} ~3 andere|noch kunden|gaeste
            auch ~1 noch andere ~1 kunden
            mehr|etwas|bisschen ~2 geduld ~1 haben|$
            ganz|voellig|doch normal $
            es gibt ~2 schlimmeres|wichtigeres
            schlimmeres|wichtigeres ~1 als
            nicht ~1 auf|fuer jeden|jede|jedes|alle ~3 ruecksicht|einzeln|extra|springen
            verstehe|verstehen|weiss ~1 {we}? ~1 nicht ~~2 warum|wieso|weshalb {sie} ~4 aufregen|aergern|beschweren|so
            gehoert ~2 einfach|nun|dazu ~1 dazu
            nicht so ~1 schlimm|wild|tragisch|dramatisch|eng
            so ~1 schlimm ~1 kann|ist|wird ~2 nicht|doch
            davon geht ~2 welt
            weltuntergang
            kein|keine|nicht ~1 weltuntergang|drama|beinbruch|katastrophe|riesending
            ein|kein|so drama|theater|fass|aufstand|fass ~2 machen|draus|daraus|auf
            drama|theater|aufstand ~1 machen
            aus einer muecke
            stellen|haben {sie} sich nicht ~1 so
            kein grund ~3 aufregung|aerger|beschwerde|panik|aufzuregen|beschweren|aufregen|drama|unruhe
            regen {sie} sich ~1 nicht|doch|ab|bitte
            nur|bloss|lediglich ~1 ein|eine|einen|um|kleiner|kleine|minimaler ~2 teller|kratzer|pfanne|tasse|glas|brett|kleinigkeit|lappalie|detail|fleck|delle|spielzeug|euro|cent|schoenheitsfehler|tage|stunden|spiel|unannehmlichkeit
            kleiner|kleine|winziger|winzige ~1 kratzer|fleck|delle|kleinigkeit|macke ~4 stoert|faellt|niemand|nicht|kaum
            stoert|faellt|merkt|sieht ~1 doch|ja|kaum ~2 niemand|niemanden|keinen|keiner|kein|auf
            stoert ~3 niemanden|keinen
            lappalie|bagatelle|kleinkram|peanuts
            kleinigkeit
            {sie} muessen ~3 einfach|eben|halt|schon|wohl
            {sie} muessen|werden ~4 gedulden|abfinden|abwarten
            da muessen {sie} ~2 durch
            {sie} muessen|werden ~2 warten|damit ~3 leben?
            haben {sie} ~1 etwas|noch|bitte|mehr ~1 geduld
            haben {sie} ~1 geduld
            gedulden {sie}
            muessen {sie} ~4 gedulden|warten|abfinden|leben|durch
            damit muessen|werden {sie} ~3 leben|abfinden
            muss man ~3 leben|rechnen|hinnehmen|akzeptieren|abfinden|kein|nicht
            regeln|vorschriften|regel|vertrag sind|ist ~1 nun? ~1 regeln|vorschriften|regel|vertrag
            vorschrift ist vorschrift
            {we} {have} ~3 wichtigeres|besseres|dringenderes|dringendere
            {we} {have} ~2 viel zu tun
            {we} {have} ~2 viele|genug andere|anderes|anderer
            {we} bekomme|bekommen ~4 viele|hunderte|tausende ~1 mails|beschwerden|anfragen
            {we} ~1 {have} ~3 keine zeit
            keine zeit ~2 fuer|solche
            wichtigere|dringendere ~1 dinge|faelle|anliegen|probleme|kunden
            steht ~3 auf|in ~2 website|webseite|homepage|internetseite|agb
            nicht zustaendig ~1 $
            finden {sie} ~2 selbst|selber
            suchen {sie} ~2 selbst|selber
            schauen|sehen {sie} ~2 selbst|selber ~1 nach
            googeln {sie}
            {sie} sollten ~1 froh|dankbar
            seien {sie} ~2 froh|dankbar|doch
            immerhin|wenigstens ist|haben|hat|sind|ging|funktioniert
            haette|koennte ~2 schlimmer
            anderen geht ~2 schlechter
            das kommt ~2 vor $
            das|sowas|so|kann ~1 kann|etwas ~3 mal|schon|jedem ~1 passieren|vorkommen
            passiert ~1 halt|eben|nun|jedem|schon ~1 mal
            fehler passieren
            {sie} reagieren|reagierst ~2 ueber
            {sie} sind|uebertreiben ~2 empfindlich|kleinlich|pingelig|anspruchsvoll
            kleinlich|pingelig|ueberempfindlich|ueberzogen
            ueberreagier*|uebertrieb*|uebertreib*
            interessiert|juckt|kuemmert ~3 nicht|niemanden|keinen|wenig
            {we} sehe|sehen ~4 kein|keinen|nicht ~1 problem|grund|anlass
            nicht der rede
            der rede wert
            nicht ~2 so ~1 wichtig|dringend|eilig
            bei dem|diesem|so ~1 preis ~4 erwarten|nicht|kein|keine
            was|mehr ~2 erwarten|erwartet ~2 preis|geld
            kann|koennen ~1 man|{sie} ~3 nicht|kein|keine|nichts ~3 erwarten
            finden {sie} sich ~2 damit
            gewoehnen {sie}
            ist ~1 doch|ja egal
            vergessen {sie} es
            na und
            """,
            unless: """
                {sie} muessen ~1 nicht|nichts|keine|kein|sich
                danke|dank ~4 geduld
                {sie} muessen|werden ~3 nicht|nichts ~3 warten
                {sie} sind nicht ~1 der|die ~1 einzige*|erste*
                keine ~1 kleinigkeit
                nicht ~3 uebertrieb*|ueberzogen
                muessen {sie} ~2 nicht|nichts
                nicht nur|bloss|lediglich
                mit ~3 kleinigkeit
                kleinigkeit ~3 geschenk|dank|beigelegt|aufmerksamkeit
                {sie} sind der|die ~1 einzige|erste ~1 ansprech*
                """),
    ]
}
