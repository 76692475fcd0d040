/// What must not leave the house, in English.
extension PhraseBook {
    static let englishSecrets: [PhraseTable] = [
        PhraseTable(
            .internalLeak,
            advice:
                "Leave out what is ours alone: systems, colleagues' notes, tiers, margins. Say what it means for the customer.",
            """
            internal|internally ~1 note|notes|use|only|comment|policy|guideline|guidelines|ticket|system|process|memo|wiki|tool|document|email|rule|rules|chat|code|database|list|score|remark|discussion|procedure|dashboard
            for internal
            internally ~3 {we}|flagged|marked|known|call|called|discussed|classified
            between you and me|us
            between us ,
            off the record
            do not|never ~1 share|forward|show|send|mention|tell|give|offer ~4 customer|customers|outside|them|client|him|her
            offer|give ~1 no|not ~1 more|less than
            do not tell the customer
            not supposed|allowed|meant to ~1 tell|say|share|reveal
            confidential ~1 do|not|internal
            tier|level 1|2|3|one|two|three support|agent|team|queue
            ticket ~2 queue|escalated|backlog|number
            crm|erp
            playbook
            legal|management|manager|supervisor|headquarters|hq|boss|compliance|lawyers|head ~2 told|instructed|ordered|forbade|forbidden|wants|want|does|decided|says|said ~2 us|me|not|that
            told|instructed|ordered|supposed|asked|allowed not to ~1 admit|say|tell|mention|reveal|refund|offer|confirm
            not ~1 allowed|permitted|supposed to ~1 admit|tell|say|mention|reveal|disclose
            {we} ~1 only|just? earn|make|lose ~3 #percent|#money|#num
            queue because
            backlog
            l1|l2|l3
            jira|confluence|zendesk|salesforce|slack|servicenow|sharepoint|grafana|kibana|sentry|github|gitlab|splunk|datadog|pagerduty|freshdesk|hubspot|trello|asana
            our crm|erp|database|server|servers|sql|api|backend|intranet|mainframe|logs|cluster|vpn|firewall|wiki|kpi|kpis|sap|source
            database|production|backend|db server|host|cluster
            backend|back frontend? end? guys|team|developers|people
            our developers|devs|engineers|sysadmin
            stack trace
            null pointer
            nullpointer*
            exception thrown|trace|at
            segfault
            sql
            timeout error|exception
            error code|500|404|502|503
            http 500|404|502|503
            exception in
            our|the ~1 margin|margins|markup
            our ~2 purchase|wholesale|cost|buying|procurement price|prices|costs
            {we} ~1 pay|pays|buy|buys ~2 only|supplier|it|them ~3 for|at
            supplier|vendor ~1 charges|bills|sells|invoices us
            costs us ~1 only|just|less|#num|#money
            profit ~1 margin|on
            sales target*|quota|quotas
            company ~3 is|are|will ~2 about|going|planning|soon to? ~3 close|sell|bankrupt|lay|layoffs|merge|insolvent
            layoffs|layoff
            {we} are|am understaffed
            churn ~1 risk|score|rate
            customer ~1 lifetime ~1 value
            high|low value|priority|tier|worth customer|client|account|by|score
            low|lowest|high|highest ~1 priority
            our|risk|credit|fraud|value|customer scoring|score
            vip customer|status
            account ~2 flagged|tagged|labelled|labeled
            customer ~2 flagged|marked|tagged|labelled|labeled|classified|listed
            flagged|marked|tagged|labelled|labeled|classified|listed as|on ~~3 difficult|problem|problematic|fraud|risk|risky|vip|complainer|troublemaker|blacklist|low|high
            blacklist*
            difficult|problem|frequent|serial|notorious customer|complainer|returner|client
            troublemaker
            system prompt
            prompt engineering
            as an ai|artificial
            language model
            chatgpt|gpt
            lorem ipsum
            todo
            fixme
            tbd
            xxx
            insert ~2 name|here
            employee|staff|personnel number|id|file
            his|her|colleague ~1 sick|fired|dismissed|burnout|pregnant
            sick leave
            was ~1 fired
            """,
            unless: """
                api key|documentation for
                an|the exception ~1 to|for|is|was
                make|as an exception
                not an exception
                with ~2 exception
                high|highest|top priority ~1 for|to ~1 us|me
                with high priority
                our api ~1 documentation|key|is
                internal ~1 storage|memory|battery|parts|temperature|damage
                {we} ~1 will not ~2 share|forward
                {we} ~1 do not|never ~1 share|send|give|forward
                ticket number ~1 is|#num
                """),
        PhraseTable(
            .otherCustomersData,
            advice:
                "Speak only of this customer's own matter; who else wrote, ordered or complained stays with us: \"This has come "
                + "up before, and we know how to mend it.\"",
            """
            another|other customer|client|guest|user|buyer|member|patient|passenger|subscriber|account name|address|order|account|called|named|details|data|email|phone|invoice
            another|other|different|previous customer|client|guest|user|buyer|member|patient|passenger|subscriber ~~8 #name
            another|other|different|previous customer|client|guest|user|buyer|member ~~12 #mail
            customer|client|guest|user|buyer|passenger|subscriber|neighbour|neighbor named|called #name
            belongs|belonged|registered|sent|addressed|billed|assigned|delivered|shipped|linked to ~6 {title} #name
            invoice|order|form|letter|account|parcel|package|booking|address|details|file|card|contract|statement|bill|record|records|data ~2 of|for|from|to ~1 {title} #name
            sent|gave|told|wrote|refunded|offered|paid|granted ~4 to? {title} #name
            {title} #name ~1 ordered|bought|complained|lives|returned|paid|owes|booked|received|got
            customer|client|guest|buyer|person|one before|ahead|next ~2 you|to ~~3 #name
            #name #name ~~3 #mail ~~3 he|she|they|who
            #name #name ~~4 he|she ordered|bought|has|had|got|received|complained
            opened|saw|read|received|sent ~4 of|for|to {title} #name
            {title} #name ~~6 also ~1
            reach|call|ring|phone|contact|write ~1 her|him|them ~2 on|at|under #num
            other|another|previous|last buyer|guest|tenant|owner|customer|passenger|patient|student|member ~~2 #name
            {title} #name ~1 has|had ~3 same|problem|complained|ordered|returned|received|bought
            {title} #name ~~2 #mail
            neighbour|neighbor|customer|client ~3 #name ~~6 phone|number|email|address|mobile|lives
            customer ~2 #name ~4 also|had|has|got|was|complained|ordered|received|lives|from
            """,
            unless: """
                dear|hello|hi|hey ~3 {title} #name
                colleague|advisor|adviser|manager|specialist|team|advocate|technician|lead ~3 {title} #name
                you ~3 {title} #name
                """),
    ]
}
