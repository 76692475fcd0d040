/// The name of a member that is looked at. Of a list of objects nothing but some of their members may be wanted.
package struct MemberName: Sendable, ExpressibleByStringLiteral {
    let text: String
    /// The same, to be held against bytes without a String.
    let bytes: StaticString
    /// What is looked at in the objects of the list that it names; none where the value is wanted whole.
    let inside: [MemberName]

    package init(_ name: StaticString, of inside: [MemberName] = []) {
        text = "\(name)"
        bytes = name
        self.inside = inside
    }

    package init(stringLiteral name: StaticString) { self.init(name) }
}
