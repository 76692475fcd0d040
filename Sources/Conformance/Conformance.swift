import FoundationEssentials
import Glibc
package import Pipeline
import StageProtocol
import ZeroMQ

/// Tries a stage: plays the broker to it as real processes over real sockets, and tells how it does.
package enum Conformance {
    /// - Parameter folder: a folder of its own, for sockets and logs; short, since a socket's path holds 107 bytes.
    package static func run(_ subject: Subject, patience: Patience = Patience(), in folder: String) async -> Report {
        let start = ContinuousClock.now
        var notebooks: [Notebook] = []
        var first = Notebook()
        if subject.manifest == nil {
            first.skip(.manifest, "there is no stage.yaml, so only the protocol is looked at")
        } else {
            first.pass(.manifest)
        }
        // The first start by itself: it may have something to learn or to build.
        let ordinary = await play("w", subject, patience, folder, playWork)
        notebooks += [first, ordinary]
        let basics: Set<Point> = [.handshake, .credit, .epochs, .answers]
        if !ordinary.findings.contains(where: { basics.contains($0.point) && $0.status == .failed }) {
            notebooks += await others(subject, patience, folder)
        }
        return Report(
            stage: subject.name, program: subject.program, findings: Notebook.merged(notebooks),
            duration: ContinuousClock.now - start)
    }

    /// Of a stage whose manifest cannot be used, nothing else can be said.
    package static func report(unreadable stage: String, _ diagnostics: [Diagnostic]) -> Report {
        var notes = Notebook()
        notes.fail(.manifest, diagnostics.map(\.description).joined(separator: "\n"))
        return Report(stage: stage, program: [], findings: Notebook.merged([notes]), duration: .zero)
    }

    private static func others(_ subject: Subject, _ patience: Patience, _ folder: String) async -> [Notebook] {
        async let greeting = play("g", subject, patience, folder, playGreeting)
        async let future = play("f", subject, patience, folder, playFuture)
        async let sessions = play("s", subject, patience, folder, playSessions)
        async let slowness = play("b", subject, patience, folder, playSlowness)
        async let settings = playSettings(subject, patience, folder)
        return await [greeting, future, sessions, slowness, settings]
    }

    private static func playSettings(_ subject: Subject, _ patience: Patience, _ folder: String) async -> Notebook {
        guard let wrong = subject.wrongSettings else {
            var notes = Notebook()
            notes.skip(.settings, "the manifest names no settings")
            return notes
        }
        return await play("c", subject, patience, folder, settings: wrong.settings) { encounter throws(Halt) in
            try playWrongSettings(encounter, wrong)
        }
    }

    /// Plays one scenario with a process, a socket and a thread of its own.
    private static func play(
        _ name: String, _ subject: Subject, _ patience: Patience, _ folder: String, settings: JSON? = nil,
        _ scenario: @escaping @Sendable (Encounter) throws(Halt) -> Void
    ) async -> Notebook {
        await withCheckedContinuation { continuation in
            let body: @Sendable () -> Void = {
                continuation.resume(returning: scene(name, subject, patience, folder, settings, scenario))
            }
            if (try? SocketThread(name: "conform-\(name)", body)) == nil { body() }
        }
    }

    private static func scene(
        _ name: String, _ subject: Subject, _ patience: Patience, _ folder: String, _ settings: JSON?,
        _ scenario: (Encounter) throws(Halt) -> Void
    ) -> Notebook {
        let place = "\(folder)/\(name)"
        do {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            let encounter = try Encounter(
                subject, patience, in: place, context: Context(maximumSockets: 8), settings: settings)
            do { try scenario(encounter) } catch {}
            return encounter.finish()
        } catch {
            var notes = Notebook()
            notes.fail(.handshake, "\(subject.program.joined(separator: " ")) could not be started: \(error)")
            return notes
        }
    }
}

/// Does nothing for a while, as a broker that is busy elsewhere.
func pause(_ span: Duration) { usleep(UInt32(span.wholeMilliseconds * 1000)) }
