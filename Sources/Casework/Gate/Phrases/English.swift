extension PhraseBook {
    static let english = PhraseBook(
        classes: [
            "we": "i|we", "title": "mr|mrs|ms|miss|mister|dr|prof", "our": "our|my|the",
            "colleague":
                "colleague|colleagues|warehouse|team|department|agent|system|website|staff|developers|technicians|technician|rep|representative|advisor|adviser|assistant|trainee|intern|hotline|centre|center|shift|nightshift|kitchen|crew|personnel|agency|accounting|billing|sales|marketing|supervisor|manager|coworker|programmers|branch",
            "carrier":
                "courier|couriers|carrier|carriers|postman|driver|supplier|suppliers|manufacturer|dhl|ups|fedex|hermes|dpd|gls|usps|evri|bank|banks|airline|provider|partner|customs|installer|contractor|vendor|hotel|airport|restaurant|haulier|processor",
            "checkverbs":
                "read|checked|check|looked|followed|follow|told|tell|provided|asked|included|paid|waited|called|ordered|tested|measured|informed|packed|kept|understood|listened|given|taken|entered|used|written|contacted|known|noticed|realised|realized|thought|chosen|saved|updated|cancelled|canceled|mentioned|handled|charged|installed|reported|confirmed|replied|answered|responded|acted|signed|sent|ignored|spotted|seen",
            "wrongdoing":
                "wrong|incorrect|incorrectly|improper|improperly|failed|forgot|forgotten|misread|misunderstood|mistake|mistaken|error|careless|carelessness|negligence|misuse|misused|overlooked|dropped|broke|broken|damaged|late|mistyped|entered|typed|neglected|mishandled|ignored|delay|failure|missed|overheated|incomplete|absence|inaction|inattention|impatience|mishandling|misspelled|skipped|waited|rushed|confused|mixed|repeated",
            "slip":
                "forgot|forgotten|neglected|failed|omitted|ignored|overlooked|misread|misunderstood|mistyped|misspelled|misspelt|misused|misplaced|mishandled|mistook|mixed|messed|botched|broke|broken|damaged|ruined|dropped|bent|spilled|spilt|cracked|burned|burnt|scratched|lost|caused|skipped|disregarded|overloaded|overheated|tampered",
            "neglect":
                "read|follow|provide|check|include|tell|inform|pay|mention|bother|pack|keep|look|enter|fill|give|use|understand|attach|respond|reply|answer|listen|notice|realise|realize|update|confirm|cancel|complete|submit|report|charge|install|close|open|turn|switch|register|contact|send|specify|state|cooperate|save|measure|clean|care|think|act|secure|wrap|sign",
            "faultnoun":
                "fault|mistake|error|negligence|carelessness|oversight|failure|blunder|incompetence|sloppiness",
            "insult":
                "idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|fool|fools|dimwit*|halfwit*|nitwit*|blockhead*|dumbass*|jackass*|asshole*|arsehole*|bastard|bastards|bitch|bitches|cunt|cunts|dickhead*|wanker*|scum|scumbag*|cretin|cretins|dunce|dunces|crybaby|crybabies|whiner|whiners|twat*|douchebag*|motherfuck*|simpleton*|retarded|numbskull*",
            "badtrait":
                "lazy|rude|incompetent|useless|careless|stupid|slow|unreliable|sloppy|clueless|hopeless|terrible|awful|idiot|idiots|fool|fools|negligent|inexperienced|overworked|chaotic|disorganised|disorganized|unprofessional|unfriendly|dishonest|overwhelmed|sleepy|forgetful",
            "carefor":
                "received|heard|been|had|got|gotten|to|not|never|a|an|the|your|no|any|arrived|access|enough|seen|it|them",
            "feel":
                "frustrat*|annoy*|upset*|disappoint*|worr*|trouble*|angry|anger|stress*|difficult|hard|unpleasant|inconven*|distress*|irritat*|painful|pain|sad|tiring|exhaust*|frighten*|scary|shock*|infuriat*|embarrass*|maddening|awful|terrible|horrible|hassle|ordeal|let",
        ],
        englishBlame + englishManners + englishInsults + englishDismissal + englishHonesty + englishSecrets
            + englishSigns + englishPromises)
}
