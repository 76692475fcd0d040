import StageProtocol

/// Who may be asked, so that nobody is asked too often.
///
/// A stage sees of the customer's other cases when they were opened and where they stand, not whether they were asked.
/// So the rule is one that every case can work out alone and with the same result: in the order in which they were
/// opened, a case is asked about if the last one that is asked about was opened at least the set span before. Of a
/// customer's cases opened within one span, only the first is asked about.
struct Invitations: Sendable {
    /// At least so long between the openings of two cases that are asked about.
    var span: Duration

    /// Whether the customer may be asked about this case.
    func mayAsk(about this: CaseHead) -> Bool {
        // Two cases opened at the same moment are told apart by their references.
        let cases = (this.history ?? []).map { ($0.opened, $0.ref) } + [(this.opened, this.ref)]
        var last: Timestamp?
        for (opened, ref) in cases.sorted(by: { $0 < $1 }) {
            let isAsked = last.map { opened - $0 >= span } ?? true
            if ref == this.ref { return isAsked }
            if isAsked { last = opened }
        }
        return false
    }
}
