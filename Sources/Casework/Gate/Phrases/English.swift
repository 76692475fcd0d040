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

    private static let englishConduct: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Say what happened and what you do next, without pointing at the customer: \"The order went to the first "
                + "address we had; I am changing it now.\"",
            """
            you should have !{carefor}
            you should of
            you ought to have !received|heard
            you could have avoided
            you could have ~2 {checkverbs}
            you could have simply|just|easily
            you have to admit
            you failed to
            you have failed
            you neglected
            you forgot
            you have forgotten
            you did not ~1 read|follow|provide|check|include|tell|inform|pay|mention|bother|pack|keep|look|pay|enter|fill|give|use|understand|attach
            you have not ~1 read|followed|provided|checked|included|told|paid|bothered|understood|filled|attached
            you never told|sent|asked|mentioned|read|gave
            you must have ~2 {wrongdoing}
            you ~1 entered|typed|gave|provided|chose|picked|ordered|selected|wrote ~2 wrong|incorrect|incomplete|false|bad
            you misread|misunderstood|mistyped|misused|misplaced|mishandled|overlooked|caused
            you have ~1 misread|misunderstood|mistyped|misused|overlooked|caused|mishandled|broken|damaged
            you broke|damaged|ruined|dropped|lost
            you made ~2 mistake|error
            you are ~2 to blame
            you are mistaken|wrong|confused|responsible
            you only have yourself
            you brought this
            your own|a fault|mistake|error|carelessness|negligence|doing|responsibility
            your fault|mistake|carelessness|negligence|misuse|oversight|error|failure|misunderstanding|confusion
            your lack of
            fault on|at|of your|yours
            due|owing to your ~2 {wrongdoing}
            because you ~2 {wrongdoing}
            because you did|were|had|could|would not
            since you did not
            had you ~2 {checkverbs}
            if you had ~2 {checkverbs}
            if you would ~1 have ~2 {checkverbs}
            user|customer|operator error
            improper use on your
            next time please|you|just|make|read|check
            in future please|you ~3 {checkverbs}
            """,
            unless: """
                if|when|in you|case ~1 forgot|forgotten
                no|not|never|hardly ~3 fault|mistake|error|responsibility|misunderstanding
                nothing ~3 fault|mistake
                you should have to
                whether|unless|if|case|where|when you ~2 forgot|broke|damaged|dropped|lost|made|entered|typed|gave|chose|picked|ordered|selected|have
                if you are mistaken|wrong|confused
                not|never because|since|mean|think|suggest|say|that ~2 you ~4 {checkverbs}
                you are not ~1 to|mistaken|wrong|responsible
                you told|tell|told|wrote|say|said ~2 that you ~4 {wrongdoing}
                """),
        PhraseTable(
            .blameOther,
            advice:
                "The customer is ours to look after whoever was involved: \"The parcel was lost on its way; I am sending "
                + "another one today.\"",
            """
            fault|mistake|error|negligence|failure of ~2 {carrier}|{colleague}
            {carrier}|{colleague} fault|mistake|error|negligence
            {carrier} ~3 messed|failed|bungled|ruined|forgot|blame|careless|negligent|incompetent|useless|unreliable|lazy
            {colleague} ~3 messed|failed|bungled|forgot|blame|careless|negligent|incompetent|useless|lazy|overlooked
            {carrier}|{colleague} ~2 screwed|dropped ~1 up|ball
            {carrier}|{colleague} should have
            {carrier} lost|broke|damaged|ruined|misplaced
            {carrier} has|have lost|broken|damaged|misplaced
            {carrier}|{colleague} ~1 made ~2 mistake|error
            {carrier}|{colleague} ~1 gave|told you ~2 wrong|incorrect|false|nonsense
            blame the|my|our|it
            blame ~2 {carrier}|{colleague}
            to blame
            not our|my fault|mistake|error|doing|responsibility
            not ~2 fault of ours
            nothing to do with us
            out|outside|beyond of? our hands|control
            we are not responsible|liable
            i am not responsible|liable
            take ~2 up with ~2 {carrier}
            previous|other|last agent|colleague ~2 wrong|misinformed|should|failed|made
            whoever ~3 did
            thanks to our|the ~1 incompeten*|useless
            """,
            unless: """
                you are not to blame
                no one|body to blame
                nobody is to blame
                """),
        PhraseTable(
            .confrontation,
            advice: "Stay calm and on the customer's side: answer the point and say what happens next.",
            """
            as|like {we} ~1 already|previously|clearly|repeatedly
            as ~1 already|previously|clearly|repeatedly|stated|mentioned|explained said|stated|mentioned|explained|told|before|above|earlier|several|many
            {we} ~1 already|clearly|repeatedly told|explained|said|informed you
            {we} told you
            {we} have told you
            how many|often times? do|must {we}
            as per my|our last|previous|earlier
            per my last
            with all due respect
            calm down
            watch|mind your tone|language|words|manners
            your tone
            your attitude
            your behaviour|behavior is|was
            stop ~1 writing|complaining|shouting|asking|calling|harassing|wasting
            waste|wasting ~1 our|my time
            obviously you
            you obviously|clearly|apparently|evidently
            you people
            you always complain|want|say
            what do you expect
            what did you expect
            what exactly is your problem
            what is your problem
            do you even|really ~1 think|believe|read|understand|expect
            did you even|actually|really ~2 {checkverbs}
            how hard can
            is it really so|that hard|difficult
            surely you ~1 can|know|understand|see|realise|realize
            even a child
            any adult|reasonable|sensible|normal person?
            everyone|anybody|anyone|everybody ~2 knows|know|understands
            congratulations on ~2 finding|breaking|reading|managing
            well done for
            good luck with that
            thanks for nothing
            oh really
            oh please
            how nice of you to ~1 finally
            you finally
            if you ~1 bothered
            if you bother to
            had|if you ~1 taken the trouble
            read the manual|instructions|terms|email|website|conditions
            read ~1 properly|carefully
            you are lying|rude|unreasonable|ridiculous|exaggerating|aggressive|dramatic|insulting|impossible
            you ~1 being unreasonable|ridiculous|rude|difficult|dramatic|impatient|childish
            you lied|lie
            that|this is a lie|nonsense|ridiculous|absurd|rubbish
            ridiculous|absurd|laughable claim|complaint|request|demand|accusation
            your so called
            you claim|allege|pretend
            your alleged|supposed|claimed
            {we} do not|hardly|cannot believe you|that|your
            {we} refuse to
            {we} reject|dispute|contest your
            {we} will not tolerate|argue|discuss|accept|be|continue
            {we} do not appreciate your
            our lawyer*
            legal action|steps against
            take it or leave
            see you in court
            prove it
            that is your opinion
            ^ whatever $
            whatever you say|think|want|claim $
            go ahead and ~2 complain|sue|write|leave
            feel free to ~2 complain|sue|elsewhere
            """,
            unless: """
                {we} do|can not believe how
                not ~2 your tone
                if you like|want|prefer ~~6 read the
                you can read the
                """),
        PhraseTable(
            .dismissive,
            advice:
                "Take what the customer says as true and important: \"Thank you for telling us. I see how this spoiled the "
                + "evening; here is what I do about it.\"",
            """
            not ~2 our|my problem|concern|issue|department
            your problem not ours
            that is your problem
            nobody|no ~1 else has|had|have|complains|complained
            no other customer*
            only one|customer|person who|to|with complain*|has|had|this
            you are the only|first
            none of our other
            just how it is
            the way it is
            that is how it works
            it is what it is
            such|these things happen
            not ~2 big deal
            no big deal
            only|just|merely a plate|cup|glass|scratch|detail|pan|board|formality|misunderstanding|trifle
            get over
            live with it
            deal with it
            you will ~1 have to wait|live|accept|deal|manage|cope
            you will ~1 just have to
            rules are rules
            our policy is our policy
            that is our policy
            because it is ~1 policy
            works|working as designed|intended
            there is nothing wrong with
            please be patient
            you need to be patient
            be patient
            have some patience
            {we} ~1 have ~2 more important
            more important things|cases|matters
            {we} are ~1 very|too busy
            many|thousands|hundreds of ~1 other customers
            {we} get ~3 mails|emails|complaints every
            figure it out
            look it up
            find ~2 yourself
            google it
            as stated|written|explained|described on ~1 website
            not my job|department
            do not make ~2 fuss
            no need to ~1 be|get so? upset|angry|worry|dramatic|excited
            no reason to ~1 be|get so? upset|angry|dramatic|excited
            you are overreacting
            overreact*
            you should be happy|glad|grateful
            at least it|you
            could be worse
            it is ~2 not ~1 that bad|important|serious
            {we} do not see ~2 problem|issue
            we ~1 can hardly
            """,
            unless: """
                not ~1 be patient
                you ~1 been ~1 patient
                is not the way it is
                """),
    ]

    private static let englishHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "There is always something that can be done: name it. \"I cannot send the blue one any more; I can refund "
                + "it or send the green one, whichever you like.\"",
            """
            nothing {we} can ~1 do|offer
            nothing ~1 else? ~1 {we} can
            nothing more|else|further {we} can
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
            {we} do not ~1 refund|replace|exchange|accept|offer|ship|deliver|repair|sell
            no longer available|possible|sold|made|produced
            out of stock
            has|have ~1 expired
            ~1 too late to
            your request ~1 denied|rejected|declined|refused
            {we} must ~1 decline|refuse|reject
            not covered
            """,
            unless: """
                if|when|should|while ~4 not possible|allowed|able|available
                {we} can not ~3 enough
                """),
        PhraseTable(
            .falseCertainty,
            advice:
                "Say what is known and until when you will know more: \"The carrier expects it on Friday; I check on Friday "
                + "evening and write to you.\"",
            """
            {we} ~1 guarantee you|that|it|this|the|delivery|arrival
            guaranteed to arrive|be|come|work|reach
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

    private static let englishSigns: [PhraseTable] = [
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

    private static let englishPromises: [PhraseTable] =
        [
            promise(.refund, "refund|reimburse|repay"), promise(.credit, "credit"),
            promise(.replacement, "replace|exchange|swap"), promise(.delivery, "send|ship|deliver|dispatch|post|hand"),
            promise(
                .contact,
                "call|phone|contact|write|reply|answer|respond|update|inform|notify|tell|report|return|email|ring"),
            promise(.check, "check|investigate|ask|find|review|examine|search|trace|verify|clarify|look"),
            promise(
                .action,
                "fix|repair|correct|change|cancel|arrange|order|book|solve|resolve|sort|organise|organize|remove|restore|collect"
            ),
            PhraseTable(
                .promise(.contact),
                """
                {we} will ~3 let you know
                {we} will ~3 get back
                {we} will ~3 be in touch
                {we} will ~3 keep you
                {we} will ~3 get|come in|back touch|to
                let me ~4 get|come back
                you will !not ~2 hear
                you ~1 can expect ~4 from us|me
                expect ~2 reply|answer|call|word|mail
                """),
            PhraseTable(
                .promise(.delivery),
                """
                you will !not|never|need|find ~2 receive|get|have
                you should receive|get
                your ~2 parcel|order|replacement|package|item|delivery|pan|plate|bowl|board will !not ~3 arrive|reach|leave|come|be
                replacement|parcel|package|order|new ~1 will !not ~2 arrive|reach|leave|come|be
                it|they will ~1 arrive|reach|leave|be|ship
                """,
                unless: """
                    if|once|when|as|after you ~4 receive
                    you will ~2 receive|get|have ~3 mail|email|notification|survey|link
                    it will be my|our|a pleasure
                    it|they will be easier|better|worth|ready|hard|useful|fine|glad|happy
                    """),
            PhraseTable(
                .promise(.refund),
                """
                money|refund|amount|sum|payment will !not ~3 be|arrive|reach|refunded|returned
                you will ~1 be refunded|reimbursed
                you will !not ~2 receive|get|have ~4 refund|money|reimbursement
                """),
            PhraseTable(
                .promise(.check),
                """
                {we} am|are looking into
                {we} am|are ~1 going to ~2 check|investigate|ask|find|look
                """),
            PhraseTable(
                .promise(.action),
                """
                {we} am|are ~1 going to ~2 fix|repair|correct|change|cancel|arrange|order|send|refund|replace|call|write
                {we} promise to
                will be fixed|solved|resolved|repaired|corrected|replaced|sent|answered|changed
                will take care of
                """),
            PhraseTable(
                .grant(.refund),
                """
                {we} ~1 have ~1 refunded|reimbursed|returned
                {we} refunded|reimbursed
                {we} ~1 refund|reimburse
                {we} am|are ~1 refunding|reimbursing
                {we} ~2 offer|give|grant ~4 refund
                """),
            PhraseTable(
                .grant(.credit),
                """
                {we} ~2 offer|give|grant|add|added|put|credited|issue|issued|include|included|enclose|have ~6 voucher|credit|gift|goodwill
                accept ~4 voucher|credit|gift|goodwill
                here is ~4 voucher|credit
                """),
            PhraseTable(
                .grant(.discount),
                """
                {we} ~2 offer|give|grant|add|added|take|apply|applied|have ~7 discount|off|reduction
                accept ~7 discount|off|reduction
                you ~1 get|have|receive ~4 off|discount
                here is ~7 discount|off
                """),
            PhraseTable(
                .continuation,
                """
                ^ it|this|that|they|you
                ^ the refund|money|parcel|replacement|answer|new|amount
                """),
            PhraseTable(
                .due,
                """
                within|in ~2 #num more? business|working|opening? day|days|hour|hours|week|weeks|minutes|minute|month|months
                within the|an|a ~1 hour|day|week
                by|until|before|on|no|at latest? ~1 #weekday ~1 morning|noon|evening|afternoon
                by|until|before|on|at ~2 #weekday
                next|this|coming #weekday|week
                by|until|before|on|from ~2 #num of? #month
                by|until|before|on|from ~2 #month #num
                by|until|before|on|from ~2 #date
                #num #month
                #month #num
                #date
                by|before|until|at #time
                by|before|until noon|midnight|midday|evening|tonight
                by ~1 end of ~2 day|week|month
                by close of
                by|until|before? tomorrow ~2 noon|morning|evening|midday|afternoon
                by|until|before? tomorrow|today|tonight
                this morning|afternoon|evening|week
                every|each business|working? day|morning|evening
                same day
                right|straight now|away
                immediately
                """,
                unless: "on ~2 first|other|phone"),
        ]

    private static func promise(_ kind: PromiseKind, _ verbs: String) -> PhraseTable {
        PhraseTable(
            .promise(kind),
            """
            {we} will !not|never|always|be|have|need ~3 \(verbs)
            will|shall {we} not? ~1 \(verbs)
            {we} shall !not ~2 \(verbs)
            will !not|never|be|need|always ~3 and \(verbs)
            will !not|never|be|need|always ~~6 and ~1 \(verbs)
            """,
            unless: """
                {we} will ~3 and? answer ~1 your|any|all questions
                will be ~3 \(verbs)
                """)
    }
}
