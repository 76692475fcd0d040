extension PhraseBook {
    static let english = PhraseBook(
        classes: [
            "we": "i|we", "our": "our|my|the",
            "colleague": "colleague|colleagues|warehouse|team|department|agent|system|website",
            "carrier": "courier|carrier|postman|driver|supplier|manufacturer|dhl|ups|fedex|hermes|dpd|gls|bank",
            "checkverbs":
                "read|checked|check|looked|followed|follow|told|tell|provided|asked|included|paid|waited|called|ordered|tested|measured|informed|packed|kept|understood|listened|given|taken|entered|used|written|contacted",
            "wrongdoing":
                "wrong|incorrect|incorrectly|improper|improperly|failed|forgot|forgotten|misread|misunderstood|mistake|mistaken|error|careless|carelessness|negligence|misuse|misused|overlooked|dropped|broke|broken|damaged|late|mistyped|entered|typed|neglected|mishandled|ignored|delay|failure|missed|overheated",
            "carefor": "received|heard|been|had|got|gotten|to|not|never|a|an|the|your|no|any|arrived",
        ], englishConduct + englishHonesty + englishSigns + englishPromises)
}
