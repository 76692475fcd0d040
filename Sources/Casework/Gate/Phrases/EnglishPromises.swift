/// What is promised, and until when, in English.
extension PhraseBook {
    static let englishPromises: [PhraseTable] =
        [
            promise(.refund, "refund|reimburse|repay|pay|compensate"), promise(.credit, "credit"),
            promise(.replacement, "replace|exchange|swap"), promise(.delivery, "send|ship|deliver|dispatch|post|hand"),
            promise(
                .contact,
                "call|phone|contact|write|reply|answer|respond|update|inform|notify|tell|report|return|email|ring"),
            promise(
                .check,
                "check|investigate|ask|find|review|examine|search|trace|verify|clarify|look|chase|pursue|follow|raise|speak|talk|discuss|escalate|push"
            ),
            promise(
                .action,
                "fix|repair|correct|change|cancel|arrange|order|book|solve|resolve|sort|organise|organize|remove|restore|collect|handle|process|deal|issue|provide|prepare|transfer|deposit"
            ),
            plan(.refund, "refund|reimburse|repay", "refunding|reimbursing|repaying"),
            plan(.replacement, "replace|exchange", "replacing|exchanging"),
            plan(.delivery, "send|ship|deliver|dispatch|post", "sending|shipping|delivering|dispatching|posting"),
            plan(.contact, "call|phone|ring|email|write", "calling|phoning|ringing|emailing"),
            plan(.action, "fix|repair", "fixing|repairing"),
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
                you ~1 can|should|may ~1 expect ~4 from us|me
                somebody|someone|colleague|team|technician|specialist|manager|agent|person|expert|department|engineer|driver|courier will ~2 get|be|visit|come|reach|stop|contact|handle|take|look|review
                you ~1 can|should|may ~1 expect ~2 call|reply|answer|response|email|update
                {we} will|shall ~2 look|see|take ~1 a|into ~2 it|this|that|look
                {we} am|are|is !not going ~1 to ~1 contact|call|write|email|phone|reply|answer|update
                colleague|colleagues|team|technician|specialist|manager|someone|somebody|agent|expert is|are going ~1 to ~1 contact|call|write|email|phone|reply|answer|visit
                soon|shortly ~2 hear ~1 from
                you will hear ~1
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
                will !not ~1 arrive|reach
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
                {we} am|are !not ~1 going to ~2 check|investigate|ask|find|look
                """),
            PhraseTable(
                .promise(.action),
                """
                {we} am|are !not ~1 going to ~2 fix|repair|correct|change|cancel|arrange|order|send|refund|replace|call|write
                {we} promise to
                {we} ~8 as soon as possible
                will ~6 soon|shortly
                you are going to ~2 receive|get|hear
                {we} ~8 in due course
                {we} will ~2 have someone|somebody|a|our
                {we} will ~2 make ~2 up to|right|good
                {we} will ~2 get someone|somebody
                will be processed|issued|paid|credited|transferred|reviewed|handled|refunded|shipped|dispatched|delivered|contacted|notified|updated|made
                will be fixed|solved|resolved|repaired|corrected|replaced|sent|answered|changed
                will take care of
                {we} will get ~3 sorted|fixed|solved|resolved|done|replaced|refunded|repaired|changed
                {we} will make|see ~1 sure|to
                """),
            PhraseTable(
                .grant(.refund),
                """
                {we} ~1 have ~1 refunded|reimbursed|returned
                happy|glad|pleased|able to ~1 refund|credit|pay|offer|give|reimburse|return ~5 #money
                {we} ~1 can|could|may|will ~2 offer|give|refund|pay|credit|return|grant|send ~4 #money
                you will|would ~2 get|receive|have ~6 #money ~2 back|refund|credit|within
                {we} ~3 give|giving|gave|given|pay|paying|paid|waive|waived|waiving|transfer|transferred|transferring|return|returned|returning|deduct|deducted|grant|granted|credit|crediting ~6 #money
                {we} refunded|reimbursed
                {we} ~1 refund|reimburse
                {we} am|are ~1 refunding|reimbursing
                {we} ~2 offer|give|grant|pay|paid ~4 refund|compensation
                """),
            PhraseTable(
                .grant(.credit),
                """
                {we} ~2 offer|give|grant|add|added|put|credited|issue|issued|include|included|enclose|have ~6 voucher|credit|gift|goodwill
                accept ~4 voucher|credit|gift|goodwill
                here is ~4 voucher|credit
                receive|get|have|pay|paid ~1 you? #num #num? #num? #money
                receive|get|pay|paid you? #money #num
                """),
            PhraseTable(
                .grant(.discount),
                """
                {we} ~2 offer|give|grant|add|added|take|apply|applied|have ~7 discount|off|reduction
                accept ~7 discount|off|reduction
                take|knock|taking|knocked|taken ~2 #num #percent
                #percent ~1 off|discount|reduction
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
                .condition,
                """
                if|when|once|should you ~1
                as soon as you
                if ~~14 {we} will
                reply|answer|write|send|tell|let|call|bring ~~8 and {we} will
                once|when|after you
                once|when|after|soon as? {we} ~1 have|get|got|receive ~2 your
                once|when|after|soon as? {we} ~1 have|get|got|receive the|a ~1 photo*|picture*|number|details|address|copy|receipt
                with your ~4 {we} will
                once|when|after|soon as? {we}|it|the|your ~4 receive*|arrive*|back|here|confirm*
                """),
            PhraseTable(.consequence, "^ then|so {we}"),
            PhraseTable(
                .request,
                """
                ^ let|tell|send|give|show me|us !if|when
                please ~2 let|tell|send|give|show me|us !if|when
                please ~2 confirm|provide|reply|share
                {we} ~1 need your
                """),
            PhraseTable(
                .onReply,
                """
                once|when|after|soon as? {we} ~1 have|get|got|receive it|them|this|that|these|both
                {we} will then
                """),
            PhraseTable(
                .due,
                """
                within|in ~2 #num more? business|working|opening? day|days|hour|hours|week|weeks|minutes|minute|month|months
                within|in ~2 #num h|hr|hrs|min|mins
                within|in ~2 #time
                within|in the|an|a ~1 hour|day|week|month
                within|in half ~1 hour
                between #num am|pm|a|p|o? m|clock? and #num am|pm|a|p|o? m|clock? !business|working|day|days|hour|hours|week|weeks|minutes|months|euro|euros|#money|#percent
                from #num am|pm? to|until #num am|pm
                between #weekday and #weekday
                #num am|pm
                #num a|p m
                by|before|until|at ~1 #num am|pm|a|p|o m|clock?
                by|before|until|at? half past #num am|pm?
                by|before|until|at? a? quarter past|after|to #num am|pm?
                by|before|until|at #num past|to #num am|pm? !business|working|day|days|hours|weeks|#money|#percent
                by|until|before|on|no|at latest? ~1 #weekday ~1 morning|noon|evening|afternoon|lunchtime
                #weekday ~1 morning|noon|evening|afternoon|lunchtime
                by|until|before|on|at ~2 #weekday
                by|before|until? next|this|coming #weekday|week|month|weekend
                by|before|until|on? #weekday next week
                by|before|on? the? next|following business|working? day
                by|before|over|at|on the? weekend
                early|late next|this week
                beginning|start|middle|end of ~1 week|month
                by|until|before|on|from ~2 #num of? #month
                by|until|before|on|from ~2 #month #num
                by|until|before|on|from ~2 #date
                #num #month
                #month #num
                #date
                by|before|until|at #time
                by|before|until|at|around ~1 noon|midnight|midday|evening|tonight|lunch|lunchtime
                by|before|until|at ~1 end of ~2 day|week|month|year|business|morning|afternoon|#month|#weekday
                by|before|until|at ~1 end|close of ~2 business|day ~1 #weekday|tomorrow|today
                by|before|until|at ~1 close of ~1 business|day
                by|before|at|until? eod|cob
                in|during|by|before|over the ~1 morning|afternoon|evening
                in|during the course of ~1 day|week|morning|afternoon
                first thing
                first thing ~3 morning|#weekday|tomorrow
                by|until|before? the? day after tomorrow
                by|until|before? tomorrow ~2 noon|morning|evening|midday|afternoon|lunchtime
                by|until|before? tomorrow|today|tonight
                by|before? this morning|afternoon|evening|week|month
                every|each business|working? day|morning|evening
                the? same|that|very day
                now
                right|straight now|away
                immediately
                """,
                unless: "on ~1 the first !thing\non ~2 other|phone"),
        ]

    /// The present tense, for what is still to come: "we send you a new one by Friday".
    private static func plan(_ kind: PromiseKind, _ now: String, _ going: String) -> PhraseTable {
        PhraseTable(
            .plan(kind),
            """
            {we} then|gladly? \(now)
            {we} am|are then|gladly? \(going)
            """,
            unless: """
                if|when|once|whenever|how|what|that|before|after|until|or|as {we} ~1 \(now)
                {we} write|call|phone|email ~4 because|about|regarding|today
                {we} send|post ~2 this|these|reminder|link|survey
                """)
    }

    private static func promise(_ kind: PromiseKind, _ verbs: String) -> PhraseTable {
        PhraseTable(
            .promise(kind),
            """
            {we} will !not|never|always|be|have|need ~3 \(verbs)
            somebody|someone|colleague|team|person|manager|specialist|department will !not|never|be ~2 \(verbs)
            will|shall {we} not? ~1 \(verbs)
            {we} shall !not ~2 \(verbs)
            will !not|never|be|need|always ~3 and \(verbs)
            will !not|never|be|need|always ~~6 and ~1 \(verbs)
            """,
            unless: """
                {we} will ~3 and? answer ~1 your|any|all questions
                will be ~3 \(verbs)
                {we} will ~1 cover|pay|bear ~4 return|postage|cost|costs|shipping
                or {we} ~1 will|can ~3 \(verbs)
                {we} am|are ~1 not ~1 going
                """)
    }
}
