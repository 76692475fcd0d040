/// What must not leave the house, in German.
extension PhraseBook {
    static let germanSecrets: [PhraseTable] = [
        PhraseTable(
            .internalLeak,
            advice:
                "Lassen Sie weg, was nur uns angeht: Systeme, Notizen, Stufen, Margen. Sagen Sie, was es für den Kunden "
                + "bedeutet.",
            """
            intern ~1 notiz|vermerk|hinweis|heisst|gilt|vermerkt|markiert|besprochen|wissen|nennen
            interne|interner|internen|internes|internem ~1 notiz|vermerk|hinweis|system|richtlinie|anweisung|prozess|ticket|gebrauch|kommentar|memo|vorgabe|vorgaben|datenbank|liste|wiki|verteiler|tool|chat|regel|regelung|bewertung|besprechung|dienstanweisung|unterlagen
            nur intern
            nicht an ~2 kunden ~2 weitergeben|senden|schicken
            nicht fuer ~2 kunden ~1 bestimmt
            kunden|kundin ~2 nicht|nichts ~3 sagen|mitteilen|weitergeben|anbieten|erwaehnen
            hoechstens|maximal ~4 anbieten|geben|erstatten $
            unter uns ~1 gesagt
            unter uns ,
            im vertrauen
            darf ich ~3 eigentlich ~2 nicht
            second|first|third level
            level|stufe 1|2|3
            jira|confluence|zendesk|salesforce|slack|servicenow|sharepoint|grafana|sentry|github|gitlab|splunk|datadog|freshdesk|hubspot|trello|asana
            unser|unserem|unseren|unsere|unserer ~2 crm|erp|backend|server|servern|datenbank|intranet|sap|cluster|firewall|logs|quellcode|schnittstelle|marge|margen|einkaufspreise|einkaufspreis|kennzahlen|zielvorgaben
            backend|datenbank|produktivserver|produktionsserver|datenbankserver
            die|unsere|den|unseren ~1 entwickler|entwicklern|admins|programmierer
            rueckstau|backlog
            stack trace
            stacktrace|nullpointer*|exception|timeout|sql
            fehlercode
            crm|erp
            rechtsabteilung|chef|chefin|geschaeftsfuehrung|zentrale|vorgesetzter|management|leitung ~3 verboten|untersagt|will|angewiesen|gesagt|moechte
            verboten|untersagt , etwas|das|ihnen
            duerfen|darf {we}? ~3 nichts|nicht ~3 zugeben|eingestehen|sagen|verraten
            verdienen {we} ~3 #percent|#num|nichts|kaum
            {we} verdienen ~4 #percent|#num|nichts|kaum
            queue|warteschlange weil
            weil|da ~1 die|unsere entwickler
            http 500|404|502|503
            einkaufspreis|einkaufspreise|einkauf ~3 kostet|#money|#num|euro
            im einkauf
            kostet uns ~4 #num|nur
            {we} ~1 zahle|zahlen|bezahlen ~4 lieferant*|hersteller
            lieferant|hersteller ~1 berechnet|verlangt ~2 uns
            gewinnspanne|handelsspanne|marge|umsatzziel|umsatzziele|verkaufsziele
            kundenwert|kundenscore|scoring|risikoeinstufung|kundenklasse
            {sie} ~4 kategorie|klasse|prioritaet a|b|c|niedrig*|hoch
            niedrige|niedriger|geringe|geringer|hohe ~1 prioritaet ~2 eingestuft|markiert|vergeben
            als ~3 eingestuft|markiert|vermerkt|gekennzeichnet
            schwieriger|schwierige|problematischer|problematische|querulant*|bekannter ~1 kunde|kundin
            querulant*|noergler*|problemkunde|stammbeschwerer
            vip kunde
            vip
            schwarze|schwarzen liste
            personalmangel|unterbesetzt|kuendigungswelle
            filiale|firma|unternehmen|standort|abteilung ~4 geschlossen|schliesst|insolvent|insolvenz|verkauft|aufgeloest
            wurde ~2 gekuendigt|entlassen|abgemahnt
            krankgeschrieben|burnout
            als ki
            sprachmodell
            lorem ipsum
            todo
            """,
            unless: """
                {we} ~3 nicht ~3 weitergeben
                interne* speicher|akku
                die|unsere filiale ~3 sonntags|um|ab|montags|heute
                als ~2 erledigt
                abo|abonnement|vertrag ~2 gekuendigt
                """),
        PhraseTable(
            .otherCustomersData,
            advice:
                "Sprechen Sie nur von der Sache dieses Kunden; wer sonst schrieb oder bestellte, bleibt bei uns: \"Das ist schon "
                + "einmal vorgekommen, und wir wissen, wie es zu beheben ist.\"",
            """
            ein|eines|einem|einer|einen anderer|anderen|andere|anderem kunde|kunden namens|adresse|name
            andere|anderer|anderen|anderem|weiterer|weitere kunde|kunden|kundin|gast|nutzer|nutzerin|mieter|mieterin|patient|patientin|kaeufer ~~4 {title} #name
            andere|anderer|anderen|anderem kunde|kunden|kundin|gast|nutzer|nutzerin|kaeufer ~~8 namens|#mail
            rechnung|bestellung|formular|brief|konto|paket|sendung|buchung|adresse|daten|akte|karte|vertrag|abrechnung|telefonnummer|mailadresse|unterlagen ~2 von|der|des|fuer ~1 {title} #name
            an|von|bei|fuer|gehoert {title} #name ~~2 #mail
            {we} ~2 an {title} #name ~4 geschickt|gesendet|versandt|erstattet|gezahlt|geschrieben
            {title} #name ~~6 auch|ebenfalls
            {title} #name ~~1 aus|von ~3 hat|hatte|bekam
            erreichen|anrufen {sie}? ~1 sie|ihn|unter ~2 #num
            der|die andere|anderer|vorige|vorheriger kaeufer|kaeuferin|mieter|gast|kunde|kundin ~~2 {title}? #name
            an {title} #name ~4 geschickt|gesendet|versandt|erstattet|gezahlt|zugestellt|ausgeliefert|verkauft
            gehoert ~2 {title} #name
            {title} #name ~1 aus #name ~~2 hat|hatte|bekam
            kunde|kundin|kunden|kaeufer ~1 {title} #name
            {title} #name ~1 hat|hatte|bekam|bestellte|wohnt ~5 bestellt|reklamiert|beschwert|problem|erhalten|bekommen|zurueckgegeben|zurueckgeschickt|erstattet
            kunde|kundin|kunden|gast|kaeufer|kaeuferin vor ihnen ~~3 #name
            {title} #name ~1 geoeffnet|gelesen|gesehen|erhalten|geschickt
            nachbar|nachbarin|nachbarn ~3 #name ~~6 telefon*|nummer|mail|handynummer
            """,
            unless: """
                kollege|kollegin|kollegen|mitarbeiter|mitarbeiterin|berater|beraterin|ansprechpartner|ansprechpartnerin|teamleiter|teamleiterin|techniker|unser|unsere ~1 {title} #name
                geehrter|geehrte|hallo|liebe|lieber|guten ~2 {title} #name
                ihr|ihre|ihrer|ihres ~2 ansprechpartner*
                """),
    ]
}
