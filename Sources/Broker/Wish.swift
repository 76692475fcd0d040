/// What an operator asked of a stage by command. It is kept in the store, so that it holds through every restart, until the
/// operator takes it back or the pipeline's file says something newer.
package struct Wish: Sendable, Hashable {
    /// So many processes, whatever the file says; nil where the file's word counts.
    package var replicas: Int?
    /// Nothing is handed out to the stage, and its processes leave; what it has to do waits.
    package var isDrained = false

    package init(replicas: Int? = nil, isDrained: Bool = false) {
        self.replicas = replicas
        self.isDrained = isDrained
    }

    /// Whether it asks for anything.
    var isEmpty: Bool { replicas == nil && !isDrained }
}
