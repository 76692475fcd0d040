/// Where in a trace something belongs: what a `traceparent` says (W3C Trace Context, version 00).
///
/// A case has one trace from its first contact on. Each delivery is a span of it, and the `traceparent` that comes with the
/// delivery names that span: what a stage measures itself, or calls, goes under it.
public struct TraceContext: Sendable, Hashable {
    /// 32 lower-case hex digits, not all of them 0.
    public var trace: String
    /// 16 lower-case hex digits, not all of them 0.
    public var span: String
    /// Whether the trace is recorded; Casewire records all of them.
    public var isSampled = true

    /// A place in a trace.
    public init(trace: String, span: String, isSampled: Bool = true) {
        self.trace = trace
        self.span = span
        self.isSampled = isSampled
    }

    /// Reads a `traceparent`; nil for what is none. Of a later version what version 00 knows is read, as the standard asks.
    public init?(traceparent: String) {
        let parts = traceparent.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, isHex(parts[0], 2), isHex(parts[1], 32), isHex(parts[2], 16), isHex(parts[3], 2),
            parts[0] != "ff", parts[0] != "00" || parts.count == 4,
            parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" }),
            let flags = UInt8(parts[3], radix: 16)
        else { return nil }
        self.init(trace: String(parts[1]), span: String(parts[2]), isSampled: flags & 1 == 1)
    }

    /// As it stands in a header.
    public var traceparent: String { "00-\(trace)-\(span)-\(isSampled ? "01" : "00")" }

    /// The span of a delivery. An epoch is never given twice by one store, so neither is its span.
    /// - Parameter epoch: the delivery's fencing token, such as `3.12`.
    /// - Returns: nil where the text is no epoch of this broker.
    package static func span(epoch: String) -> String? {
        let numbers = epoch.split(separator: ".").compactMap { UInt64($0) }
        guard numbers.count == 2, numbers != [0, 0] else { return nil }
        let digits = String(numbers[0] << 40 | numbers[1] & 0xFF_FFFF_FFFF, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The span that a whole case is, above all of its deliveries. Of several cases in a caller's trace each has its own.
    package static func root(trace: String, of ref: String) -> String {
        // FNV-1a, of which the highest bits are set: no epoch reaches that far.
        let hash = (trace + ref).utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash | 0xF << 60, radix: 16)
    }
}

private func isHex(_ text: Substring, _ count: Int) -> Bool {
    text.utf8.count == count
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}
