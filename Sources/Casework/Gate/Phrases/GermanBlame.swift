/// Who is made out to be at fault, in German.
extension PhraseBook {
    static let germanBlame: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Sagen Sie, was geschehen ist und was Sie jetzt tun, ohne auf den Kunden zu zeigen: \"Die Bestellung ging an "
                + "die erste Adresse; ich ändere sie jetzt.\"",
            """
            haetten|haettest {sie} ~6 muessen|sollen|koennen|lesen|pruefen
            {sie} haetten|haettest ~8 muessen|sollen|koennen
            haetten|haettest|haettet {sie} ~~10 , waere|waeren|haette|haetten|dann|koennte|koennten|muessten
            {sie} {have}|hast|habt ~6 {slip}
            {have}|hast|habt {sie} ~6 {slip}
            {sie} ~1 haben|hast ~6 falsch|fehlerhaft|unvollstaendig|fahrlaessig|unsachgemaess|ungenau|verkehrt ~3 {done}
            haben|hast {sie} ~6 falsch|fehlerhaft|unvollstaendig|fahrlaessig|unsachgemaess|ungenau|verkehrt ~3 {done}
            {sie} haben|hast ~8 nicht|nie|kein|keine|keinen ~4 {neglect}
            haben|hast {sie} ~6 nicht|nie|kein|keine|keinen ~4 {neglect}
            {sie} ~6 nicht|nie ~3 {neglect} haben|hast
            {sie} ~6 falsch|fehlerhaft|unvollstaendig|unsachgemaess|verkehrt|falsche|falschen|falsches|ungueltige|alte ~3 {done} haben|hast
            {sie} ~6 {slip} haben|hast
            {sie} haben|hast ~4 fallen ~1 gelassen
            {sie} haben|hast sich ~6 geirrt|vertippt|vertan|verlesen|vermessen|verrechnet|verguckt|vertan
            haben|hast {sie} sich ~6 geirrt|vertippt|vertan|verlesen|vermessen|verrechnet
            {sie} haben es ~2 versaeumt|unterlassen
            {sie} haben|hast ~4 falschen|falsche|falsches|verkehrten|verkehrte|ungueltige|ungueltigen|alte ~4 {done}
            {sie} haben|hast ~6 zu spaet ~3 gemeldet|mitgeteilt|bezahlt|bestellt|storniert|reklamiert|geschrieben|gekuendigt|informiert|reagiert
            {sie} haben|hast ~4 zu lange ~1 gewartet|gezoegert
            {sie} sind|bist|waren ~3 schuld|verantwortlich|selbstverschuldet
            {sie} ~1 waren|sind ~1 zu unvorsichtig|spaet|langsam|ungeduldig|unaufmerksam|nachlaessig
            {sie} ~1 waren unvorsichtig|unaufmerksam|nachlaessig|leichtsinnig
            {sie} irren|taeuschen sich
            vermeiden|vermieden|verhindern|verhindert ~2 lassen|worden|koennen|werden , wenn|haetten {sie}
            {sie} {have}|hast ~5 nie ~1 aktiviert|geoeffnet|bestaetigt|gemeldet|geantwortet|gelesen|bezahlt|geprueft|eingereicht
            weil|da {sie} ~5 selbst|selber|eigenmaechtig ~2 geoeffnet|repariert|umgebaut|veraendert|gewaschen|gekuerzt|montiert
            weil|da {sie} ~4 geoeffnet|umgebaut|ueberschritten|ueberzogen|verspaetet
            sollten {sie} ~4 selbst|selber|eigentlich ~2 kennen|wissen|koennen
            {sie} sollten ~4 selbst|selber|eigentlich ~3 kennen|wissen|koennen
            {we} kann|koennen ~3 nicht ~1 riechen|ahnen|erraten|wissen|hellsehen
            woher|wie sollen|soll|sollten|haetten {we} ~4 wissen|ahnen
            nicht unsere|meine aufgabe|pflicht ~1 zu?
            kommt|ruehrt|liegt|kam|lag ~3 davon|daran|daher , dass|weil|wenn {sie}
            wer ~6 nicht|ignoriert|missachtet|uebersieht|falsch ~~8 wundern|beschweren|rechnen|selber|selbst|muss|darf
            passiert|geschieht ~1 wenn man ~5 nicht|falsch|ignoriert
            passiert , wenn man|{sie} ~6 nicht|falsch|ignoriert
            darf|duerfen|muss|muessen|brauchen sich ~2 nicht ~1 wundern|beschweren
            duerfen {sie} sich ~2 nicht ~1 wundern|beschweren
            ihre|deine ungeduld|nachlaessigkeit|unachtsamkeit
            einfach ~1 falsch|falsche|falschen|falsches|verkehrt ~4 {done}
            {sie} haben|haetten ~4 wissen muessen
            {sie} wurden|worden ~5 hingewiesen|gewarnt|erinnert|aufgefordert|informiert|gebeten
            {we} {have} {sie} ~6 gewarnt|erinnert|hingewiesen ~~3
            {sie} ~8 selbst|selber ~3 ausgesucht|gewaehlt|bestellt|gewollt|entschieden|eingebrockt|zuzuschreiben|verursacht|verschuldet|eingegeben|gebucht|unterschrieben|bestaetigt
            haben|muessen {sie} sich ~4 selbst|selber ~2 zuzuschreiben
            selbst|selber zuzuschreiben
            ihr|ihre|ihrem|ihren|ihres|dein|deine eigen* schuld|fehler|verschulden|verantwortung|versaeumnis|entscheidung|risiko|problem|pech
            ihr|ihre|ihrem|ihren|ihres|ihrer|deine|dein ~1 schuld|versaeumnis|nachlaessigkeit|unachtsamkeit|verschulden|fehlverhalten|irrtum|ungeduld|unwissenheit|leichtsinn|fahrlaessigkeit|fehlbedienung|vergesslichkeit|unvorsichtigkeit|schusseligkeit
            ihr|ihrem|ihren|dein ~1 fehler
            ihrer|deiner verantwortung|pflicht
            liegt|lag ~2 an ihnen|dir|ihrer|ihrem|ihren ~1 !bank|internet*|anbieter
            liegt|lag ~2 bei ihnen|dir !etwas|vor|noch|ein|eine|der|die|das
            liegt|lag ~2 an ihrer|ihrem|ihren ~2 fehler*|falsch*|eingabe*|bedien*|angab*|verhalten|nachlaessig*
            selbst schuld|schuldig|verschuldet|verantwortlich
            selber schuld
            selbstverschuldet|selbstverschuldete|selbstverschuldeter
            eigenverschulden
            schuld|fehler|problem|ursache|verantwortung liegt|lag|ist ~2 bei ihnen|dir
            auf ihrer|ihre seite ~1 !des
            ihrerseits|deinerseits
            weil {sie} ~8 nicht|falsch|vergessen|falsche|falschen|falsches|zu|ohne|keine|kein|keinen
            da {sie} ~6 nicht|falsch|vergessen|falsche|falschen|versaeumt|keine
            wenn {sie} ~8 haetten|haettest|haettet
            aufgrund|wegen|infolge ~1 ihrer|ihres|deiner ~1 falsch*|fehlerhaft*|unvollstaendig*|nachlaessig*|unsachgemaess*|fehl*|versaeumnis*|verspaetet*|mangelnd*|unachtsam*|wiederholt*
            unsachgemaesse* handhabung|gebrauch|nutzung|verwendung|behandlung|bedienung|montage|lagerung
            falsche*|fehlerhafte* handhabung|bedienung|nutzung|verwendung|eingabe ihrerseits|durch|von
            von ihnen|dir ~2 falsch|fehlerhaft|unvollstaendig|verursacht|beschaedigt|verschuldet
            durch sie|dich ~2 verursacht|beschaedigt|verschuldet
            naechstes|naechste|naechsten mal ~4 {sie}|bitte ~6 lesen|pruefen|achten|besser|genauer|genau|aufpassen|messen|vorher|rechtzeitig|aufmerksamer|sorgfaeltiger|daran
            lesen|pruefen|achten|messen|passen|schauen|denken|lies|pruefe|achte|pass|schau ~1 {sie}? ~3 naechste|naechsten|naechstes mal
            kuenftig|zukuenftig|zukunft ~5 {sie}|bitte ~5 besser|genauer|sorgfaeltiger|rechtzeitig|aufmerksamer|vorher
            lesen|achten|pruefen|schauen {sie} ~3 kuenftig|zukuenftig|zukunft
            bedienungsfehler|anwenderfehler|benutzerfehler|bedienfehler|eingabefehler|anwendungsfehler|montagefehler
            warum|wieso|weshalb haben|hast {sie} ~5 nicht|erst|so
            """,
            unless: """
                nicht|kein|keine|keinen|keinesfalls|nie|keineswegs ~4 schuld|fehler|verschulden|versaeumnis|irrtum|verantwortlich|ihnen
                {sie} ~4 keine|keinen|kein|keinesfalls|nicht ~2 schuld|fehler|verantwortlich
                ^ sollten {sie} ~10
                falls|ob|sobald|sofern|solange {sie} ~10
                wenn|falls|sollten|ob {sie} ~8 haben|vergessen|uebersehen|uebersehen
                haben {sie} ~5 schon|bereits|vielleicht|eventuell
                haetten {sie} ~3 gern|gerne|lieber|fragen|zeit|lust|interesse|noch
                haetten {sie} nicht ~4 muessen|sollen
                {sie} haetten ~4 nicht|nie ~4 muessen|sollen|duerfen
                ^ liegt bei ihnen
                haben {sie} nichts ~2 uebersehen|vergessen|versaeumt
                {sie} haben nichts
                {sie} haben ~3 keine|keinen ~3 nachricht|antwort|rueckmeldung|bestaetigung
                haetten {sie} ~4 erhalten|hoeren|bekommen ~1 muessen|sollen
                {sie} haetten ~4 erhalten|hoeren|bekommen ~1 muessen|sollen
                {sie} haetten ~6 erfahren|antwort|hinweis|nachricht
                nicht ~1 weil {sie}
                unsachgemaesse* ~2 ausgenommen
                leid , dass {sie}
                leid dass {sie}
                {sie} ~1 schreiben|schrieben|sagten|sagen|berichten|erwaehnten|erwaehnen ~1 dass? {sie}
                danke|schoen|gut , dass {sie}
                dank , dass {sie}
                {sie} uns|mir ~3 mitgeteilt|gesagt|geschrieben|gemeldet|informiert
                der|die|den|das {sie} ~4 nicht
                """),
        PhraseTable(
            .blameOther,
            advice:
                "Der Kunde hat sich an uns gewandt, also ist es unsere Sache: \"Das Paket ging unterwegs verloren; ich schicke "
                + "heute ein neues.\"",
            """
            {faultnoun} ~1 des|der|von|vom|beim|bei|durch|unserer|unseres|meiner|meines ~1 {others}
            {others} ist|sind|traegt|hat|haben ~2 schuld|verantwortlich|verbockt|verschuldet
            {others} ~6 verschlampt|vermasselt|versagt|gepfuscht|geschlampt|verbockt|verloren|unfaehig|unzuverlaessig|vergessen|uebersehen|versemmelt|vergeigt|verpennt|verschlafen|verschusselt|vertauscht|verwechselt|verkackt|verpatzt
            {others} hat|haben ~6 beschaedigt|falsch|fehler|falsche|falschen|falsches|unsinn|quatsch|bloedsinn|mist|irrtuemlich|gelogen|ahnung
            {others} haette|haetten ~8 muessen|sollen|duerfen
            {others} ~2 ist|sind|arbeitet|arbeiten ~3 unfaehig|unzuverlaessig|ueberlastet|ueberfordert|chaotisch|langsam|neu|unerfahren|schlampig|inkompetent|miserabel|katastrophal
            {others} ~3 immer|staendig|dauernd|wieder|nie ~5 falsch*|fehler|spaet|unpuenktlich|vergisst|vergessen|verliert|verlieren|schlamp*|probleme|aerger|durcheinander|eingepackt|hin|zuverlaessig
            {others} ~3 mal wieder|nicht
            {others} bekommt|bekommen|kriegt|kriegen ~4 nicht|nichts ~3 griff|hin|gebacken|reihe
            bekommt|bekommen|kriegt|kriegen es|das ~3 nicht ~3 griff|hin|gebacken|reihe
            {others} ~2 weiss|wissen|kennt|kann|koennen ~3 nicht|nichts|keine ~2 was|wie|ahnung
            {others} ~1 hoert|hoeren|macht|machen ~2 nie|nicht ~1 zu|was
            keine ahnung ~1 was|wovon|wer
            typisch ~1 {others}
            {others} ~1 liest|lesen|hoert|hoeren|weiss|wissen|macht|machen|denkt|denken|kontrolliert|kontrollieren ~4 nicht|nie|nichts
            nicht ~2 gut in
            {others} ~2 ist|sind|war|waren ~4 {badtrait}
            {others} ~4 wieder ~1 einmal|mal
            fehler|schuld|versehen von #name !uns
            neu hier|dabei
            jemand|irgendwer|einer ~1 im|in|vom|von|aus ~3 versprochen|vergessen|verbockt|falsch|geschlafen|vertauscht|versprach
            vorige|vorherige|fruehere|letzte ~1 sachbearbeiter|sachbearbeiterin|bearbeiter|berater|kollege|mitarbeiter ~6 chaos|falsch|durcheinander|versaeumt|vergessen|schlampig|nichts
            personal|kuechenpersonal|service|kueche|verkauf|agentur|sachbearbeiter ~5 geschlafen|gepennt|versagt|gepatzt|schlampig|unfaehig|ueberfordert|vergessen
            durcheinander|chaos ~1 hinterlassen|angerichtet
            nur|allein|ausschliesslich {others} ~1 etwas|was|schuld
            {others} etwas|was ~1 dafuer|fuer
            beschweren|bedanken {sie} sich ~2 bei|beim
            nicht|keine ~1 unsere|meine|unser|mein|unserer|meiner ~1 schuld|fehler|verantwortung|verschulden|versaeumnis|problem|zustaendigkeit
            liegt|lag ~1 nicht ~1 an|bei uns|mir
            {we} {have} ~2 nichts ~1 falsch
            dafuer ~2 nicht|nichts verantwortlich|koennen|haften|haftbar
            dafuer koennen|kann {we} nichts
            {we} kann|koennen ~2 nichts ~1 dafuer
            nichts fuer|dafuer $
            {we} koennen|kann dafuer nichts
            {we} bin|sind ~2 nicht ~1 verantwortlich|schuld|haftbar
            dafuer ~1 bin|sind {we} nicht
            nicht in|unter unserer|meiner hand|macht|kontrolle
            ausserhalb unseres|unserer|meines einflusses|einflussbereichs|kontrolle|macht
            haben|habe ~4 nichts ~2 zu tun
            hat|haben ~1 nichts ~1 mit uns
            wenden {sie} sich ~3 an ~2 {others} ~~3 der|die|das ~4 verloren|verbockt|schuld|beschaedigt|verursacht|verantwortlich
            wenden {sie} sich ~2 an den|die paketdienst|zusteller|hersteller|post|bank
            der|die hat|haben das|es|ihr ~2 verbockt|verloren|verschuldet|vermasselt|beschaedigt|verursacht
            vorherige|letzte|vorige|fruehere kollege|kollegin|mitarbeiter|mitarbeiterin ~4 falsch*|fehler|versaeumt|vergessen|unsinn
            wer ~1 auch ~1 immer ~3 verbockt|versprochen|gesagt
            """,
            unless: """
                tun haben
                {sie} ~1 schreiben|schrieben|sagen|sagten|berichten|berichteten|erwaehnten|schildern ~~10
                fehler|panne ~2 unseres|unserer systems|it|technik
                ob|wenn|falls|sollte ~6 {others} ~4 verloren
                unser|unsere|unserem|meine|mein ~1 team ~3 nicht
                nicht ~3 kann|koennen ~2 ihnen
                {others} ~3 nicht ~3 angetroffen|erreicht|zustellen|zugestellt|erreichbar|moeglich|besetzt|verfuegbar|finden
                """),
    ]
}
