import Testing

@testable import Pipeline

struct DoorTests {
    private func config(_ socket: String) throws -> PipelineConfig {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "ipc://var/run/door.sock", socket)
        try bench.change("pipeline.yaml", "var: var\n", "var: var\ncontrol: tcp://127.0.0.1:7001\n")
        return try PipelineLoader.load(path: bench.folder + "/pipeline.yaml", environment: [:]).config
    }

    @Test(arguments: ["tcp://10.0.0.7:7000", "tcp://127.0.0.1:7000"]) func aTCPSocketNeedsKeysUnlessItSaysOtherwise(
        socket: String
    ) throws {
        let config = try config(socket)
        #expect(config.doors.map(\.name) == ["control", "tap", "door", "speaker"])
        #expect(config.doors.map(\.keys) == ["operator", nil, "door", nil])
        #expect(config.keysFolder == config.runtimeFolder + "/keys")
    }

    @Test func aSocketOnLoopbackMayDoWithoutKeys() throws {
        let config = try config("tcp://127.0.0.1:7000\n    secure: none\n    replicas: 0")
        #expect(config.doors.map(\.keys) == ["operator", nil, nil, nil])
        #expect(config.stage("door")?.replicas == 0...0)
    }
}
