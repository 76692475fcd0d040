import StageProtocol

/// What the standards ask of a promise: a day, in the future, within what the writer may grant.
enum PromiseRules {
    static func findings(_ promises: [FoundPromise], context: GateContext, language: String) -> [GateFinding] {
        promises.flatMap { promise in
            var findings: [GateFinding] = []
            func refuse(_ rule: GateRule, _ advice: GateAdvice) {
                findings.append(GateFinding(rule: rule, words: promise.quote, advice: advice.text(language)))
            }
            if promise.isOpen, promise.due == nil { refuse(.promiseWithoutDate, .undated) }
            let tolerance = promise.quote.contains(west) ? lastZone : .zero
            if promise.isOpen, let dueBy = promise.dueBy, dueBy + tolerance < context.now {
                refuse(.promiseWithoutDate, .past)
            }
            if let amount = promise.amount, let grant = promise.grant, !context.authority.allows(amount, as: grant) {
                refuse(.promiseBeyondAuthority, .tooMuch)
            }
            if promise.isOpen, let dueBy = promise.dueBy, let until = context.authority.mayPromiseUntil, dueBy > until {
                refuse(.promiseBeyondAuthority, .tooFar)
            }
            return findings
        }
    }

    /// Who lives behind Greenwich is told times on their own clock, which says so: there a day ends later, twelve hours at most.
    private static let west = "(GMT-"
    private static let lastZone = Duration.seconds(12 * 3600)
}
