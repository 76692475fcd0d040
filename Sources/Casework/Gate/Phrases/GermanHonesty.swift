/// What is not true or leads nowhere, in German.
extension PhraseBook {
    static let germanHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "Etwas geht immer: Nennen Sie es. \"Den blauen kann ich nicht mehr liefern; ich erstatte ihn oder schicke den "
                + "grünen, ganz wie Sie möchten.\"",
            """
            {we} kann|koennen ~5 nichts|wenig ~3 tun|machen|unternehmen|aendern|anbieten|ausrichten|bewirken
            kann|koennen {we} ~5 nichts|wenig ~4 tun|machen|unternehmen|aendern|anbieten|ausrichten|bewirken
            laesst|kann sich|man ~2 nichts ~2 machen|tun|aendern|daran
            da|hier laesst sich ~2 nichts
            nichts ~1 zu machen
            nichts ~2 tun ~1 koennen
            nichts machen
            {we} kann|koennen ihnen ~5 nicht ~3 helfen|weiterhelfen
            kann|koennen {we} ihnen ~5 nicht ~3 helfen|weiterhelfen
            {we} ~2 nicht|ausserstande ~3 in ~1 lage
            {we} sehe|sehen ~3 keine|keinen ~2 moeglichkeit|spielraum|weg|loesung|anlass
            sehe|sehen {we} ~3 keine|keinen ~2 moeglichkeit|spielraum|weg|loesung
            {we} {have} ~3 keine|keinen ~2 moeglichkeit|einfluss|spielraum|handhabe|handlungsspielraum
            {have} {we} ~3 keine|keinen ~2 moeglichkeit|einfluss|spielraum|handhabe
            es gibt ~3 keine|keinen ~2 moeglichkeit|loesung|weg|alternative|spielraum
            uns|mir sind ~2 haende gebunden
            fall|angelegenheit|thema|vorgang|sache|anliegen ist ~5 abgeschlossen|erledigt|beendet|geschlossen|vom
            entscheidung|sie ~2 endgueltig
            endgueltig* entscheidung
            dabei bleibt es|e
            es bleibt ~1 dabei $
            keine|kein ~1 ausnahme|ausnahmen
            ausnahmen machen|sind|gibt ~3 nicht|keine
            pech gehabt
            keine weiteren antworten|nachrichten|auskuenfte|schreiben
            {we} werden|werde ~4 nicht mehr ~2 antworten|reagieren
            wenden {sie} sich ~1 an jemand|woanders
            {we} ~3 nicht ~1 der|die|das ~1 richtige*|zustaendig*
            {we} ~2 nicht zustaendig
            nicht ~2 unser|unsere|unserem|mein|meine ~2 zustaendigkeit|bereich|abteilung|zustaendigkeitsbereich|aufgabe|aufgabenbereich
            faellt|liegt ~1 nicht in|im ~2 zustaendigkeit*|bereich|verantwortung
            sind|bin {we} ~2 nicht ~1 zustaendig
            keine weiteren ~1 schritte|massnahmen
            das war es
            mehr ~2 nicht|geht ~1 tun|machen|nicht|leider
            """,
            unless: "{sie} muessen|brauchen ~3 nichts\nnicht ~2 mehr ~1 tun|machen muessen"),
        PhraseTable(
            .refusal,
            """
            {we} kann|koennen ~8 nicht|keine|keinen|kein|nichts|keinerlei ~4 erstatten|ersetzen|umtauschen|tauschen|stornieren|aendern|annehmen|reparieren|liefern|senden|schicken|zuruecknehmen|anbieten|gewaehren|genehmigen|uebernehmen|bearbeiten|zahlen|auszahlen|verlaengern|erlassen|freischalten|entsprechen|nachkommen|anerkennen|akzeptieren|zustimmen|machen|kuendigen|gutschreiben|entschaedigen|umbuchen|verschieben|bewilligen|ausstellen|berichtigen|zurueckzahlen|verkaufen|geben
            kann|koennen {we} ~8 nicht|keine|keinen|kein|nichts|keinerlei ~4 erstatten|ersetzen|umtauschen|tauschen|stornieren|aendern|annehmen|reparieren|liefern|senden|schicken|zuruecknehmen|anbieten|gewaehren|genehmigen|uebernehmen|bearbeiten|zahlen|auszahlen|verlaengern|erlassen|freischalten|entsprechen|nachkommen|anerkennen|akzeptieren|zustimmen|machen|kuendigen|gutschreiben|entschaedigen|umbuchen|verschieben|bewilligen|ausstellen|berichtigen|zurueckzahlen
            {we} ~1 darf|duerfen|werde|werden ~7 nicht|keine|keinen|kein ~3 erstatten|ersetzen|umtauschen|zuruecknehmen|reparieren|uebernehmen|gewaehren|annehmen|zahlen|anbieten|akzeptieren|genehmigen|entsprechen
            {we} ~1 {we}? erstatte|erstatten|ersetze|ersetzen|liefere|liefern|tausche|tauschen|uebernehme|uebernehmen|nehme|nehmen|gewaehre|gewaehren|biete|bieten|akzeptiere|akzeptieren|repariere|reparieren|versende|versenden|verkaufe|verkaufen|zahle|zahlen|fuehre|fuehren|storniere|stornieren ~5 nicht|keine|keinen|kein
            erstatten|ersetzen|liefern|tauschen|uebernehmen|nehmen|gewaehren|bieten|akzeptieren|reparieren|versenden|verkaufen|zahlen|stornieren {we} ~5 nicht|keine|keinen|kein
            nicht|keine|keinen|kein ~4 uebernehmen|erstatten|ersetzen|tauschen|liefern {we}
            reparatur|erstattung|umtausch|kosten|rueckgabe ~2 uebernehmen|erstatten|nehmen|ersetzen {we} ~4 nicht|keine
            ist|sind|waere ~5 nicht|nie ~2 moeglich|erlaubt|vorgesehen|lieferbar|verfuegbar|zulaessig|umtauschbar|erstattungsfaehig|erstattbar|gestattet|machbar|gedeckt|abgedeckt|drin|rueckgaengig|enthalten|ausgeschlossen|erhaeltlich
            ausgeschlossen $
            ist|sind ~3 ausgeschlossen
            {sie} haben ~3 keinen|kein ~2 anspruch|recht
            kein anspruch
            leider ~2 nicht ~1 moeglich|lieferbar
            unmoeglich
            nicht mehr ~1 lieferbar|verfuegbar|vorraetig|hergestellt|moeglich|produziert|angeboten
            ausverkauft|vergriffen
            das|dies|es geht ~2 nicht
            abgelehnt|zurueckgewiesen
            {we} ~1 lehne|lehnen ~5 ab
            lehne|lehnen {we} ~5 ab
            {we} muss|muessen ~6 ablehnen|absagen
            muss|muessen {we} ~6 ablehnen|absagen
            frist|garantie|gewaehrleistung|angebot|gutschein ist ~3 abgelaufen|verstrichen|vorbei|erloschen
            faellt|fallen nicht ~1 unter
            leid , nein $
            nicht ~2 nachkommen|entsprechen|stattgeben|erfuellen|nachgehen|beruecksichtigen
            endgueltig|dauerhaft|permanent ~1 geschlossen|gesperrt|geloescht|beendet|gekuendigt
            deckt|umfasst ~3 nicht
            wurde|wird|worden ~2 eingestellt
            gilt|gelten|besteht ~4 nicht ~2 in|fuer|bei|auf
            bleibt ~2 geschlossen|zu $
            frist|reklamationsfrist|rueckgabefrist|garantiezeit ist ~2 vorbei|verstrichen|abgelaufen|um
            zu spaet
            """,
            unless: """
                falls|wenn|sollte|sobald|ob ~6 nicht ~2 moeglich|lieferbar|verfuegbar
                {we} ~1 nehme|nehmen ~3 nicht ~1 leicht
                nicht ~1 zu spaet
                nicht ~1 ausgeschlossen
                {we} kann|koennen ~4 noch ~1 nicht ~3 sagen
                {we} kann|koennen ~6 nicht genug
                """),
        PhraseTable(
            .falseCertainty,
            advice:
                "Sagen Sie, was Sie wissen und wann Sie mehr wissen: \"Der Paketdienst rechnet mit Freitag; ich sehe am "
                + "Freitagabend nach und schreibe Ihnen.\"",
            """
            {we} ~1 garantiere|garantieren
            garantiere|garantieren {we}
            {we} kann|koennen ~2 garantieren|versichern|zusichern
            kann|koennen {we} ~2 garantieren|versichern|zusichern
            garantiert ~4 ankommen|kommen|an|da|funktionier*|geliefert|morgen|nie|nicht|klappen|klappt|halten|halt|weg|erledigt|erhalten|bekommen
            definitiv|garantiert|hundertprozentig ~4 ankommen|kommen|funktionieren|nie|morgen|da|sein|klappen|geliefert|frei|an|erhalten|bekommen|behoben
            kommt|kommen|wird|ist|sind|klappt|funktioniert|haelt|erhalten|bekommen|geht|laeuft|trifft|passt|gibt|genehmigt|zahlt ~5 definitiv|garantiert|hundertprozentig|hundertpro|unweigerlich
            kommt|kommen|wird|ist|sind|klappt|funktioniert|trifft|geht|passt|gibt|haelt|erhalten|bekommen ~5 ganz|absolut|todsicher|bombensicher sicher|bestimmt|gewiss ~2
            {we} ~1 verspreche|versichere|versprechen|versichern ihnen ~~2 dass|das
            verspreche|versichere|versprechen|versichern {we} ihnen
            {we} ~1 gebe|geben ~2 mein|unser wort
            mein|unser|ehrenwort wort ~1 darauf|drauf
            mit ~2 sicherheit !sicherheits*
            ganz|absolut|todsicher|hundertprozentig sicher ~2 ankommen|kommen|da|klappen|klappt|sein|geliefert|an|dass|$
            100 #percent
            zu|mit hundert #percent
            hundert #percent
            100 prozentig
            hundertprozentig
            kommt|wird|passiert|geschieht ~4 nie|nicht wieder|mehr ~2 vor|vorkommen|passieren|passiert|geschehen
            nie|nicht wieder|mehr ~2 vorkommen|passieren|vor|passiert|geschieht|geschehen|vorkommt
            nie|niemals wieder|mehr ~2 vorkommen|passieren|vor|passiert|vorkommt|$
            auf jeden fall ~5 ankommen|kommen|da|funktionieren|frei|an|klappen|geliefert|sein|erhalten|bekommen|genehmigt|behoben
            kommt|klappt|wird|ist|gibt|funktioniert|haelt|geht|erhalten|bekommen ~5 auf jeden fall
            ohne ~2 zweifel|frage
            ohne wenn
            keine frage $
            zweifellos|zweifelsohne
            unter allen umstaenden
            {sie} koennen sich ~3 darauf verlassen
            darauf koennen {sie} ~2 verlassen|wetten|zaehlen
            verlassen {sie} sich ~1 darauf|drauf
            seien {sie} ~2 sicher|gewiss|versichert
            {we} bin|sind ~2 absolut|ganz|hundertprozentig|voellig|100 ~1 sicher|ueberzeugt
            {we} ~1 weiss|wissen ~1 genau|sicher , dass
            kein|keinerlei|keine ~1 zweifel|risiko|gefahr
            kann|wird ~3 nichts ~2 schiefgehen|passieren|schief
            da geht ~2 nichts schief
            ein fuer ~1 alle ~1 mal
            unmoeglich , dass
            """,
            unless: """
                nicht|nichts|nie|keine|keinen|kein ~3 garantieren|versprechen|garantiere|zusichern|versichern
                kann|koennen ~6 nicht|nichts|keine ~3 garantieren|versprechen|zusichern|versichern
                damit ~6 nicht|nie wieder|mehr ~2 vorkommt|passiert|geschieht
                100 #percent baumwolle|leinen|wolle|seide|bio|recycelt*|natur*|polyester|merino
                nicht|noch ~2 definitiv|sicher|hundertprozentig
                zu ihrer sicherheit
                mit sicherheitsgruenden
                sollte|duerfte|soll|darf ~3 nicht ~1 wieder|mehr ~1 vorkommen|passieren
                """),
        PhraseTable(
            .hollow,
            advice:
                "Sagen Sie, was neu ist oder auf wen gewartet wird und bis wann: \"Der Paketdienst sucht im Depot; seine "
                + "Antwort kommt bis Dienstag.\"",
            """
            {we} arbeite|arbeiten|pruefe|pruefen|kuemmere|kuemmern|bearbeite|bearbeiten|recherchiere|recherchieren ~3 weiter|weiterhin|noch|immer|derzeit|aktuell|gerade|momentan|daran|dran|uns|intensiv|mit
            arbeiten|arbeite {we} ~3 daran|dran
            in|noch ~2 bearbeitung|pruefung|arbeit|klaerung
            wird|werden|ist ~1 weiterhin|derzeit|aktuell|noch|gerade|momentan|zurzeit|intensiv ~3 bearbeitet|geprueft|untersucht|pruefung|gesichtet|bearbeitung
            wird|werden ~5 geprueft|bearbeitet|untersucht|gesichtet $
            sind|bin {we}? ~1 dran
            {we} sind|bin ~2 dran
            bleiben {we} dran
            nichts|keine|kein ~3 neues|neuigkeiten|neuen|news|update|fortschritte|aktualisierung
            nichts neues
            noch ~2 nichts|keine ~3 berichten|neuigkeiten|mitteilen|sagen|bekannt|rueckmeldung|informationen
            stand ~1 unveraendert
            laeuft|laufen|dauert ~2 noch|weiter|weiterhin|an
            noch ~1 offen
            unser|unsere|das team|techniker|fachabteilung|kollegen ~1 arbeitet|arbeiten|prueft|pruefen|kuemmert|kuemmern ~4
            dauert ~3 laenger|noch
            weiterhin in
            """),
        PhraseTable(
            .politeness,
            """
            geduld|verstaendnis
            wichtig
            danke|dank|bedanken
            auf dem laufenden|neuesten
            update|zwischenstand
            mitteilen
            gruesse|gruessen
            melden {we} uns
            {we} melden uns
            """),
    ]
}
