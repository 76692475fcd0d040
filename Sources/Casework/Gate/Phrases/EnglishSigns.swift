/// What should be said and is looked for, in English.
extension PhraseBook {
    static let englishSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            {we} am|are ~3 sorry
            ^ ~2 sorry
            sorry to|that|for|about|you|we|again
            apolog*
            {we} ~3 understand|see|hear|appreciate|imagine|realise|realize|recognise|recognize|know|share ~8 {feel}
            {we} ~2 understand|see|hear|imagine|realise|realize|know why|how|that|what|your
            {we} ~1 hear you
            {we} can ~2 understand|see|imagine|hear
            must|will|would|may|might have|be ~3 {feel}
            understandable|understandably
            is|was|sounds|sound|feels|seems|been ~3 {feel}
            how ~1 {feel}
            your ~1 {feel}
            that|this|it|which is|was not ~2 what|how|good|acceptable|right|the|okay|ok|you
            should ~1 not ~1 have ~1 happened|been|taken|had
            should never have
            you ~1 have|had every|all|a|the ~2 reason|right to
            you ~1 are|were ~1 right
            {we} ~1 regret
            {we} ~1 let you down
            deserve* better
            ours to put|mend|make
            not ~1 good enough
            too many|long
            thank you for ~1 telling|your|being|raising|pointing ~2 honest*|frank|open|candid
            how|so {feel}
            """),
        PhraseTable(
            .offer,
            """
            {we} ~1 can|could|will|would ~1 !not
            {we} am|are ~1 happy|glad|pleased
            {we} ~1 offer
            {we} ~1 have ~1 asked|arranged|sent|refunded|ordered|booked|set|reserved|added|credited|passed|forwarded|attached|opened|found
            {we} am|are sending|asking|arranging|refunding|adding|crediting|attaching
            {we} still|also ~1 repair|offer|sell|have
            you ~1 can|could|may|might !not
            you are ~1 welcome|free to
            instead
            as an alternative
            alternative|alternatives|alternatively
            would you ~1 like|prefer
            if you ~1 like|prefer|wish|want|would|send|write|tell|let
            let me
            please ~1 reply|send|choose|tell|write|let|use|call|pick|keep|bring|visit
            just ~1 reply|write|call|send
            what {we} can
            here is|are
            we|you|it|there do|does ~1 have
            another ~2 works|work|fits|way|possibility
            works as well
            costs|free|at ~1 of charge
            paid ~1 repair
            available|back ~1 in|from|on|again
            {carrier} can
            number|address is
            voucher
            you choose
            """,
            unless: """
                {we} ~1 can|could|will|would ~2 not|only|no|understand|see
                {we} am|are happy|glad|pleased ~1 that|you|to ~1 hear
                {we} will|would ~1 have to ~1 decline|refuse|reject
                """),
        PhraseTable(
            .news,
            """
            {we} ~1 have ~3 asked|found|heard|checked|learned|spoken|sent|reached|opened|located|ordered|written|refunded|booked|traced|confirmed|repaired|corrected|changed|called|phoned|forwarded|shipped|received|added|cancelled|arranged
            {we} ~1 asked|found|heard|checked|learned|spoke|sent|reached|opened|ordered|wrote|called|phoned|corrected|changed|shipped
            has|have ~2 told|confirmed|answered|replied|found|arrived|left|reached|said|promised|located|started|begun|scanned|approved|cleared
            told us|me
            others|customers ~1 have ~1 written|told|reported|noticed
            confirmed
            was|were|been ~1 found|sent|seen|scanned|shipped|received|repaired|located|handed|delivered|approved|credited|refunded|corrected|dispatched|moved
            is now|on|ready
            {carrier} ~1 says|expects|writes|tells|reports|searches|is
            attached
            """,
            unless: """
                {we} ~1 have ~1 received your ~3
                {we} received your
                has|have|been|was ~1 received ~1 $
                your ~2 request|enquiry|inquiry|message|case|ticket ~4 received
                is now|on ~1 being|in|under|hand|hold
                """),
        PhraseTable(
            .awaited,
            """
            wait* ~2 for ~3 answer|reply|result|word|delivery|part|parts|report|scan|approval|confirmation|stock|news|{carrier}|{colleague}|manufacturer|workshop|document|documents
            wait* on ~2 {carrier}|{colleague}|part|parts
            await* ~3 answer|reply|result|delivery|part|report|confirmation|news|word|approval
            waited for is
            answer|reply|result|report|confirmation from|of
            {carrier}|workshop|manufacturer ~2 to|will ~1 answer|reply|report|confirm|come|send|search
            expect* ~5 from|by|on|within|before
            still missing is
            is due
            """),
        PhraseTable(
            .courtesyQuestion,
            """
            anything else
            any|other further questions
            how are you
            does that|this help
            """),
        PhraseTable(
            .furtherQuestion,
            """
            and|or what|when|where|which|how|who|why|did|do|does|is|are|have|has|was|were|could|can|would|whether
            , what|when|where|which|how|who|why
            """,
            unless: """
                and|or how|when ever|soon
                """),
    ]
}
