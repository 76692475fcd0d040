package import Foundation
import Glibc
import Synchronization

/// A terminal without a screen: what a program writes to it is kept, and keys are typed into it.
package final class Pseudoterminal: Sendable {
    private let master: Int32
    private let written = Mutex<[UInt8]>([])
    /// The side that the program has.
    private let slave: Int32

    /// Linux's TIOCSPTLCK and TIOCGPTN.
    private static let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))

    package init(columns: UInt16, rows: UInt16) throws {
        // The calls of POSIX are not to be had from Swift, which does not ask for them by their macro.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (number, locked) = (Int32(-1), Int32(0))
        guard master >= 0, ioctl(master, Self.unlock, &locked) == 0, ioctl(master, Self.number, &number) == 0 else {
            throw NeverSo(what: "a terminal", limit: .zero)
        }
        self.master = master
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        resize(columns: columns, rows: rows)
        Thread.detachNewThread { [self] in listen() }
    }

    deinit { close(slave) }

    /// What the program's standard streams are.
    package var handle: FileHandle { FileHandle(fileDescriptor: slave, closeOnDealloc: false) }

    package func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    package func type(_ keys: String) { _ = Glibc.write(master, keys, keys.utf8.count) }

    /// All that was written so far.
    package var output: String { written.withLock { String(decoding: $0, as: UTF8.self) } }

    /// How the terminal treats keys: of two that are equal it treats them alike.
    package var modes: [UInt32] {
        var settings = termios()
        tcgetattr(slave, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    private func listen() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(master, &buffer, buffer.count), count > 0 {
            written.withLock { $0 += buffer[..<count] }
        }
        close(master)
    }
}
