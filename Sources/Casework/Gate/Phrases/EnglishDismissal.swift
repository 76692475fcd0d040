/// How what a customer says is made small, in English.
extension PhraseBook {
    static let englishDismissal: [PhraseTable] = [
        PhraseTable(
            .dismissive,
            advice:
                "Take what the customer says as true and important: \"Thank you for telling us. I see how this spoiled the "
                + "evening; here is what I do about it.\"",
            """
            not ~2 our|my problem|concern|issue|department|business|job|area
            your problem not ours
            that|this|it is ~1 your problem
            nobody|no|none ~1 else|one ~2 complain*|has|had|have|complains|complained|seems|reported|minds|noticed
            no other customer*|client*|guest*|user*|passenger*
            never ~2 had|received|heard|been ~3 complaint|complaints|complained|issue|problem ~3 before
            nobody ~2 ever ~2 complained
            everyone|everybody|others|other|most ~2 else|customers|people|users|guests ~2 is|are|seem|manage|manages|do|does|have|has ~3 fine|happy|satisfied|problem|trouble|complain
            only one|customer|person who|to|with complain*|has|had|this
            you are ~1 the only
            you are the first
            none of our other
            other|others|all|most ~1 guests|customers|people|users|clients|passengers ~1 like|liked|love|loved|enjoy|enjoyed|manage|managed|cope|accept|accepted|understand|understood|wait|waited|never
            stop worrying|fretting|panicking
            every|each|all|any ~2 has|have ~3 flaw|flaws|defect|defects|fault|faults|imperfections|problems
            that|this|it is ~1 completely|perfectly|quite|just|totally? normal|common $
            not ~1 as|so ~1 bad|serious|urgent|big|terrible|important as
            {we} have ~1 other customers|guests|people|clients|cases ~1
            be ~1 more|little|bit ~1 patient
            you|please ~2 need|have to ~1 be ~2 patient
            just|simply how|the|what|way it|that|this|things is|are|works|work ~1
            the way it|things is|are|works $
            that is how it works|is
            how ~2 business|industry works
            it is what it is
            such|these|those things|mistakes|delays do? ~1 happen
            things|mistakes|delays|stuff happen|happens
            that|it|this can|does|may ~1 happen $
            happens to|all everyone|the time
            part of life
            that is life
            not ~2 big|huge deal|problem|drama
            no big deal|problem
            not ~3 end of ~1 world
            hardly|barely|scarcely ~1 the|a|worth|any|an end|big|deal|problem|disaster|catastrophe|reason|emergency|noticeable|visible|tragedy|drama|mentioning|fair
            not ~2 disaster|catastrophe|tragedy|emergency
            nobody|one ~1 died|dies|hurt|dying
            you ~2 survive|cope|manage|live ~2 without|until|with|a
            only|just|merely ~1 a|an|few|some ~2 plate|cup|glass|scratch|detail|pan|board|formality|misunderstanding|trifle|dent|stain|mark|toy|euro|euros|dollars|pounds|cents|minor|small|tiny|inconvenience|hours|days|game|thing|cosmetic|joke
            {we} am|are ~1 only|just ~1 talking|speaking about
            get over ~1 it|this|that
            move on $
            let it go
            how we do things
            it|this|that is ~1 only|just|merely a|an !moment|minute|note|few|short|quick|reminder|precaution|copy|draft|test|suggestion|guide|rough|example|summary|temporary
            it|this|that is ~1 only|just|merely #num ~1 euros|dollars|pounds|days|minutes|hours|day|euro
            live with it|that|this
            part and parcel|of ~1 of?
            worse things|problems|fates
            there is ~1 worse
            not ~1 see|understand|know|get why you ~2 so|worked|upset|getting|angry|bothered|bother|complain|complaining|making|mind
            {we} can not ~1 jump|drop|stop ~3 every|each|you
            can not|hardly please everyone|everybody
            not ~1 seriously ~1 be ~1 upset|angry|annoyed
            deal with it $
            you ~1 will|are ~1 just|simply|have ~2 to wait|live|accept|deal|manage|cope|bear|put|get
            you will ~1 just|simply have to
            you ~1 just|simply have|need to ~1 wait|accept|live|deal|be|learn|get|understand
            rules are ~1 rules
            our|a policy is ~1 our|a policy
            that is ~1 our policy|rules|rule
            because it is ~1 policy
            works|working as designed|intended
            there is ~1 nothing|not ~1 wrong|problem|anything ~1 with|here|wrong
            nothing|not ~2 wrong with ~1 it|the|your|this $
            please be patient
            you ~1 need|have to be ~1 patient
            ^ be patient
            have some patience
            {we} ~1 have|got ~4 more|bigger|better ~1 important|urgent|pressing|serious|problems|things|fish
            more important|urgent|pressing|serious things|cases|matters|customers|issues
            other|bigger things to|fish to do|worry|fry
            {we} am|are ~2 very|too|really ~1 busy
            not have ~1 time for|to
            many|thousands|hundreds of ~1 other|our customers|people
            {we} get|receive|have ~4 mails|emails|complaints|messages|these|requests every|each|a
            figure ~1 it|this|that out
            look it up
            find ~2 out? yourself
            google it
            as|like ~1 stated|written|explained|described on|in ~2 website|faq|terms|page
            it is all on ~2 website|page
            not my|our job|department
            not ~2 make ~3 fuss|scene|drama|mountain
            making|make a|such|so ~2 fuss|drama|mountain|big|scene
            much|all|big|such ado|this|a fuss|drama|about ~2 nothing|something|it
            fuss
            blow|blowing|blown ~3 proportion
            no need to ~1 be|get|make|write|panic so? upset|angry|dramatic|excited|emotional|worked|rude|panic|a|in
            no reason to ~1 be|get|make|complain|panic so? upset|angry|dramatic|excited|a|complain|emotional|panic
            you are ~1 overreacting|exaggerating|oversensitive
            overreact*
            exaggerat*
            too|so ~1 sensitive|emotional|picky|demanding|fussy
            you should be happy|glad|grateful|thankful
            be ~1 happy|glad|grateful|thankful ~1 that|it|you
            at least it|you ~1 is|got|have|was|can
            could|been be|have been? worse
            people have it worse
            it|that|this is ~2 not ~2 that|so|really|very|especially bad|important|serious|urgent|terrible|dramatic
            not|hardly ~3 worth ~2 complain*|time|trouble|discuss*|mention*|effort|fuss|argu*|refund*
            {we} ~1 do not ~1 see ~2 problem|issue|point|reason|fuss
            {we} ~1 fail to see
            {we} do not ~1 care|mind if|about|what|whether
            not ~1 interest* ~1 in|us|me ~1 your|opinion|story
            get used to
            you get what you pay
            what|that do you expect for
            you ~1 can not ~1 expect|have everything|more|luxury|perfection|much|miracles|anything
            nobody|one ~1 would|will|can|could ~1 notice*|see|care|cares
            noticeable|visible|bothers ~1 to|no|nobody anyone|one
            barely noticeable|visible
            should be enough
            count yourself lucky
            you ~1 are ~1 lucky
            {we} ~1 can hardly
            dwell on
            relax $
            ^ just? relax|chill
            so what
            ^ anyway $
            cheap|sale|discount|budget ~2 that|you ~3 expect|get
            just|simply how it is|goes
            """,
            unless: """
                not ~1 be patient
                you ~1 been ~1 patient
                is not the way it is
                you ~1 be patient with us
                not|no exaggerat*|overreact*
                you are ~1 not|by|never ~2 overreacting|exaggerating
                no need to ~2 wait|return|send|worry
                not|no ~1 fuss
                you are not the only|first
                should be enough ~1 to|for
                it is not just|only a|an
                nobody|one else ~1 can|will ~1 see|read|access
                not ~1 a|big|any ~1 problem ~1 at|to|for
                {we} are|am ~1 only|just
                glad|relieved|thankful|relief|good ~2 nobody|one ~1 died|dies|hurt
                """)
    ]
}
