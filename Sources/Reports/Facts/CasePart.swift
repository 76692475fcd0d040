/// What there is of a case beside its head. Facts that stand in a part nobody asked for are left out.
package enum CasePart: String, Sendable, CaseIterable {
    /// Contacts, texts, promises, owners and what escalation did.
    case log
    /// The clocks by the standards, which are worked out from the log.
    case clocks
    // Sections, by their names.
    case contact, understanding, answering, care, feedback, review
}
