/// Mends encoded words (RFC 2047) that hold bytes they were meant to encode.
enum EncodedWords {
    /// `=?iso-8859-1?Q?J<FC>rgen?=` becomes `=?iso-8859-1?Q?J=FCrgen?=`; everything else stays.
    static func mended(_ header: ArraySlice<UInt8>) -> [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(header.count + 64)
        // Question marks of the word so far: after `=?charset?Q?` there are three.
        var marks = 0
        var isQuoted = false
        var previous: UInt8 = 0
        for byte in header {
            switch byte {
            case 0x3F where marks == 0:
                marks = previous == 0x3D ? 1 : 0
            case 0x3F:
                marks += 1
                if marks == 3 { isQuoted = lowercased(previous) == 0x71 }
                if marks == 4 { marks = 0 }
            case 0x0A, 0x20:
                if byte == 0x0A || marks < 3 { marks = 0 }
            default: break
            }
            if byte >= 0x80, marks == 3, isQuoted {
                mended.append(0x3D)
                mended += Array(String(byte, radix: 16, uppercase: true).utf8)
            } else {
                mended.append(byte)
            }
            previous = byte
        }
        return mended
    }
}
