/// How a customer is spoken to, in English.
extension PhraseBook {
    static let englishConduct: [PhraseTable] = [
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
            you ~2 did not ~2 read|follow|check|open|look|listen
            caused|created by you|your
            problem|fault|error|issue|mistake ~3 your side|end
            is your responsibility
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
            department|system|team|colleague ~1 broke|crashed|ruined
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
            you were|had ~1 told|warned|reminded ~4 twice|already|times|before|repeatedly
            {we} expect you to
            not have ~1 time for
            ^ please? stop ~1 sending
            not be ~1 dramatic|silly|ridiculous|rude|childish|difficult|impatient
            has no basis|merit|grounds
            unfounded
            groundless
            baseless
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
            how we do things
            it|this|that is only|just|merely a|an !moment|minute|note|few|short|quick|reminder|precaution
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
}
