import Simulation

/// Makes a failing list of steps shorter while it still fails, so that a person can read it.
enum Shrinking {
    /// The shortest list found that fails: no step and no operation can be left out of it alone.
    static func shrink(_ steps: [Step], fails: ([Step]) throws -> Bool) rethrows -> [Step] {
        var few = try steps.shortened(while: fails)
        for index in few.indices.reversed() {
            let operations = try few[index].operations.shortened { operations in
                var trial = few
                trial[index] = few[index].with(operations)
                return try fails(trial)
            }
            few[index] = few[index].with(operations)
        }
        return few
    }
}
