/// Makes a failing list of steps shorter while it still fails, so that a person can read it.
enum Shrinking {
    /// The shortest list found that fails: no step and no operation can be left out of it alone.
    static func shrink(_ steps: [Step], fails: ([Step]) throws -> Bool) rethrows -> [Step] {
        var few = try withoutNeedless(steps, fails: fails)
        for index in few.indices.reversed() {
            let operations = try withoutNeedless(few[index].operations) { operations in
                var trial = few
                trial[index] = few[index].with(operations)
                return try fails(trial)
            }
            few[index] = few[index].with(operations)
        }
        return few
    }

    /// Leaves out halves, then quarters, and single elements at last.
    private static func withoutNeedless<T>(_ all: [T], fails: ([T]) throws -> Bool) rethrows -> [T] {
        var few = all
        var length = max(1, few.count / 2)
        while true {
            var start = 0
            while start < few.count {
                let trial = Array(few[..<start] + few[min(start + length, few.count)...])
                if try fails(trial) { few = trial } else { start += length }
            }
            if length == 1 { return few }
            length /= 2
        }
    }
}
