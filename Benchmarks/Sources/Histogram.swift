import StageProtocol

/// A count of durations in buckets as HdrHistogram by Gil Tene has them: powers of two, each cut into 128, so that a value is
/// known to within one percent however far it lies.
struct Histogram {
    private static let cuts = 7
    private var counts: [Int: Int] = [:]
    private(set) var count = 0

    mutating func record(_ span: Duration) {
        counts[Self.bucket(max(0, Int(span.seconds * 1_000_000))), default: 0] += 1
        count += 1
    }

    /// The least duration that is not below a share of all, in milliseconds.
    func milliseconds(at share: Double) -> Double {
        var left = Int((Double(count) * share).rounded(.up))
        for bucket in counts.keys.sorted() {
            left -= counts[bucket] ?? 0
            if left <= 0 { return Double(Self.top(bucket)) / 1000 }
        }
        return 0
    }

    var report: JSON {
        [
            "count": .int(Int64(count)), "p50": .double(milliseconds(at: 0.5)), "p99": .double(milliseconds(at: 0.99)),
            "p999": .double(milliseconds(at: 0.999)),
        ]
    }

    private static func bucket(_ microseconds: Int) -> Int {
        let shift = max(0, Int.bitWidth - microseconds.leadingZeroBitCount - cuts - 1)
        return shift << cuts + microseconds >> shift
    }

    /// The largest value that falls into a bucket.
    private static func top(_ bucket: Int) -> Int {
        guard bucket >= 2 << cuts else { return bucket }
        let shift = bucket >> cuts - 1
        return ((bucket - shift << cuts) + 1) << shift - 1
    }
}
