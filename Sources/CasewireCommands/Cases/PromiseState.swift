import StageProtocol

/// How a promise of the ledger stands.
enum PromiseState: String, CaseIterable {
    case open, kept, late
    case keptLate = "kept-late"
    /// The case was settled before its time was up, and nobody waits for it any more.
    case withdrawn
    /// The same, and its time was up by then.
    case withdrawnLate = "withdrawn-late"

    /// - Parameters:
    ///   - promise: as the broker tells it.
    ///   - care: the case's section `care`; its clocks know when the text left that kept a promise, the ledger when that was
    ///     written down.
    init(_ promise: JSON, care: JSON?, now: Timestamp) {
        let clock = care?["clocks"]?["promise-\(promise["name"]?.string ?? "")"]
        let due = promise["due"]?.moment ?? now
        if let withdrawn = promise["withdrawn"]?.moment {
            self = withdrawn >= due ? .withdrawnLate : .withdrawn
            return
        }
        guard let kept = clock?["met"]?.moment ?? promise["kept"]?.moment else {
            self = clock?["missed"]?.moment != nil || now >= due ? .late : .open
            return
        }
        self = kept >= due ? .keptLate : .kept
    }

    var words: String { rawValue.replacing("-", with: " ") }
}

extension JSON {
    /// Whether amends were offered for a promise, by the case's section `care`.
    func hasMadeGood(_ promise: JSON) -> Bool {
        (self["made_good"]?.array ?? []).contains { $0 == promise["name"] }
    }
}
