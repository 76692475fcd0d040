internal import CLinear
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Weights of a one-against-the-rest linear classifier: for each row, one weight a class, and a bias a class.
struct LinearWeights: Sendable {
    let classCount: Int
    var weights: [Float]
    var bias: [Float]

    func decisions(for vector: SparseVector) -> [Float] {
        var scores = bias
        for (row, value) in zip(vector.rows, vector.values) {
            let start = Int(row) * classCount
            for index in 0..<classCount { scores[index] += value * weights[start + index] }
        }
        return scores
    }
}

/// liblinear, with its pointers kept in here.
///
/// Its fast solver draws from the process's one random sequence: trainings take turns and begin it anew, so that the same data gives
/// the same model.
struct LinearSolver: Sendable {
    enum Kind: String, Codable, Sendable {
        /// Squared hinge loss: best accuracy.
        case supportVector
        /// Logistic loss: smoother scores.
        case logistic
    }

    private static let turn = Mutex(())

    let kind: Kind
    let cost: Double
    let rowCount: Int
    let classCount: Int

    /// Trains on `vectors` with class numbers below `classCount`; each class must occur.
    func train(_ vectors: [SparseVector], classes: [Int32]) throws(LanguageError) -> LinearWeights {
        var nodes: [feature_node] = []
        nodes.reserveCapacity(vectors.reduce(0) { $0 + $1.rows.count + 2 })
        var starts: [Int] = []
        for vector in vectors {
            starts.append(nodes.count)
            for (row, value) in zip(vector.rows, vector.values) {
                nodes.append(feature_node(index: row + 1, value: Double(value)))
            }
            // The bias is a trait that every text has; index -1 ends the list.
            nodes.append(feature_node(index: Int32(rowCount + 1), value: 1))
            nodes.append(feature_node(index: -1, value: 0))
        }
        var targets = classes.map(Double.init)
        let trained = unsafe nodes.withUnsafeMutableBufferPointer { nodes -> LinearWeights? in
            guard let base = nodes.baseAddress else { return nil }
            var rows = unsafe starts.map { unsafe Optional(base + $0) }
            return unsafe rows.withUnsafeMutableBufferPointer { rows in
                unsafe targets.withUnsafeMutableBufferPointer { targets in
                    unsafe run(rows: rows.baseAddress, targets: targets.baseAddress, count: rows.count)
                }
            }
        }
        guard let trained else {
            throw LanguageError(.trainingRefused, "liblinear could not train on these \(vectors.count) texts")
        }
        return trained
    }

    private func run(
        rows: UnsafeMutablePointer<UnsafeMutablePointer<feature_node>?>?, targets: UnsafeMutablePointer<Double>?,
        count: Int
    ) -> LinearWeights? {
        unsafe set_print_string_function { _ in }
        var problem = unsafe problem()
        unsafe problem.l = Int32(count)
        unsafe problem.n = Int32(rowCount + 1)
        unsafe problem.y = targets
        unsafe problem.x = rows
        unsafe problem.bias = 1
        var settings = unsafe parameter()
        unsafe settings.solver_type = Int32(kind == .logistic ? L2R_LR : L2R_L2LOSS_SVC_DUAL)
        unsafe settings.eps = 0.01
        unsafe settings.C = cost
        guard unsafe check_parameter(&problem, &settings) == nil else { return nil }
        return Self.turn.withLock { _ in
            srand(1)
            var model = unsafe CLinear.train(&problem, &settings)
            defer { unsafe free_and_destroy_model(&model) }
            guard let trained = unsafe model else { return nil }
            return unsafe copy(trained.pointee)
        }
    }

    /// liblinear numbers classes in the order in which it met them, and keeps one column where there are but two.
    private func copy(_ model: model) -> LinearWeights? {
        guard unsafe Int(model.nr_class) == classCount, let source = unsafe model.w, let order = unsafe model.label
        else {
            return nil
        }
        let columns = classCount == 2 ? 1 : classCount
        var weights = [Float](repeating: 0, count: rowCount * classCount)
        var bias = [Float](repeating: 0, count: classCount)
        for row in 0...rowCount {
            for column in 0..<classCount {
                let value =
                    unsafe columns == 1 ? (column == 0 ? source[row] : -source[row]) : source[row * columns + column]
                let target = unsafe Int(order[column])
                if row == rowCount {
                    bias[target] = Float(value)
                } else {
                    weights[row * classCount + target] = Float(value)
                }
            }
        }
        return LinearWeights(classCount: classCount, weights: weights, bias: bias)
    }
}
