import FoundationEssentials
import Glibc
import StageKit

/// `intake deliver`: the end of a mail server's pipe.
enum Deliver {
    /// What a blob may weigh; the broker's own limit is asked besides.
    private static let largest = 64 << 20

    static func main(_ arguments: [String]) async -> Int32 {
        let options: DeliverOptions
        do {
            options = try DeliverOptions(arguments, environment: ProcessInfo.processInfo.environment)
        } catch let problem {
            switch problem {
            case .help:
                print(DeliverOptions.help)
                return 0
            case .usage(let text):
                say("\(text)\n\n\(DeliverOptions.help)")
                return ExitCode.usage
            }
        }
        guard let mail = readInput(upTo: largest) else {
            say("the mail has more than \(largest >> 20) MiB; it was not taken")
            return ExitCode.data
        }
        guard mail.contains(where: { $0 > 0x20 }) else {
            say("nothing came on standard input; a mail was expected")
            return ExitCode.data
        }
        return await deliver(mail, options)
    }

    /// Any failure but a mail that can never be taken asks the mail server to keep it and to try again.
    static func deliver(_ mail: [UInt8], _ options: DeliverOptions) async -> Int32 {
        do {
            return try await withThrowingTaskGroup(of: Int32.self) { group in
                group.addTask { try await submit(mail, options) }
                group.addTask {
                    // The time for the whole; each step has it as well, and tells more precisely what was waited for.
                    try await Task.sleep(for: options.timeout + .milliseconds(500))
                    throw BrokerUnreachable(message: "the broker did not take it within \(options.timeout)")
                }
                defer { group.cancelAll() }
                return try await group.next() ?? ExitCode.later
            }
        } catch {
            say("the mail was not taken, try again later: \(error)")
            return ExitCode.later
        }
    }

    private static func submit(_ mail: [UInt8], _ options: DeliverOptions) async throws -> Int32 {
        let client = try await BrokerClient(
            endpoint: options.socket, keys: try BrokerKeys(environment: ProcessInfo.processInfo.environment),
            stage: Intake.name, software: "\(Intake.name) \(Intake.version)",
            within: options.timeout)
        guard mail.count <= client.welcome.limits.blob else {
            await client.close()
            say("the mail has \(mail.count) bytes; the pipeline takes \(client.welcome.limits.blob)")
            return ExitCode.data
        }
        let draft = SubmissionDraft(
            id: "deliver:\(randomName())", via: "deliver", raw: mail, media: "message/rfc822")
        let answer = try await client.submit(draft, within: options.timeout)
        await client.close()
        switch answer {
        case .accepted: return 0
        case .later:
            say("too much is waiting in the pipeline; try again later")
            return ExitCode.later
        }
    }

    /// The mail server delivers again what it is not sure of; that one comes in under another name, and is known as a
    /// duplicate by its Message-ID and content.
    private static func randomName() -> String {
        let words = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
        return words.joined(separator: "-")
    }

    /// All of standard input, or nil if it is more.
    private static func readInput(upTo limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(0, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
                if bytes.count > limit { return nil }
            } else if count == 0 || errno != EINTR {
                return bytes
            }
        }
    }

    private static func say(_ text: String) {
        let line = Array("intake deliver: \(text)\n".utf8)
        _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
