/// Counts in one pass, before parsing, what a mail costs to take apart: its boundaries and the headers of its parts.
struct BoundaryScan {
    private(set) var boundaryLines = 0
    private(set) var headerLines = 0
    private(set) var headerBytes = 0
    /// Colons of one field: each may open a group within a group of addresses.
    private(set) var mostColons = 0
    var comparisons: Int { dashLines * max(1, declared) }

    private var boundaries: Set<[UInt8]> = []
    private var declared = 0
    private var dashLines = 0
    /// A boundary written in pieces (RFC 2231) is not read here; then every line that could be one counts.
    private var isUncertain = false
    private var isInHeader = true
    private var colons = 0
    /// A message inside of a part has a header of its own, below the part's.
    private var namesMessage = false

    mutating func read(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A {
                if bytes[end] == 0x3D { noteParameter(bytes, equals: end) }
                end += 1
            }
            noteHeader(bytes[start..<end])
            if end - start > 2, bytes[start] == 0x2D, bytes[start + 1] == 0x2D {
                noteLine(bytes[(start + 2)..<end])
            }
            start = end + 1
        }
    }

    private mutating func noteHeader(_ line: ArraySlice<UInt8>) {
        guard isInHeader else { return }
        if line.isEmpty || line.elementsEqual([0x0D]) {
            isInHeader = namesMessage
            namesMessage = false
            return
        }
        headerLines += 1
        headerBytes += line.count
        if line.first != 0x20, line.first != 0x09 { colons = 0 }
        colons += line.count { $0 == 0x3A }
        mostColons = max(mostColons, colons)
        guard !namesMessage, let slash = line.firstIndex(of: 0x2F), slash - line.startIndex >= 7 else { return }
        namesMessage = equalsIgnoringCase(line[(slash - 7)..<slash], "message")
    }

    private mutating func noteBoundary() {
        boundaryLines += 1
        isInHeader = true
        namesMessage = false
    }

    private mutating func noteLine(_ line: ArraySlice<UInt8>) {
        dashLines += 1
        guard !isUncertain else {
            noteBoundary()
            return
        }
        guard line.count <= 202 else { return }
        var text = Array(line)
        while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D { text.removeLast() }
        if boundaries.contains(text) {
            noteBoundary()
        } else if text.suffix(2) == [0x2D, 0x2D] {
            text.removeLast(2)
            if boundaries.contains(text) { noteBoundary() }
        }
    }

    /// `boundary=value` or `boundary="value"`; what is before the sign was read already.
    private mutating func noteParameter(_ bytes: [UInt8], equals: Int) {
        var end = equals
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
            end -= 1
            if equals - end > 8 { return }
        }
        var start = end
        while start > 0, end - start < 16, isNameByte(bytes[start - 1]) { start -= 1 }
        let name = bytes[start..<end]
        guard name.count >= 8, equalsIgnoringCase(name.prefix(8), "boundary") else { return }
        declared += 1
        guard name.count == 8 else {
            isUncertain = true
            return
        }
        var index = equals + 1
        while index < bytes.count, index - equals < 8, bytes[index] == 0x20 || bytes[index] == 0x09 {
            index += 1
        }
        let isQuoted = index < bytes.count && bytes[index] == 0x22
        if isQuoted { index += 1 }
        var value: [UInt8] = []
        while index < bytes.count, value.count < 200 {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D || byte == 0x22 { break }
            if !isQuoted, byte == 0x20 || byte == 0x3B || byte == 0x09 { break }
            value.append(byte)
            index += 1
        }
        while let last = value.last, last == 0x20 { value.removeLast() }
        if value.contains(0x5C) || value.isEmpty || value.count == 200 { isUncertain = true }
        boundaries.insert(value)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(lowercased(byte)) || (0x30...0x39).contains(byte) || byte == 0x2A
    }
}
