package import StageProtocol

/// What cases of the house are to forget where cases are erased that they speak of: whatever names one of those.
///
/// What they say of a case stands in objects that have its reference as a member, and in texts in which it stands. Both go
/// whole, since such an object or text holds more of that case than its name.
package struct Forgetting: Sendable {
    private let refs: [String]
    private let needles: [Frame]

    /// - Parameter refs: the references of the cases that are erased.
    package init(_ refs: [String]) {
        self.refs = refs
        needles = refs.map { Array($0.utf8) }
    }

    /// Whether one of the cases is named somewhere in these bytes.
    package func concerns(_ frame: Frame) -> Bool { needles.contains { !$0.isEmpty && frame.contains($0) } }

    /// What is left of JSON as it stands in the store; of all that is something else an empty object.
    package func left(of frame: Frame) -> Frame {
        guard concerns(frame) else { return frame }
        return ((try? JSON(bytes: frame)).map { left(of: $0) } ?? [:]).bytes
    }

    /// What is left of a value.
    package func left(of json: JSON) -> JSON { pruned(json) ?? [:] }

    private func pruned(_ json: JSON) -> JSON? {
        switch json {
        case .string(let text): return concerns(text) ? .none : .some(json)
        case .array(let elements): return .array(elements.compactMap(pruned))
        case .object(let members):
            guard !members.values.contains(where: { $0.string.map(refs.contains) ?? false }) else {
                return .none
            }
            let kept = members.compactMap { name, value -> (String, JSON)? in
                concerns(name) ? nil : pruned(value).map { (name, $0) }
            }
            return .object(Dictionary(kept, uniquingKeysWith: { $1 }))
        default: return json
        }
    }

    private func concerns(_ text: String) -> Bool { concerns(Array(text.utf8)) }
}

extension Frame {
    /// Whether these bytes stand somewhere in it.
    fileprivate func contains(_ needle: Frame) -> Bool {
        guard let first = needle.first, count >= needle.count else { return false }
        var place = 0
        while let start = self[place...(count - needle.count)].firstIndex(of: first) {
            if self[start..<start + needle.count].elementsEqual(needle) { return true }
            place = start + 1
            guard place <= count - needle.count else { return false }
        }
        return false
    }
}
