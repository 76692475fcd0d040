extension Array {
    /// The shortest list found for which something still holds: halves are left out, then quarters, and single elements at
    /// last, until none can be left out alone.
    package func shortened(while holds: ([Element]) throws -> Bool) rethrows -> [Element] {
        var few = self
        var length = Swift.max(1, few.count / 2)
        while true {
            let before = few.count
            var start = 0
            while start < few.count {
                let trial = Array(few[..<start] + few[Swift.min(start + length, few.count)...])
                if try holds(trial) { few = trial } else { start += length }
            }
            if length == 1, few.count == before { return few }
            length = Swift.max(1, length / 2)
        }
    }
}
