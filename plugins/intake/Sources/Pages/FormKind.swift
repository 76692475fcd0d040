import Casework

/// What a form is for: both kinds bring a contact that somebody answers.
struct FormKind: Sendable {
    /// Where the form stands, and where it is sent.
    var home: String
    var action: String
    /// The way it came, as the case tells it.
    var channel: String
    var title: PageText
    var lead: PageText
    var text: PageText
    var hint: PageText
    var send: PageText
    /// The subject, where it is not asked for; then nothing else is asked for either.
    var subject: PageText?

    /// A matter of the customer's.
    static let contact = FormKind(
        home: "/", action: "/contact", channel: "form", title: .formTitle, lead: .formLead, text: .formText,
        hint: .formTextHint, send: .formSend)

    /// What was good and what was not, told unasked.
    static let feedback = FormKind(
        home: "/feedback", action: "/feedback", channel: "feedback", title: .feedbackTitle, lead: .feedbackLead,
        text: .feedbackText, hint: .feedbackTextHint, send: .feedbackSend, subject: .feedbackSubject)
}
