import StageProtocol

/// How the processes of a pipeline stand, as the broker tells it.
struct FleetView {
    /// One stage.
    struct Stage {
        let name: String
        /// What its processes are started with.
        let revision: String
        /// How many the operator wants, whatever the file says.
        let wish: Int?
        let isDrained: Bool
        /// How many its supervisor wants there to be; nil where nobody says.
        let aim: Int?
        /// Whether these are there, and no others on their way.
        let isSettled: Bool
        /// How often operators have asked something of it: whoever brings it about says up to which word it has.
        let asked: Int
        let waiting: Int
        let holding: Int
        /// Processes that have greeted the broker, as the pipeline is now.
        let instances: Set<String>
        /// Those of them that take work.
        let working: Set<String>
        /// Processes that are to be replaced.
        let outdated: Int
        /// Processes that were told to leave and are still there.
        let leaving: Int

        /// Whether all that was asked for has come about.
        func isDone(supervised: Bool) -> Bool {
            guard outdated == 0, leaving == 0 else { return false }
            if isDrained { return holding == 0 && (!supervised || aim == 0 && isSettled) }
            return !supervised || isSettled && wish.map { $0 == aim } ?? (aim != nil)
        }
    }

    /// What the files were that the broker serves.
    let fingerprint: String
    /// Whether a `casewire up` starts and stops processes.
    let isSupervised: Bool
    let stages: [String: Stage]
    /// Stages that were taken out and have processes left.
    let leaving: [String]

    init(_ json: JSON) {
        fingerprint = json["fingerprint"]?.string ?? ""
        isSupervised = json["supervised"]?.bool == true
        stages = Dictionary(
            (json["stages"]?.array ?? []).map(Stage.init).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        leaving = (json["leaving"]?.array ?? []).compactMap { $0["name"]?.string }
    }

    /// Whether all that was asked of all stages has come about.
    var isDone: Bool { leaving.isEmpty && stages.values.allSatisfy { $0.isDone(supervised: isSupervised) } }
}

extension FleetView.Stage {
    init(_ json: JSON) {
        func count(_ name: String) -> Int { Int(json[name]?.int ?? 0) }
        self.init(
            name: json["name"]?.string ?? "", revision: json["revision"]?.string ?? "",
            wish: json["wish"]?.int.map { Int($0) }, isDrained: json["drained"]?.bool == true,
            aim: json["aim"]?.int.map { Int($0) }, isSettled: json["settled"]?.bool == true,
            asked: count("asked"), waiting: count("waiting"),
            holding: count("holding"), instances: Set((json["instances"]?.array ?? []).compactMap(\.string)),
            working: Set((json["working"]?.array ?? []).compactMap(\.string)),
            outdated: count("outdated"), leaving: count("leaving"))
    }
}
