import Glibc
import Synchronization
import ZeroMQ

/// A terminal that is taken over for pictures, and given back as it was.
///
/// The pictures are drawn on the terminal's other screen, each over the one before, so that nothing flickers and what stood
/// there before is there again in the end.
final class Screen: Sendable {
    /// What a person does at it.
    enum Act: Sendable {
        case quit
        case resized
    }

    private let before: termios
    private let isOver = Atomic<Bool>(false)

    /// Takes the terminal of standard input and output over.
    /// - Parameter heard: told what a person does there, on a thread of its own.
    init(_ heard: @escaping @Sendable (Act) -> Void) throws {
        var settings = termios()
        guard tcgetattr(0, &settings) == 0 else {
            throw CommandFailure(.usage, "standard input is no terminal; use --once")
        }
        before = settings
        // Keys come one by one and are not shown. Ctrl-C is a key, too: the terminal is given back before the end.
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(0, TCSANOW, &settings)
        Console.standardOutput.write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J")
        _ = try SocketThread(name: "keys", stackBytes: 128 << 10) { [self] in listen(heard) }
    }

    var size: (width: Int, height: Int) {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    func draw(_ lines: [String]) {
        let picture = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
        Console.standardOutput.write("\u{1B}[H" + picture + "\u{1B}[J")
    }

    /// Gives the terminal back. Only the first call does anything.
    func giveBack() {
        guard !isOver.exchange(true, ordering: .relaxed) else { return }
        Console.standardOutput.write("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
        var settings = before
        tcsetattr(0, TCSANOW, &settings)
    }

    private func listen(_ heard: (Act) -> Void) {
        var seen = size
        while !isOver.load(ordering: .relaxed) {
            var wait = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            let count = poll(&wait, 1, 100)
            if size != seen {
                seen = size
                heard(.resized)
            }
            guard count > 0 else { continue }
            var key: UInt8 = 0
            // q, Q, Ctrl-C and Ctrl-D; and a terminal that is gone.
            if read(0, &key, 1) != 1 || [0x71, 0x51, 0x03, 0x04].contains(key) { return heard(.quit) }
        }
    }
}
