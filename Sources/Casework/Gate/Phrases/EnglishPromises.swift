/// What is promised, and until when, in English.
extension PhraseBook {
    static let englishPromises: [PhraseTable] =
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
                {we} am|are ~1 going to ~2 check|investigate|ask|find|look
                """),
            PhraseTable(
                .promise(.action),
                """
                {we} am|are ~1 going to ~2 fix|repair|correct|change|cancel|arrange|order|send|refund|replace|call|write
                {we} promise to
                will be fixed|solved|resolved|repaired|corrected|replaced|sent|answered|changed
                will take care of
                {we} will get ~3 sorted|fixed|solved|resolved|done|replaced|refunded|repaired|changed
                {we} will make|see ~1 sure|to
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
            somebody|someone|colleague|team|person|manager|specialist|department will !not|never|be ~2 \(verbs)
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
