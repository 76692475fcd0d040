import FoundationEssentials
import Glibc
public import Logging
import StageProtocol

/// Writes each log line as one JSON object on standard error: `at`, `level`, `message`, then the metadata.
package struct JSONLines: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level
    private let write: @Sendable ([UInt8]) -> Void

    package init(level: Logger.Level, write: @escaping @Sendable ([UInt8]) -> Void = JSONLines.standardError) {
        logLevel = level
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let now = Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
        var members = [("at", "\(now)"), ("level", event.level.rawValue), ("message", "\(event.message)")]
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        members += all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        let line = members.map { quoted($0.0) + [UInt8(ascii: ":")] + quoted($0.1) }.joined(separator: [
            UInt8(ascii: ",")
        ])
        write([UInt8(ascii: "{")] + line + Array("}\n".utf8))
    }

    private func quoted(_ text: String) -> [UInt8] { JSON.string(text).bytes }

    /// One write a line, so that the lines of several threads do not mix.
    package static let standardError: @Sendable ([UInt8]) -> Void = { line in
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

extension Logger {
    /// Writes nothing: for tests.
    public static var silent: Logger { Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() } }
}
