extension PhraseBook {
    static let german = PhraseBook(
        classes: [
            "we": "ich|wir", "have": "habe|haben", "sie": "sie|du|ihr",
            "others":
                "paketdienst|paketdienstes|paketbote|boten|bote|fahrer|zusteller|lieferant|lieferanten|hersteller|herstellers|dhl|ups|hermes|dpd|gls|post|bank|spediteur|spedition|kollege|kollegin|kollegen|kolleginnen|lager|abteilung|team|system|vorgaenger|vorgaengerin|it|technik|techniker|buchhaltung|hotline|callcenter|versand|mitarbeiter|mitarbeiterin|vertrieb|marketing|kurier|airline|fluggesellschaft|partner|werkstatt|zoll|zahlungsdienstleister|anbieter|monteur|praktikant|azubi|filiale|kundendienst|versandpartner|logistikpartner|lieferdienst|versanddienstleister|dienstleister|zustelldienst|hotel|personal|chauffeur|nachtschicht|schicht|kurierfahrer|entwickler|programmierer|zentrale",
            "done":
                "eingegeben|angegeben|bestellt|ausgefuellt|verstanden|bedient|gelesen|benutzt|verwendet|ausgewaehlt|gewaehlt|adressiert|behandelt|gehandelt|gemacht|eingetragen|eingetippt|angeschlossen|montiert|aufgebaut|installiert|mitgeteilt|uebermittelt|geschickt|notiert|gemessen|hinterlegt|angekreuzt|beschriftet|genannt|gepackt|gelagert|gewaschen|gepflegt|gespeichert",
            "slip":
                "vergessen|versaeumt|uebersehen|missverstanden|verwechselt|ignoriert|verschusselt|verschlampt|unterlassen|vernachlaessigt|missachtet|ueberlesen|verpasst|vertippt|verwechselt|verlegt|beschaedigt|kaputtgemacht|zerbrochen|verursacht|verschuldet|zerkratzt|ueberlastet|ueberhitzt",
            "neglect":
                "gelesen|beachtet|befolgt|angegeben|mitgeteilt|bezahlt|geprueft|verstanden|reagiert|geantwortet|gemeldet|informiert|bestaetigt|gekuendigt|aufgepasst|hingesehen|hingeschaut|ausgefuellt|eingereicht|eingehalten|aktualisiert|geachtet|gekuemmert|gesichert|zugehoert|ueberwiesen|beglichen|gewartet|nachgemessen|abgeschickt|gehalten",
            "faultnoun":
                "schuld|fehler|versagen|versaeumnis|verschulden|nachlaessigkeit|schlamperei|unfaehigkeit|panne|irrtum",
            "feelings":
                "aerger*|veraerger*|enttaeusch*|frust*|sorge*|unangenehm|aergerlich|muehsam|belastend|schwer|verunsicher*|stress*|nervig|wut|wuetend|schlimm|schmerz*|traurig|empoer*|verzweif*|schock*|unmut|unzufrieden*|erschreck*|anstrengend|nerv*|verletz*|zumut*|unertraeglich",
            "insult":
                "idiot|idiotin|idioten|idiotinnen|idiotisch*|depp|deppen|trottel|trotteln|dummkopf|dummkoepfe|vollidiot*|volltrottel|vollpfosten|arsch|arschloch|arschloecher|schwachkopf|schwachkoepfe|schwachsinn*|bloedmann|bloedmaenner|dussel|hirnlos*|spast*|hornochse*|miststueck*|mistkerl*|drecksack|drecksau|schlampe|schlampen|wichser|hurensohn*|heulsuse*|jammerlappen|noergler|noerglerin|querulant*|debil*|kretin*|versager|versagerin|pappnase*|dumpfbacke*|abschaum|vollhorst|dreckskunde*",
            "badtrait":
                "faul|frech|unfaehig|nutzlos|schlampig|dumm|langsam|unzuverlaessig|ahnungslos|nachlaessig|unerfahren|ueberlastet|ueberfordert|chaotisch|unfreundlich|unprofessionell|unhoeflich|verschlafen|vergesslich|bequem|inkompetent",
            "title": "herr|herrn|frau|dr|familie",
        ], germanBlame + germanManners + germanInsults + germanHonesty + germanSecrets + germanSigns + germanPromises)
}
