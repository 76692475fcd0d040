/// What is said that should not be, and what should be said and is looked for, in English.
extension PhraseBook {
    static let englishHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "There is always something that can be done: name it. \"I cannot send the blue one any more; I can refund "
                + "it or send the green one, whichever you like.\"",
            """
            nothing {we} can ~1 do|offer
            nothing ~1 else? ~1 {we} can
            nothing more|else|further {we} can
            {we} can not do ~1 more
            nothing ~2 to|can be done
            {we} can not do anything
            {we} can do nothing
            can not help you ~1 $
            not able to|can help you ~1 $
            unable to help|assist you? ~2 $
            {we} can not help|assist you|with|any|further
            this|our decision|matter|case is final|closed
            case|matter is closed for
            end of discussion|story
            no exceptions
            {we} consider this|the matter|case closed
            there is no way
            no further replies|correspondence|answers
            do not contact us again
            out of luck
            tough luck
            """,
            unless: """
                nothing ~1 else|further? you ~4 do
                nothing ~1 needs|has to be done
                nothing you
                """),
        PhraseTable(
            .refusal,
            """
            {we} can not ~1 refund|replace|exchange|cancel|change|accept|repair|offer|send|ship|deliver|return|extend|give|honour|honor
            {we} are|am not able to
            {we} are|am unable to
            it|this|that is ~1 not possible|allowed|permitted
            is impossible
            can not ~1 be changed|refunded|replaced|cancelled|canceled|repaired|exchanged|returned|done|extended
            {we} do not ~1 refund|replace|exchange|accept|offer|ship|deliver|repair|sell
            no longer available|possible|sold|made|produced
            out of stock
            has|have ~1 expired
            is|was ~1 too late to
            your request ~1 denied|rejected|declined|refused
            {we} must ~1 decline|refuse|reject
            not covered
            """,
            unless: """
                if|when|should|while ~4 not possible|allowed|able|available
                {we} can not ~3 enough
                not ~1 too late
                """),
        PhraseTable(
            .falseCertainty,
            advice:
                "Say what is known and until when you will know more: \"The carrier expects it on Friday; I check on Friday "
                + "evening and write to you.\"",
            """
            {we} ~1 guarantee you|that|it|this|the|delivery|arrival
            guaranteed to arrive|be|come|work|reach
            guaranteed $
            {we} promise|assure it|this|that|you ~3 will
            delivery|arrival is guaranteed
            definitely|certainly|surely|absolutely ~2 arrive|come|work|be|reach|never|fixed|solved|get|have|receive|tomorrow
            will|is definitely|certainly|surely|absolutely|undoubtedly
            {we} ~1 assure|promise you ~2 that? ~5 will|never|would
            rest assured
            without fail
            without ~1 any? doubt
            100 #percent
            one hundred #percent
            no chance|risk that
            can not go wrong
            nothing can|could|will ~1 go
            never ~2 happen again
            not ~2 happen again
            no way ~3 wrong
            {we} am|are ~1 100|absolutely|completely|totally certain|sure|positive
            always arrive*|works
            bound to
            impossible that
            under no circumstances
            """,
            unless: """
                make|making|be ~1 sure|certain
                {we} ~1 can|could|do|would not ~1 guarantee|promise
                not yet certain
                100 #percent cotton|linen|wool|natural|recycled|oak|organic|of
                not definitely
                no guarantee
                so|help that ~3 not ~2 happen again
                """),
        PhraseTable(
            .internalLeak,
            advice:
                "Leave out what is ours alone: systems, colleagues' notes, tiers, margins. Say what it means for the customer.",
            """
            internal note|notes|use|only|comment|policy|guideline|guidelines|ticket|system|process|memo
            for internal
            do not share|forward|show|send ~3 customer|customers|outside
            do not tell the customer
            confidential ~1 do|not|internal
            tier|level 1|2|3|one|two|three support|agent|team|queue
            ticket ~2 queue|escalated|backlog|number
            backlog
            l1|l2|l3
            our crm|erp|database|server|sql|api|backend
            stack trace
            null pointer
            error code|500|404
            exception in
            our margin|margins
            our ~1 purchase price|prices|cost
            profit margin
            churn risk
            customer ~1 lifetime value
            high|low value customer
            vip customer|status
            flagged|marked as ~2 difficult|problem|fraud|risk|vip
            difficult|problem customer
            system prompt
            as an ai
            language model
            lorem ipsum
            todo
            fixme
            another customer name|address|order|account|called|named
            other customer name|address|order|account
            customer named|called
            """,
            unless: "api key|documentation for"),
    ]

    static let englishSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            {we} am|are ~2 sorry
            sorry to|that|for|about
            apolog*
            {we} ~2 understand|see|hear|appreciate|imagine|realise|realize ~6 frustrat*|annoy*|upset*|disappoint*|worr*|trouble*|angry|stress*|difficult|hard|unpleasant|inconven*
            {we} ~2 understand|see|hear|imagine|realise|realize why|how|that
            {we} can ~1 understand|see|imagine
            must have|be ~2 frustrat*|annoy*|upset*|disappoint*|worr*|hard|difficult|stress*|unpleasant
            is|was frustrat*|annoy*|upset*|disappoint*|unpleasant|stressful
            that|this|it is|was not ~1 what|how you
            you ~1 have every reason|right to
            you ~1 are|were right to
            {we} regret
            {we} let you down
            deserve* better
            not good enough
            """),
        PhraseTable(
            .offer,
            """
            {we} can|could|will !not
            {we} am|are ~1 happy|glad
            {we} offer
            {we} ~1 have ~1 asked|arranged|sent|refunded|ordered|booked|set|reserved
            {we} am|are sending|asking|arranging|refunding
            you can|could|may !not
            you are ~1 welcome to
            instead
            as an alternative
            alternatively
            would you like|prefer
            if you ~1 like|prefer|wish|want
            let me
            please ~1 reply|send|choose|tell|write
            what {we} can
            here is|are
            """),
        PhraseTable(
            .news,
            """
            {we} have ~2 asked|found|heard|checked|received|learned|spoken|sent|reached|opened|located|ordered|written|refunded|booked|traced|confirmed
            {we} asked|found|heard|checked|received|learned|spoke|sent|reached|opened|ordered|wrote|called|phoned
            ~2 has|have ~1 told|confirmed|answered|replied|found|arrived|left|reached|said|promised|located|started|begun|scanned
            told us|me
            confirmed
            was|were ~1 found|sent|seen|scanned|shipped|received|repaired|located|handed
            is now|on
            {carrier} ~1 says|expects|writes|tells|reports|searches|is
            """,
            unless: """
                {we} have received your ~3
                {we} received your
                """),
        PhraseTable(
            .awaited,
            """
            wait* for ~3 answer|reply|result|word|delivery|part|report|scan|approval|confirmation|stock|news|{carrier}|{colleague}|manufacturer|workshop
            await* ~3 answer|reply|result|delivery|part|report|confirmation|news|word
            waited for is
            answer|reply|result|report|confirmation from|of
            {carrier}|workshop|manufacturer ~2 to|will ~1 answer|reply|report|confirm|come|send|search
            expect* ~5 from
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
