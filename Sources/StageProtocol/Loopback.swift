/// Whether a host, as it stands in a socket's address, is reached by processes of the same host only. A name that merely
/// begins so belongs to somebody else.
package func isLoopback(host: some StringProtocol) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    let isNet127 = numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    return isNet127 || host == "[::1]" || host == "localhost"
}
