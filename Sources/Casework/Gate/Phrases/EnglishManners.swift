/// How a customer is spoken to, in English.
extension PhraseBook {
    static let englishManners: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice: "Stay calm and on the customer's side: answer the point and say what happens next.",
            """
            as|like {we} ~2 already|previously|clearly|repeatedly|just|keep
            as|like ~2 already|previously|clearly|repeatedly ~1 said|stated|mentioned|explained|told|informed
            as ~1 stated|mentioned|explained before|above|earlier|several|many
            {we} ~2 already|clearly|repeatedly|previously told|explained|said|informed|answered|made|been you|this|that|it|over|clear|to|through
            {we} ~1 already told|explained|said|answered
            {we} have ~1 told|explained|informed|answered you|this|that|it ~4 already|twice|times|before|enough
            {we} have ~1 made ~3 clear
            {we} told you
            {we} have told you
            how many|often|much times|more|longer? do|must|should {we}
            how many|often more|times ~2 do|must|should|have {we}
            are you ~1 sure|certain ~1 you ~1 actually|really|even
            because ~1 obviously|clearly
            {we} have ~1 nothing else to do
            as much|long|often|loud|loudly as you want|like|please|wish
            answer ~1 stays|remains|still|is ~1 no
            it stays|remains ~1 no $
            answer will ~2 no
            perhaps|maybe ~2 reading|read|listen|listening
            are you always|ever|still ~2 difficult|rude|demanding|complaining|this
            always|ever so|this difficult|rude|demanding|impatient
            {we} both know
            ^ go ahead
            your ~1 accusations|allegations|demands|moods|excuses|nagging|sarcasm
            offensive|insulting
            {we} will not|never ~1 be ~1 spoken|talked|treated|blackmailed|threatened|bullied|insulted|lectured
            do not ~1 talk|speak|shout|lecture|threaten ~1 to|at|us|me ~1 us|me|like
            choose your words
            mind your own
            let me|us ~1 repeat|spell|be|make ~2 clear|again|out|myself|slowly
            for|once the last|again|and time
            as per my|our last|previous|earlier
            per my last
            with all ~1 due? respect
            calm yourself? down
            watch|mind|moderate|lower|change|check your tone|language|words|manners|voice
            your tone
            in this|that|such tone|manner|a
            your attitude|manners|rudeness|outburst|whining|ranting|rant|tantrum|nonsense|drama
            your ~1 behaviour|behavior|conduct|language is|was|will
            your ~1 threats|threat|insults|insult
            threaten|threatening|insulting|shouting|yelling|swearing ~2 us|me|at|our|staff
            stop ~1 writing|complaining|shouting|asking|calling|harassing|wasting|threatening|insulting|emailing|repeating|whining|making|being|pestering|bothering|with
            waste|wasting ~2 our|my time
            obviously|clearly|evidently|apparently you
            you ~1 obviously|clearly|apparently|evidently !need|deserve|put|have|value
            you people
            you always|constantly complain|want|say|find|ask
            what|whatever do|did you ~2 expect|want|think|imagine
            what makes|made you think|believe|feel|imagine
            who told|said ~1 you? ~1 that|could
            why should {we}
            you are ~1 not ~1 being? ~1 reasonable|fair|honest|serious|listening|truthful|cooperative|rational
            lower|raise|raising your voice
            you are ~2 {badtrait}
            if you had ~1 something|anything ~1 better
            nothing|something|anything better to do
            no need|reason|call to ~1 be rude|aggressive|insulting|unfriendly|disrespectful|sarcastic
            {we} do not ~1 negotiate|bargain|respond|argue ~1 with|to
            and you know it
            what ~3 is ~1 your problem
            which|what|whatever part|bit ~4 unclear|understand|difficult|clear
            what ~2 do|did you not understand|get
            do|did you ~1 even|really|seriously|honestly|actually ~1 think|believe|read|understand|expect|want|check|bother
            do you ~1 expect ~1 us|me|a|that|special
            are you ~1 seriously|really|honestly ~1 suggesting|asking|saying|telling|expecting|claiming|serious
            did you even|actually|really ~2 {checkverbs}
            have you even|actually ~2 {checkverbs}
            how hard|difficult can
            is it|that really|so|that ~1 that|so|hard|difficult
            surely you ~1 can|know|understand|see|realise|realize|must|do
            even a child
            any adult|reasonable|sensible|normal|intelligent person?
            everyone|anybody|anyone|everybody ~2 knows|know|understands|can see
            as ~1 everyone|any|every ~2 knows|adult|customer
            congratulations ~1 on|for ~2 finding|breaking|reading|managing|being|noticing|discovering|reaching
            ^ well|oh|wow , congratulations|bravo|sorry|great
            ^ oh , {we} ~2 so|terribly|awfully|dreadfully sorry
            bravo
            your|his|her royal|majesty|highness
            your ~1 high|lofty|royal|exquisite standards|expectations
            well done ~2 for|on|you
            good luck with ~2 that|finding|lawyer|court|review
            thanks for nothing
            oh really|wow|great|please
            wow , thanks|thank|what|how
            how nice|kind|clever|charming|generous|original of you
            what a surprise
            ^ surprise
            you finally
            finally ~2 decided|managed|bothered to
            at|about long|last|time you ~1 decided|managed|read|replied|answered|wrote
            took you ~2 enough|long
            if you ~1 bothered
            if you had bothered
            if you bother to
            had|if you ~1 taken the trouble
            read the manual|instructions|terms|email|website|conditions|contract|policy|faq ~2 before|first|next|again|and
            read the manual|instructions|terms|conditions $
            read ~1 properly
            read ~3 properly|slowly ~2 before|this|and|$
            try|learn|start|perhaps|maybe|how ~2 reading|read ~3 time|properly|first|next
            you are ~2 lying|rude|unreasonable|ridiculous|exaggerating|aggressive|dramatic|insulting|impossible|wasting|irrational|hysterical|impolite|childish|wrong|harassing|obnoxious|difficult|dishonest|greedy|trying
            you ~2 being unreasonable|ridiculous|rude|difficult|dramatic|impatient|childish|aggressive|hysterical|silly
            you lied|lie
            that|this is a lie|nonsense|ridiculous|absurd|rubbish
            is|are|was ~2 simply|just|plain|patently|completely|obviously|clearly|factually|flatly|blatantly not? untrue|false|true|wrong|nonsense|ridiculous|absurd|incorrect|lie
            not true ~1 and|at
            ridiculous|absurd|laughable|outrageous|frivolous|silly|petty|unreasonable claim|complaint|request|demand|accusation|expectation*|question
            your ~1 claim|complaint|accusation|allegation|statement|version|story|demand|demands ~2 is|are|was ~2 false|untrue|wrong|nonsense|ridiculous|absurd|unfounded|baseless|unreasonable|incredible|unbelievable|exaggerated|invented|implausible|not
            {our} records|logs|data|system|files ~3 prove|proves|disprove|contradict|contradicts|show|shows ~4 otherwise|wrong|you|that|false
            you so called
            your so called
            you ~1 claim|allege|pretend|insist
            your alleged|supposed|claimed
            so called problem|defect|damage|complaint
            {we} ~1 doubt|question|wonder that|whether|if|your|very ~3
            {we} find ~2 hard|difficult to believe
            hard|difficult to believe
            do not ~1 believe you|that|your|a
            {we} hardly|cannot believe you|that|your
            {we} ~1 refuse|refusing to
            {we} ~1 reject|dispute|contest|deny your
            {we} will not ~1 tolerate|argue|discuss|accept|be|continue|debate|have|put|respond|stand|repeat|let
            {we} am|are not ~1 going|willing|prepared to ~1 discuss|argue|tolerate|repeat|debate|listen|be|explain
            {we} am|are ~1 done ~1 discussing|with|here|arguing
            {we} do not ~1 appreciate your|being|this|that|such
            {we} do not ~1 have to ~1 listen|put|take|explain|justify
            if you ~2 keep|continue|carry|insist ~3 writing|shouting|complaining|insulting|threatening|swearing|tone|way|like|calling ~~12
            {we} will|shall ~2 close|block|terminate|report|end|hang ~3 ticket|case|you|account|conversation|chat|call|up|police|contract
            or {we} will ~2 close|block|report|end|call
            do|say|write|threaten|complain whatever|what|as you|much like|want|please
            will not get|help|lead you|your anywhere|case
            get|getting|gets you|us nowhere
            our|my lawyer*|attorney*|solicitor*|legal
            legal action|steps|proceedings|consequences against|if|may|will|should
            take it or leave
            see you in court
            then|just|so|well sue
            prove it
            you were|had ~1 told|warned|reminded ~4 twice|already|times|before|repeatedly
            {we} expect you to
            not have ~2 time for
            ^ please? stop ~1 sending
            not|stop be|being ~1 so? dramatic|silly|ridiculous|rude|childish|difficult|impatient|absurd
            grow up
            common sense
            pull yourself together
            get|check your facts
            has|without no? basis|merit|grounds|foundation
            unfounded
            groundless
            baseless
            that is your opinion|view
            ^ whatever $
            whatever you say|think|want|claim $
            go ahead and ~2 complain|sue|write|leave|cancel|post|tell
            feel|be free|guest to? ~2 complain|sue|elsewhere|leave|go|shop|switch
            if you do not like ~2 it|that|this ~~3 leave|go|you|do|shop|find|buy
            be my guest
            not ~1 born yesterday
            nice try
            spare me|us
            last|final warning
            ^ listen
            listen carefully|up|here
            {we} did|do warn
            not a charity
            your imagination
            make|making|made ~1 things|it|this|story up
            """,
            unless: """
                {we} do|can not believe how
                if you like|want|prefer ~~6 read the
                you can read the
                {we} do not doubt
                {we} would not ~2 expect
                {we} expect you to receive|get|have
                you clearly|obviously ~1 need|deserve|put|have|value|explained|described|like|love
                if you ~2 keep|continue to have
                feel free to ~2 write|call|contact|reply|ask|reach|send|return|use|let|choose|come|keep|visit|leave ~1 a|us|feedback|review|comment
                our legal notice|team ~2 will|is
                {we} will not ~2 be able|charging|charge|have|shipping|sold
                {we} will not let you ~2 down
                in this manner|way you
                {we} will ~2 report ~3 to
                {we} will ~2 close ~3 case|ticket|account ~2 as|once|when|at|on
                read ~3 first
                {we} wonder|question if|whether ~1 you ~1 could|can|would
                """)
    ]
}
