/// What is not true or leads nowhere, in English.
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
            nothing more|else|further {we} can|could
            not ~1 anything more|else|further {we} can|could
            not|little ~1 {we} can do
            {we} can not do ~1 more
            nothing ~2 to|can be done
            {we} can not do ~1 anything|much
            {we} can do nothing
            can not help you ~1 $
            not able to|can help you ~1 $
            unable to help|assist you? ~2 $
            {we} can not help|assist you|with|any|further ~4
            {we} am|are unable|powerless to help|assist
            {we} ~1 not|no ~1 able|longer|position to ~1 help|assist
            our hands ~1 tied
            {we} ~1 have no influence|control|way|choice|option|options
            this|our|the ~1 decision|matter|case is ~1 final|closed|settled
            decision can not be ~2 changed|appealed|reversed|overturned
            final decision|answer|word
            case|matter is closed for
            end of discussion|story
            no ~1 exceptions|exception
            {we} can|do not make ~2 exception|exceptions
            {we} ~1 consider this|the|your ~2 matter|case|ticket|closed ~1 closed|settled|resolved|closed
            there is no way|possibility|option|solution|remedy|chance
            no further replies|correspondence|answers|discussion|action
            not ~2 respond|reply to ~2 further|more
            do not contact|write|email us ~2 again|any
            out of luck
            tough|bad|hard luck
            that is ~2 all|it|everything ~1 {we} can
            that is the end
            {we} can not ~2 any further
            not ~3 our department|team ~2 handles|does|deals|job|responsibility|responsible
            something {our} ~2 department|team ~1 handles|does|deals
            {our} ~1 department|team|office ~1 not ~2 handle|deal|responsible|do|process|cover
            {we} ~1 not ~1 the right department|person|team|place|contact $
            {we} ~1 do not deal with
            you ~1 will|would ~1 have|need to ~2 ask|contact|find|look|try|go ~2 somewhere|someone|elsewhere|yourself
            please ~2 contact|try|ask|go someone|somewhere ~1 else
            """,
            unless: """
                nothing ~1 else|further? you ~4 do
                nothing ~1 needs|has to be done
                nothing you
                is closed on|at|from|between|for ~1 today|sunday*|monday*|the
                {we} would make|be ~1 exception
                if|should ~4 no way
                """),
        PhraseTable(
            .refusal,
            """
            {we} ~1 can not ~3 refund|replace|exchange|cancel|change|accept|repair|offer|send|ship|deliver|return|extend|give|honour|honor|take|provide|grant|process|approve|waive|reimburse|compensate|credit|issue|pay|make|do|reopen|restore|fix|mend|match|adjust|remove|reverse|book|rebook|move|upgrade|release|unlock
            {we} am|are ~2 not able|prepared|willing|allowed|permitted|authorised|authorized to
            {we} am|are ~2 unable to
            {we} will|would ~1 not ~1 be ~2 able|refunding|replacing|repairing|sending|paying|giving|accepting|doing|making|taking|offering|covering|processing|exchanging|cancelling|canceling|reimbursing|compensating
            {we} will not ~1 refund|replace|repair|pay|accept|cover|exchange|reimburse|take|give|offer|grant|cancel|make
            it|this|that|return|returns|refund|refunds|exchange|exchanges|cancellation|cancellations|repair|change|changes|delivery|which ~3 is|are ~3 not ~2 possible|allowed|permitted|available|eligible|refundable|accepted|offered|included
            is ~1 impossible
            not ~1 eligible|entitled|qualify
            can not ~1 be ~2 changed|refunded|replaced|cancelled|canceled|repaired|exchanged|returned|done|extended|granted|approved|accepted|processed|reversed|undone|restored|fixed|mended|honoured|honored|combined|transferred|delivered|shipped|waived|offered|made|fulfilled|met
            {we} ~1 do not ~2 refund|replace|exchange|accept|offer|ship|deliver|repair|sell|provide|cover|give|make|take|pay|reimburse|compensate|stock|carry|support|allow|grant
            no longer ~1 available|possible|sold|made|produced|offered|refund*|eligible|in|under
            out of stock|warranty|guarantee|production
            sorry , no $
            {we} can not ~2 fulfil|fulfill|meet|comply|accommodate|satisfy|consider|agree|proceed
            permanently|definitively ~1 closed|blocked|banned|deleted|suspended
            discontinued
            {we} will ~2 not ~3 refund|replace|exchange
            answer is ~1 no
            not ~1 available|valid|offered|sold|supported ~2 in|for|to|on|any
            falls|fall ~1 outside
            outside ~1 of? ~1 what|scope|remit|policy|terms|area|warranty
            is|are|was ~2 sold out $
            has|have ~1 expired|lapsed|ended
            period|deadline|window ~3 has|have ~1 passed|run
            is|was|are ~1 too late to|for
            your ~3 request|claim|application|refund|return|complaint|appeal|order ~2 denied|rejected|declined|refused|dismissed|turned|unsuccessful
            {we} must|have ~1 to? ~1 decline|refuse|reject|turn|deny|say
            {we} ~1 have ~2 declined|rejected|refused|denied|decided not ~1
            not covered
            there is|are|will|can no|not ~1 be? ~1 refund|refunds|compensation|replacement|exchange|entitlement|right
            no refund|refunds|returns|exchanges|cancellations
            not something {we} ~2 do|offer|handle|can|are|support
            non refundable|returnable
            nonrefundable
            """,
            unless: """
                if|when|should|while|unless ~5 not|no ~2 possible|allowed|able|available|longer
                {we} can not ~3 enough
                if|when|should|once ~4 sold|out ~1 out|of
                {we} can not ~2 make|give|do ~1 any? promise|mistake
                not ~1 too late
                {we} can not change what|the past
                has|have ~1 passed ~1 your|it|this|on|along|the|this to?
                {we} have ~2 passed
                {we} do not ~1 take ~2 lightly|granted|words
                {we} do not ~1 accept ~3 from our
                """),
        PhraseTable(
            .falseCertainty,
            advice:
                "Say what is known and until when you will know more: \"The carrier expects it on Friday; I check on Friday "
                + "evening and write to you.\"",
            """
            {we} ~1 guarantee you|that|it|this|the|delivery|arrival|a|your
            guarantee|guaranteed ~3 will|never|not
            guaranteed to arrive|be|come|work|reach|fit|last|solve|fix
            guaranteed $
            {we} ~1 can ~1 promise|assure|guarantee ~1 you ~2 that|it|this|will|never|nothing|there|the|your
            {we} promise|assure|swear it|this|that|you ~3 will|would|is|never
            delivery|arrival ~4 is guaranteed
            definitely|certainly|surely|absolutely|undoubtedly|unquestionably ~2 arrive|come|work|be|reach|never|fixed|solved|get|have|receive|tomorrow|there|on|fit|last|not|happen|approve|approved|accept|release
            will|is|it definitely|certainly|surely|absolutely|undoubtedly|unquestionably
            {we} ~1 assure|promise you ~2 that? ~5 will|never|would
            rest|be ~2 assured|certain
            have|give ~1 my|our word
            my word ~2 on|for|that
            without ~1 fail
            without ~1 any|a? shadow|slightest? ~2 doubt
            no ~2 doubt ~1 that|about|whatsoever|$
            100 #percent
            one|a hundred #percent
            hundred percent
            no ~2 chance|risk|danger|way|possibility that|it|this|of|the|anything
            zero|no risk|chance
            can not|never ~1 go wrong|fail
            can not ~1 possibly
            nothing can|could|will ~1 go
            never ~3 happen|occur|fail|again again|this|you|$
            no question about
            never|ever ~3 again ~~2 promise|guaranteed|$
            not ever ~4 again
            promise $
            not ~2 happen|occur again
            last time this|it|that ~2 happen*
            for good|ever $
            once and for all
            fix|solve|fixed|solved|gone ~4 for good|ever
            no way ~3 wrong|late|fail
            {we} am|are ~1 100|absolutely|completely|totally|entirely|quite|perfectly ~1 certain|sure|positive|confident ~2 that|it|this|will
            {we} am|are certain|positive ~1 that|it|this|the|you
            {we} ~1 am|are sure it|this|the|that|your ~3 will|is
            always arrive*|works|on
            bound|sure|certain to be|arrive|work|come|get|reach|approve|accept|happen|have|fix|solve
            impossible that|for
            under|in no circumstances ~3 will|can|again
            fool|fail proof|safe
            count|bank|rely|depend on it|that $
            mark my words
            believe me ~~1 it|this|you
            trust me
            no ifs
            """,
            unless: """
                make|making|be ~1 sure|certain ~3 you|to|that ~1 the|your
                {we} ~1 can|could|do|would|will|want not|to? ~1 not? ~2 guarantee|promise !you|that
                {we} ~1 can|could|do|would|will not ~2 guarantee|promise|assure
                not yet certain
                100 #percent cotton|linen|wool|natural|recycled|oak|organic|of|silk|polyester|vegan|merino
                not definitely
                no|money|price|best|back|years|year|the|under|satisfaction guarantee
                so|help|ensure|prevent|avoid ~6 not|never ~2 happen again
                guarantee covers|period|card|is|ends|expires|of
                {we} ~1 certainly|definitely|surely understand|see|appreciate|agree|will|hope|look|want
                certainly|definitely ~2 help|look|check|agree|understand
                there is no way ~3 {we}
                rely|count|depend on it ~2 for|to
                should not ~1 happen again
                is ~1 certainly|definitely ~1 not ~1 what|how|the
                {we} ~1 will|can ~1 certainly|definitely
                """),
        PhraseTable(
            .hollow,
            advice:
                "Say what is new, or who is waited for and until when: \"The carrier searches its depot; its answer is due on "
                + "Tuesday.\"",
            """
            still ~3 working|looking|investigating|checking|processing|reviewing|handling|busy ~1
            {we} ~1 am|are ~2 working|looking ~1 on|into
            working ~2 on ~2 it|this|your|the|case|matter|request|issue|solution
            {our} ~1 team|department|colleagues|specialists|experts ~2 is|are|continues|continue|keeps ~2 working|looking|to|investigating|reviewing|on
            continue|continues|continuing to ~1 look|work|investigate|review|monitor
            is|are|being ~2 being ~1 processed|reviewed|handled|looked|worked|investigated|examined|checked|assessed|dealt|addressed
            in|under ~1 process|progress|review|investigation|hand|processing|consideration
            pending
            no ~2 news|update|updates|progress|information|developments ~2 yet|far|moment|time|present|currently|to|for|at|so|$
            not ~1 have ~2 news|update|updates|anything|information ~2 new|yet|share|report
            nothing ~1 new|yet|else ~2 report|share|tell|yet|$
            nothing|anything to add
            still ~1 waiting $
            not ~1 forgotten ~1 you|about
            {we} are|am on it $
            ongoing|underway
            remains|stays|still ~1 open
            being looked|handled|dealt|seen|taken
            nothing has|to ~1 changed|report
            taking|takes ~2 longer ~2 than|expected
            unfortunately ~2 no ~2 news|update
            same|unchanged ~1 status|as|situation
            status ~3 same|unchanged
            """),
        PhraseTable(
            .politeness,
            """
            patience|understanding
            bear with us|me
            important to us
            thank|thanks
            keep|kept ~1 you ~1 posted|informed|updated|loop
            let you know
            update|status
            regards|sincerely|best
            as soon as
            hear from us
            """),
    ]
}
