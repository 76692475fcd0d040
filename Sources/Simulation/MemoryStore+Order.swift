import DequeModule

// How a store orders and compares: by value, and texts by their bytes. Swift holds two texts for equal that look the
// same ("é" in one scalar or in two); a database does not.

/// A text that is compared byte by byte.
struct Exact: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Exact, right: Exact) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    static func < (left: Exact, right: Exact) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// A row's place in an index over moments: the moment in milliseconds, then the row's number.
struct Place: Comparable {
    var moment: Int64
    var id: Int64

    static func < (left: Place, right: Place) -> Bool {
        left.moment != right.moment ? left.moment < right.moment : left.id < right.id
    }
}

/// An index: elements in order, found by bisection. Adding and removing move what stands on the shorter side, which is
/// mostly nothing: what is new comes last, and what is oldest goes first.
struct Ordered<Element: Comparable> {
    private var elements: Deque<Element> = []

    var count: Int { elements.count }
    var all: [Element] { Array(elements) }

    /// Where the first element stands that is not below a bound.
    func firstIndex(notBelow bound: Element) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if elements[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first element that is not below a bound.
    func first(notBelow bound: Element) -> Element? {
        let index = firstIndex(notBelow: bound)
        return index < elements.count ? elements[index] : nil
    }

    /// Elements from one bound up to, and without, another.
    func between(_ low: Element, _ high: Element) -> [Element] {
        let start = firstIndex(notBelow: low)
        return Array(elements[start..<max(start, firstIndex(notBelow: high))])
    }

    mutating func insert(_ element: Element) {
        guard let last = elements.last, !(last < element) else { return elements.append(element) }
        elements.insert(element, at: firstIndex(notBelow: element))
    }

    mutating func remove(_ element: Element) {
        let index = firstIndex(notBelow: element)
        guard index < elements.count, elements[index] == element else { return }
        elements.remove(at: index)
    }
}

extension Sequence {
    /// As SQL's `LIMIT`: at most so many, or all where the limit is negative.
    func limited(to limit: Int, offset: Int = 0) -> [Element] {
        let rest = dropFirst(Swift.max(offset, 0))
        return limit < 0 ? Array(rest) : Array(rest.prefix(limit))
    }
}
