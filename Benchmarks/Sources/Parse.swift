import Foundation
import Mail
import StageKit

/// Reads every mail of a folder again and again, on one thread, and tells how fast, with how much memory, and which
/// take longest.
enum Parse {
    static func run(folder: String, rounds: Int) throws {
        var mails: [(name: String, bytes: [UInt8])] = []
        try MailSource(path: folder).forEach { mails.append(($0.name, $0.bytes)) }
        var best = [Double](repeating: .infinity, count: mails.count)
        let start = ContinuousClock.now
        for _ in 0..<rounds {
            for index in mails.indices {
                let time = ContinuousClock().measure { _ = try? MailParser.parse(mails[index].bytes) }
                best[index] = min(best[index], time.seconds)
            }
        }
        let seconds = (ContinuousClock.now - start).seconds
        let bytes = mails.reduce(0) { $0 + $1.bytes.count }
        let slowest = mails.indices.sorted { best[$0] > best[$1] }.prefix(10).map { index -> JSON in
            [
                "file": .string(mails[index].name), "milliseconds": .double(best[index] * 1000),
                "bytes": .int(Int64(mails[index].bytes.count)),
            ]
        }
        report([
            "mails": .int(Int64(mails.count)), "bytes": .int(Int64(bytes)),
            "mails_per_second": .double(Double(mails.count * rounds) / seconds),
            "bytes_per_second": .double(Double(bytes * rounds) / seconds), "peak_megabytes": .double(peakMegabytes),
            "slowest": .array(Array(slowest)),
        ])
    }

    /// The most memory that the process ever had.
    private static var peakMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first).flatMap { Double($0) }.map { $0 / 1024 }
            ?? 0
    }
}
