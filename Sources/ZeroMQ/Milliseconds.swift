extension Duration {
    /// Whole milliseconds, rounded up, so that a short wait never becomes none.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let perMillisecond: Int64 = 1_000_000_000_000_000
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow, scaled < Int64.max - 1000 else { return seconds < 0 ? .min : .max }
        let whole = attoseconds / perMillisecond
        let rest = attoseconds % perMillisecond > 0 ? 1 : 0 as Int64
        return scaled + whole + rest
    }
}
