import Foundation
import Glibc
import Telemetry

/// What this process takes of its machine, under the names that Prometheus' own libraries give it.
enum ProcessFigures {
    static var now: [MetricFamily] {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        // The name in brackets may hold anything; what counts stands behind it, from the third field on.
        let fields = text("/proc/self/stat").split(separator: ")").last?.split(separator: " ").map(String.init) ?? []
        func field(_ number: Int) -> Double? { fields.indices.contains(number - 3) ? Double(fields[number - 3]) : nil }
        let cpu = field(14).flatMap { user in field(15).map { (user + $0) / ticks } }
        let started = field(22).flatMap { since in bootTime.map { $0 + since / ticks } }
        let pages = text("/proc/self/statm").split(separator: " ").dropFirst().first.flatMap { Double($0) }
        let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        return [
            family("process_cpu_seconds_total", .counter, "Processor time that the broker has used.", cpu),
            family(
                "process_start_time_seconds", .gauge, "When the broker was started, in seconds since 1970.", started),
            family(
                "process_resident_memory_bytes", .gauge, "Memory of the broker that is in RAM.",
                pages.map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }),
            family("process_open_fds", .gauge, "Files and sockets that the broker has open.", files.map(Double.init)),
        ]
    }

    private static func family(
        _ name: String, _ kind: MetricFamily.Kind, _ help: String, _ value: Double?
    ) -> MetricFamily {
        MetricFamily(name, kind, help, value.map { [.init([], $0)] } ?? [])
    }

    private static var bootTime: Double? {
        text("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
            .flatMap { Double($0.dropFirst("btime ".count)) }
    }

    private static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
