/// Words that are said to no customer in any sentence, in English.
extension PhraseBook {
    static let englishInsults: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice:
                "Say it without the insult: answer the point and say what happens next.",
            """
            {insult}
            stupid|dumb|silly|idiotic|moronic question|questions|customer|customers|complaint|complaints|request|people|person|man|woman|mail|mails
            stupid|dumb|silly ~1 of|enough|fault you|$
            your ~2 stupid|dumb|idiotic|moronic|pathetic
            you stupid|dumb|silly|filthy|whiny|pathetic|greedy
            be|being|are|am so? stupid|dumb|moronic|pathetic
            you ~1 must|cannot be ~1 stupid|dumb|blind|deaf|crazy|mad|insane|drunk
            how stupid|dumb|thick
            are you ~2 stupid|dumb|blind|deaf|thick|crazy|insane|drunk|illiterate
            are you mad
            you are ~2 pathetic|liar|liars|pain|nuisance|joke|disgrace|nobody|disgusting|crazy|insane|thick|dumb|illiterate|annoying|worthless
            what a pain|nuisance|liar|joke
            shut up
            shut your ~1 mouth|face|trap|gob
            ^ get|go lost|stuffed|away
            drop dead
            piss|bugger|sod off
            screw you
            damn|damned|goddamn|fuck*|shit*|bullshit|crap|bollocks
            the|to hell|heck
            {we} ~2 hate|despise|loathe|detest ~1 you|customers|customer|clients|callers|people|complainers|your
            nobody ~1 likes you
            {we} ~3 sick|tired of ~2 you|your|customers|people
            {we} ~3 fed up ~1 with ~2 you|your|customers|people
            had enough of ~1 you|your
            trained monkey*|ape
            out of your mind
            use|switch your brain
            """,
            unless: """
                idiot|fool proof
                april fool*
                called|call|calling|name|named you|them|him|her|customers ~2 {insult}
                word|words|insult|insults|term ~3 {insult}
                no|not|never ~2 stupid|silly|dumb question|questions
                our|ours|{we} ~3 stupid|silly|dumb ~2 mistake
                make|makes|made|making|feel|feeling you? ~1 stupid|silly|dumb
                what a ~1 pain ~2 for|this|that
                you are ~1 in ~1 pain
                you are ~1 not ~2 pain|nuisance|joke|nobody
                {we} ~1 hate that|how|when|to|it|what|for|seeing|letting|hearing|keeping|having|losing|making
                """)
    ]
}
