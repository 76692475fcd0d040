/// Who is made out to be at fault, in English.
extension PhraseBook {
    static let englishBlame: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Say what happened and what you do next, without pointing at the customer: \"The order went to the first "
                + "address we had; I am changing it now.\"",
            """
            you should ~1 have !{carefor}
            you should of
            you ought to have !received|heard
            you could|might have avoided|prevented|spared
            you could|might ~1 have ~2 {checkverbs}
            you could have simply|just|easily
            you would have known|seen|noticed|avoided
            you have to admit
            you ~1 never !received|got|had|heard|saw|agreed|ordered|asked|signed|said|wanted|have|need|requested|consented|once
            because you ~1 opened|removed|modified|unlocked|cut|washed|tampered|installed|forced|pulled|pressed|closed|stored|repaired|used|overpaid|exceeded|cancelled|canceled|skipped|missed|let|kept ~1
            because you ~6 yourself
            avoided|prevented ~~3 if|had you
            you ~4 been ~3 careless|negligent|hasty|inattentive|clumsy|impatient|rough
            because|result|consequence of you|your ~1 not
            you should ~1 know|remember|realise|realize !that
            you should ~1 be ~1 able|aware
            you should ~2 your ~1 own
            follow|read|check|use|measure ~5 properly|correctly|carefully|next ~1 next? ~1 time
            {we} can not ~2 guess|smell|know|read ~2 that|what|your|where|if
            {we} can not be expected to ~1 guess|know
            not our job|task|duty ~1 to ~1 guess|check|remind|know
            how should|could|were|are {we} ~2 know|guess
            from|by|of the way you
            you ~3 ticked|clicked|marked|checked|got ~4 wrong|incorrectly !item|order|size|product|parcel|invoice|one|colour|color
            whoever|anyone|people|those|customers|who who? ~2 not|ignores|ignore|fails|fail ~3 read|follow|labels|label|instructions|advice|warning|rules|care
            happens when|if one|you|people|customers ~2 not|ignore|ignores
            be more careful
            do|does not work if|when you ~2 {wrongdoing}
            you failed|neglected|omitted to
            you have failed
            you ~1 {slip} !in|out|off|about
            you have|had ~1 {slip}
            you ~1 seem|appear|appears to have ~2 {slip}
            seems|looks|appears ~1 like|that|as? ~1 you have? ~1 {slip}
            you ~1 did not ~2 {neglect}
            you never ~1 told|sent|asked|mentioned|read|gave|checked|replied|answered|responded|confirmed|informed|paid|reported|contacted
            you have not ~1 {checkverbs}
            you have not ~1 bothered|filled|attached|completed|provided|followed
            you did not even
            you must have ~2 {wrongdoing}
            you ~1 entered|typed|gave|provided|chose|picked|ordered|selected|wrote|put|supplied|submitted|sent|used|filled|registered|clicked|connected|assembled|plugged|installed ~4 wrong|wrongly|incorrect|incorrectly|incomplete|false|bad|outdated|invalid
            wrong|incorrect|incomplete|false|invalid|bad ~3 you ~1 gave|entered|provided|supplied|typed|chose|picked|ordered|submitted|wrote
            you ~1 made ~2 mistake|error
            you are ~2 to blame
            you are mistaken|wrong|confused|responsible|liable|at
            you were ~1 careless|negligent|inattentive|hasty
            you were ~2 too late|slow|careless|hasty|hurried
            you ~1 left it too late
            you ~1 waited too long to|before|with
            you ~1 contacted|wrote|told|informed|reported|came ~3 too late
            you ~3 have yourself to blame|thank
            you only have yourself
            only have yourself
            blame ~1 yourself
            you brought this|it ~2 yourself|on
            you did this|it|that ~1 yourself
            you ~2 chose|decided|ordered|clicked|selected|entered|confirmed|agreed|signed|booked ~6 yourself
            you were ~2 supposed|meant|expected|required|obliged to
            you were ~1 warned|advised|reminded|asked|told to|not|that|several|twice|clearly
            you had|needed to ~1 {neglect}
            up to you to have
            was ~1 up to you
            is|was your own choice|decision|doing|responsibility|risk|problem
            is|was ~1 your ~1 responsibility|duty|obligation|job to
            your own|a fault|mistake|error|carelessness|negligence|doing|responsibility|stupidity
            your fault|mistake|carelessness|negligence|misuse|oversight|failure|inattention|impatience|ignorance|incompetence|mishandling|recklessness
            your error !message|code|report|log
            your lack of
            you ~2 did not ~2 read|follow|check|open|look|listen
            caused|created|triggered by you|your !bank|provider
            problem|fault|error|issue|mistake ~3 your side|end|part
            is your responsibility
            fault on|at|of your|yours
            is|was|one ~1 on you $
            is|was ~1 on you , not
            due|owing|down to your ~3 {wrongdoing}
            result|consequence of your ~3 {wrongdoing}
            because you ~4 {wrongdoing}
            because you ~1 did|were|had|could|would not
            because of your ~2 {wrongdoing}
            because of you
            since you ~1 did|have|were not !receive*
            as you ~1 did not ~2 {neglect}
            ^ had you !already|tried|a|any
            ~~8 had you ~2 {checkverbs}
            if you had ~~12 would|could|might
            if only you
            if you would ~1 have ~2 {checkverbs}
            why did|would|have you not|ignore|wait|only|even
            user|customer|operator|handling error|mistake
            improper|incorrect|careless use|handling ~1 by|on your|you
            mishandled|misused by you
            misunderstanding ~1 on your
            next time ~~2 read|check|make|measure|pay|be|think|follow|tell|try|remember|look|use|take|call|contact
            in|for future ~~1 please|you ~4 {neglect}|careful|attention|sure
            more careful|attentive|thorough ~2 next|when|in|with
            pay ~1 more|closer|better attention
            read ~5 more|next
            """,
            unless: """
                if|when|once|in|case|whether|unless|where|should you ~2 {slip}
                you ~1 have|did ~1 not ~1 {slip}
                if|when|unless|until|in|case|whether you ~1 have|did ~1 not
                sorry|glad that? you ~5
                sorry|apolog*|regret ~8 you were
                hear|read|learn that? you ~4 {slip}
                what|information|price|answer|thing you were ~1 told
                no|not|never|hardly|nor ~3 fault|mistake|error|responsibility|misunderstanding|failure|oversight
                nothing ~3 fault|mistake
                you should not have to
                you should have to
                you should never|not have had
                if you had any|a|further|more|already|trouble|problems|questions
                if|should|when|case you ~2 {slip}
                whether|unless|if|case|where|when you ~2 forgot|broke|damaged|dropped|lost|made|entered|typed|gave|chose|picked|ordered|selected|have
                if you are mistaken|wrong|confused
                you are wrong* charged
                not|never because|since|mean|think|suggest|say|that ~2 you ~4 {checkverbs}
                you are not ~1 to|mistaken|wrong|responsible|at|liable
                you told|tell|wrote|say|said|mention|mentioned|write|explained ~3 that? you ~4 {wrongdoing}|not|{slip}
                you told|tell|wrote|say|said|mention|mentioned|write|explained ~3 you ~4 not
                you lost ~2 time|money|trust|hours|patience|day|evening|confidence|faith
                you ~4 but|and ~2 got|received|were|we
                ^ is|does|do ~6 your side|end
                if|whether|still ~6 your side|end
                nothing|anything ~2 on your side|end|part
                you ~1 did nothing
                as you like
                forgot ~1 your password
                """),
        PhraseTable(
            .blameOther,
            advice:
                "The customer is ours to look after whoever was involved: \"The parcel was lost on its way; I am sending "
                + "another one today.\"",
            """
            {faultnoun} of|by|at ~2 {carrier}|{colleague}
            {faultnoun} ~1 made|committed|caused by ~2 {carrier}|{colleague}
            {carrier}|{colleague} {faultnoun} !message
            #name mistake|error|fault|blunder|doing
            mistake|error|fault of|by #name
            before|preceding me ~2 made|messed|left|forgot|did|failed|obviously|clearly
            person|one|guy|girl|man|woman ~1 before me
            somebody|someone|whoever ~1 in|from|at ~3 promised|messed|forgot|misled|mixed|screwed|packed|botched|lied
            no business ~1 promising|telling|offering|saying
            new here
            new to|at|in the|this job|role|team
            could|can not care less
            complain to them|him|her
            is|was the {carrier} that|who
            {carrier}|{colleague} is|was ~2 {faultnoun}
            {carrier} ~3 messed|failed|bungled|botched|ruined|forgot|blame|careless|negligent|incompetent|useless|unreliable|lazy|lied|hopeless|terrible|mishandled
            {colleague} ~3 messed|failed|bungled|botched|forgot|blame|careless|negligent|incompetent|useless|lazy|overlooked|lied|misled|misinformed|hopeless|mishandled|neglected|slept|asleep|sloppy
            {carrier}|{colleague} ~2 screwed|dropped|fouled|slipped ~1 up|ball
            {carrier}|{colleague} ~1 should ~1 have
            {carrier}|{colleague} should not have ~1 told|said|promised|given|done|sent
            {carrier} ~1 lost|broke|damaged|ruined|misplaced !track
            {carrier} has|have ~1 lost|broken|damaged|misplaced
            {carrier}|{colleague} ~2 made ~3 mistake|error|mess|blunder
            {carrier}|{colleague} ~6 gave|given|told|sent|send|sends|packed|shipped|entered|picked|booked ~3 wrong|incorrect|false|nonsense|rubbish
            {carrier}|{colleague} ~2 is|are|was|were ~2 responsible|slow|chaotic|unreliable|overworked|useless|inexperienced|disorganised|disorganized|new|clueless|understaffed
            {carrier}|{colleague} ~2 always|never|constantly|keep|keeps|often ~4 wrong|late|lose|loses|losing|forget|forgets|mess|messes|fail|fails|delay*|mix|mixes|break|breaks|listen|listens|mistake*|quality
            {carrier}|{colleague} ~6 as|like ~1 usual|always
            {carrier}|{colleague} ~3 is|are|was|were|being ~3 {badtrait}
            {carrier}|{colleague} ~2 got ~4 wrong
            {badtrait} {carrier}|{colleague}
            my|our ~2 should never ~1 have
            {carrier}|{colleague} ~6 all the time
            not ~2 good at
            apologise|apologize|sorry for ~1 colleague|coworker|colleagues|staff|driver|courier
            {carrier}|{colleague} ~4 again and again
            {carrier}|{colleague} ~8 as|like they|he|she ~1 always|tend|often|usually|do
            {carrier}|{colleague} ~3 did|does|do|has|have not ~2 know|bother|bothered|care|read|listen|check|pass|passed|log|note|follow|want|do|done|understand|manage|train*
            {carrier}|{colleague} ~2 clearly|obviously|evidently|apparently|simply ~1 did|does|do|was|were|has|have|forgot|failed
            did not|no know|idea what he|she|they ~1 is|was|are|were ~1 doing|talking
            ^ typical ~1 {carrier}|{colleague}
            your ~2 complaint|anger ~3 {carrier}|{colleague}
            blame the|my|our|it
            blame ~2 {carrier}|{colleague}
            to blame
            not our|my fault|mistake|error|doing|responsibility|problem
            fault ~~1 , not ours|mine
            not ours $
            {we} did|have ~1 nothing|not ~1 wrong
            {we} can not be ~1 held|made|blamed
            do not blame us|me
            {we} have ~1 nothing to do with
            not ~2 fault of ours
            nothing to do with us|me
            out|outside|beyond of? our|my hands|control|influence
            {we} am|are not ~1 responsible|liable|accountable|at fault?
            {we} can only pass|forward|sell
            {we} only|just sell|pass|forward|work here?
            take ~2 up with
            {carrier} ~~4 they|who ~3 lost|broke|damaged|responsible|ones|caused|messed|delayed
            ones who|that ~1 lost|broke|damaged|caused|delayed|made|did
            previous|other|last|another agent|colleague|rep|representative ~2 wrong|misinformed|should|failed|made|mishandled|forgot|messed
            whoever ~3 did
            department|system|team|colleague ~1 broke|crashed|ruined|mess*
            thanks to our|the ~1 incompeten*|useless
            {we} keep|kept telling them
            """,
            unless: """
                you are not to blame
                no one|body to blame
                you ~1 told|tell|say|said|wrote|write|mention|mentioned|report|reported|describe|described|felt|feel ~10
                nobody is to blame
                {we} am|are to blame
                {we} ~3 only|just ~3 follow ~2 up
                if|whether|unless ~5 {carrier} ~3 lost|damaged
                {we} made a mistake
                """),
    ]
}
