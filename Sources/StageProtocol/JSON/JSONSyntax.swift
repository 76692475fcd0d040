/// Whether bytes are one JSON value that every reader can read, found in one pass without building it; nesting is bounded, so that hostile input
/// cannot exhaust the stack of whoever decodes it later.
public enum JSONSyntax {
    /// The deepest nesting that is read.
    public static let deepest = 64

    /// True for exactly one well-formed value, at most `depth` levels deep, with nothing but white space around it.
    public static func isValid(_ bytes: [UInt8], depth: Int = deepest) -> Bool {
        (try? JSONText(bytes, depth: depth)) != nil
    }

    /// Whether a text or a name in the value holds the character U+0000, which many stores and programs take for the end
    /// of a text; nil where the bytes are no value.
    package static func holdsNul(_ bytes: [UInt8], depth: Int = deepest) -> Bool? {
        (try? JSONText(bytes, depth: depth))?.holdsNul
    }
}
