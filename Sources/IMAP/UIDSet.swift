/// The number of a mail in a folder; it stays the same as long as the folder's UIDVALIDITY does.
package typealias UID = UInt32

/// A set of mail numbers, written as IMAP does: `1:17,19`.
package struct UIDSet: Sendable, Hashable, CustomStringConvertible {
    /// In order, neither touching nor overlapping.
    private(set) package var ranges: [ClosedRange<UID>] = []

    package init() {}

    package init(_ uids: some Sequence<UID>) {
        for uid in uids { insert(uid) }
    }

    /// Reads the text of a set; nil for any other text.
    package init?(_ text: String) {
        var earlier: UID = 0
        for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
            let ends = part.split(separator: ":", omittingEmptySubsequences: false).map { UID($0) }
            guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, earlier < first,
                first <= last
            else { return nil }
            insert(first...last)
            earlier = last
        }
    }

    package var isEmpty: Bool { ranges.isEmpty }
    package var highest: UID? { ranges.last?.upperBound }

    package func contains(_ uid: UID) -> Bool {
        let index = position(of: uid)
        return index < ranges.count && ranges[index].contains(uid)
    }

    package mutating func insert(_ uid: UID) { insert(uid...uid) }

    package mutating func insert(_ new: ClosedRange<UID>) {
        // All that overlap or touch become one.
        let start = position(of: new.lowerBound == 0 ? 0 : new.lowerBound - 1)
        var end = start
        var (low, high) = (new.lowerBound, new.upperBound)
        while end < ranges.count, ranges[end].lowerBound <= (new.upperBound == .max ? .max : new.upperBound + 1) {
            low = min(low, ranges[end].lowerBound)
            high = max(high, ranges[end].upperBound)
            end += 1
        }
        ranges.replaceSubrange(start..<end, with: [low...high])
    }

    /// Fills the lowest gaps, but for those with a number in them that is to stay out, until there are at most so many ranges.
    package mutating func fillGaps(downTo most: Int, sparing spared: some Collection<UID> = []) {
        var place = 1
        while ranges.count > max(most, 1), place < ranges.count {
            let (low, high) = (ranges[place - 1], ranges[place])
            if spared.contains(where: { $0 > low.upperBound && $0 < high.lowerBound }) {
                place += 1
            } else {
                ranges.replaceSubrange(place - 1...place, with: [low.lowerBound...high.upperBound])
            }
        }
    }

    package var description: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound):\($0.upperBound)" }.joined(separator: ",")
    }

    /// The first range that ends at a number or behind it.
    private func position(of uid: UID) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < uid { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
