/// What the web pages say, by name: each language has a text for every one.
package enum PageText: String, Sendable, CaseIterable {
    // Language.
    case languageName = "language.name"
    case languageList = "language.list"

    // The contact form.
    case formTitle = "form.title"
    case formLead = "form.lead"
    case formName = "form.name"
    case formAddress = "form.address"
    case formAddressHint = "form.address.hint"
    case formSubject = "form.subject"
    case formText = "form.text"
    case formTextHint = "form.text.hint"
    case formFiles = "form.files"
    case formFilesHint = "form.files.hint"
    case formRef = "form.ref"
    case formRefHint = "form.ref.hint"
    case formOptional = "form.optional"
    case formTrap = "form.trap"
    case formSend = "form.send"
    case formPrivacy = "form.privacy"

    // What can be wrong.
    case problemWord = "problem.word"
    case problemTitle = "problem.title"
    case problemNameLong = "problem.name.long"
    case problemAddressMissing = "problem.address.missing"
    case problemAddressWrong = "problem.address.wrong"
    case problemAddressOurs = "problem.address.ours"
    case problemSubjectLong = "problem.subject.long"
    case problemTextMissing = "problem.text.missing"
    case problemTextLong = "problem.text.long"
    case problemRefWrong = "problem.ref.wrong"
    case problemFilesMany = "problem.files.many"
    case problemFilesLarge = "problem.files.large"
    case problemFilesAgain = "problem.files.again"

    // It could not be taken at once.
    case noticeLater = "notice.later"
    case noticeStale = "notice.stale"
    case noticeUnsure = "notice.unsure"

    // After the form.
    case thanksTitle = "thanks.title"
    case thanksReference = "thanks.reference"
    case thanksNext = "thanks.next"
    case thanksNext1 = "thanks.next.1"
    case thanksNext2 = "thanks.next.2"
    case thanksNext3 = "thanks.next.3"
    case thanksAnother = "thanks.another"
    case thanksForm = "thanks.form"

    // Feedback that nobody asked for.
    case feedbackTitle = "feedback.title"
    case feedbackLead = "feedback.lead"
    case feedbackText = "feedback.text"
    case feedbackTextHint = "feedback.text.hint"
    case feedbackSend = "feedback.send"
    case feedbackSubject = "feedback.subject"
    case feedbackLink = "feedback.link"

    // A customer's page.
    case caseTitle = "case.title"
    case caseReference = "case.reference"
    case caseStands = "case.stands"
    case caseOpen = "case.open"
    case caseYours = "case.yours"
    case caseSettled = "case.settled"
    case caseAdvocate = "case.advocate"
    case caseTeam = "case.team"
    case caseNext = "case.next"
    case caseNextSoon = "case.next.soon"
    case caseTurn = "case.turn"
    case caseSettledSince = "case.settled.since"
    case caseSettling = "case.settling"
    case casePromises = "case.promises"
    case casePromise = "case.promise"
    case casePromiseKept = "case.promise.kept"
    case caseStory = "case.story"
    case caseStoryShort = "case.story.short"
    case caseYou = "case.you"
    case caseAt = "case.at"
    case caseFiles = "case.files"
    case caseEventResolved = "case.event.resolved"
    case caseEventReopened = "case.event.reopened"
    case caseEventSolved = "case.event.solved"
    case caseZone = "case.zone"
    case caseWord = "case.word"
    case caseWordLabel = "case.word.label"
    case caseWordHint = "case.word.hint"
    case caseWordSend = "case.word.send"
    case caseWordLater = "case.word.later"
    case caseWordStale = "case.word.stale"
    case caseSolved = "case.solved"
    case caseSolvedLead = "case.solved.lead"
    case caseSolvedYes = "case.solved.yes"
    case caseSolvedNo = "case.solved.no"
    case caseUnsolvedWords = "case.unsolved.words"
    case caseDoneWord = "case.done.word"
    case caseDoneSolved = "case.done.solved"
    case caseDoneUnsolved = "case.done.unsolved"
    case caseEnd = "case.end"
    case caseEndLead = "case.end.lead"
    case caseEndDo = "case.end.do"
    case caseEndedTitle = "case.ended.title"
    case caseEndedText = "case.ended.text"

    // The survey.
    case surveyTitle = "survey.title"
    case surveyLead = "survey.lead"
    case surveyWords = "survey.words"
    case surveyQuote = "survey.quote"
    case surveySend = "survey.send"
    case surveyChoose = "survey.choose"
    case surveyLater = "survey.later"
    case surveyThanksTitle = "survey.thanks.title"
    case surveyThanksText = "survey.thanks.text"
    case surveyCsat = "survey.csat"
    case surveyCes = "survey.ces"
    case surveyNps = "survey.nps"

    // The appreciation list.
    case listJoinTitle = "list.join.title"
    case listJoinText = "list.join.text"
    case listJoinDo = "list.join.do"
    case listJoinedTitle = "list.joined.title"
    case listJoinedText = "list.joined.text"
    case listLeaveTitle = "list.leave.title"
    case listLeaveText = "list.leave.text"
    case listLeaveDo = "list.leave.do"
    case listLeftTitle = "list.left.title"
    case listLeftText = "list.left.text"
    case listLater = "list.later"

    // Refusals.
    case refusedNotFoundTitle = "refused.not-found.title"
    case refusedNotFoundText = "refused.not-found.text"
    case refusedBadLinkTitle = "refused.bad-link.title"
    case refusedBadLinkText = "refused.bad-link.text"
    case refusedMalformedTitle = "refused.malformed.title"
    case refusedMalformedText = "refused.malformed.text"
    case refusedTooLargeTitle = "refused.too-large.title"
    case refusedTooLargeText = "refused.too-large.text"
    case refusedTooManyTitle = "refused.too-many.title"
    case refusedTooManyText = "refused.too-many.text"
    case refusedTooSlowTitle = "refused.too-slow.title"
    case refusedTooSlowText = "refused.too-slow.text"
    case refusedForeignTitle = "refused.foreign.title"
    case refusedForeignText = "refused.foreign.text"
    case refusedBusyTitle = "refused.busy.title"
    case refusedBusyText = "refused.busy.text"
    case refusedFailedTitle = "refused.failed.title"
    case refusedFailedText = "refused.failed.text"
    case refusedAgedLinkTitle = "refused.aged-link.title"
    case refusedAgedLinkText = "refused.aged-link.text"

    /// What a text may be filled with; most stand as they are.
    package var placeholders: Set<String> {
        switch self {
        case .formFilesHint: ["count", "size"]
        case .problemTextLong, .problemFilesMany: ["count"]
        case .problemFilesLarge, .refusedTooLargeText: ["size"]
        case .noticeLater, .noticeStale, .noticeUnsure: ["button"]
        case .surveyLead, .caseReference: ["ref"]
        case .surveyNps, .caseTitle: ["desk"]
        case .caseAdvocate: ["name"]
        case .caseNext, .caseSettledSince, .caseAt: ["time"]
        case .casePromise: ["what", "time"]
        case .caseZone: ["place"]
        default: []
        }
    }
}
