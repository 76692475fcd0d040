/// A stretch of numbers laid over a stretch of a drawing, with round numbers to mark on it.
struct Scale {
    let low: Double
    let high: Double
    let step: Double
    /// Where on the drawing it begins and ends.
    let start: Double
    let end: Double

    /// Holds all the values, from one round number to another.
    init(_ values: [Double], from start: Double, to end: Double, marks: Int = 5) {
        var (least, most) = (values.min() ?? 0, values.max() ?? 1)
        if most - least < 1e-9 { (least, most) = (least - 0.5, most + 0.5) }
        let step = Self.round((most - least) / Double(marks))
        self.step = step
        low = (least / step + 1e-9).rounded(.down) * step
        high = (most / step - 1e-9).rounded(.up) * step
        self.start = start
        self.end = end
    }

    var marks: [Double] { (0...Int(((high - low) / step).rounded())).map { low + Double($0) * step } }

    func place(_ value: Double) -> Double { start + (value - low) / (high - low) * (end - start) }

    /// The next of 1, 2 and 5 times a power of ten.
    private static func round(_ step: Double) -> Double {
        var power = 1.0
        while power > step { power /= 10 }
        while power * 10 <= step { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= step * (1 - 1e-9) } ?? power * 10
    }
}
