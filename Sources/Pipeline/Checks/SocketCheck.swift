/// No two sockets in one place: the second to bind an ipc path takes it over without a word.
struct SocketCheck {
    let document: PipelineDocument
    let findings: Findings

    func run() {
        var taken: [String: (owner: String, place: Place)] = [:]
        let own = [("the control socket", document.control), ("the tap socket", document.tap)]
        for (owner, socket) in own + document.stages.map({ ("the socket of \($0.name.value)", $0.socket) }) {
            guard let socket else { continue }
            if let first = taken[socket.value] {
                findings.error(
                    .duplicateSocket, at: socket.place, "\(owner) has the same address as \(first.owner)",
                    notes: [.init(place: first.place, message: "\(first.owner) stands here")])
            } else {
                taken[socket.value] = (owner, socket.place)
            }
        }
    }
}
