import CZeroMQ
import Glibc

/// What an error code means to the person who must act on it.
enum ErrorAdvice {
    /// The longest path of a Unix socket on Linux, in bytes (`sun_path` less its closing zero).
    static let longestSocketPath = 107

    static func passes(_ code: Int32) -> Bool {
        switch code {
        case EAGAIN, EINTR, EADDRINUSE, EADDRNOTAVAIL, EMFILE, ENFILE, ENOMEM, ENOBUFS, ENETDOWN, ENETUNREACH: true
        default: false
        }
    }

    static func text(for code: Int32, endpoint: String?) -> String {
        switch code {
        case EADDRINUSE:
            "something else already listens there. Stop it, or choose another address."
        case EADDRNOTAVAIL, ENODEV:
            "this machine has no such address. Use one of its own, such as 127.0.0.1, or * for all."
        case ENAMETOOLONG:
            tooLong(endpoint)
        case ENOENT:
            "the folder of the path does not exist. Create it first (readable by its owner only, mode 0700)."
        case EACCES, EPERM:
            "permission denied. Check the owner and mode of the folder, or use a port of 1024 or above."
        case EROFS:
            "the file system is read-only. Choose a folder that can be written."
        case EINVAL where endpoint != nil:
            "that is not an address. Write ipc:///absolute/path or tcp://host:port."
        case EPROTONOSUPPORT:
            "this kind of address is not supported. Write ipc:///absolute/path or tcp://host:port."
        case EMFILE, ENFILE:
            "too many open sockets or files. Raise the limit (ulimit -n, LimitNOFILE=), or use fewer sockets."
        case ENOTSOCK:
            "the socket has been closed. Build a new poller when the set of sockets changes."
        case ENOTSUP:
            "this kind of socket cannot do that (a subscriber sends nothing, a publisher receives nothing)."
        case ETERM:
            "the messaging context has ended. Close the socket and leave."
        default:
            "\(unsafe String(cString: zmq_strerror(code))) (error \(code))."
        }
    }

    private static func tooLong(_ endpoint: String?) -> String {
        let length = (endpoint ?? "").utf8.count - "ipc://".utf8.count
        return "the path has \(max(length, 0)) bytes and a socket's may have \(longestSocketPath). "
            + "Use a shorter folder, such as one in /run or /tmp."
    }
}
