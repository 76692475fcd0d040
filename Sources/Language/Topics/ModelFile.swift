internal import FoundationEssentials

/// What a model says of itself, stored as JSON at the head of its file.
struct ModelHeader: Codable, Sendable {
    var labels: [String]
    var options: TopicOptions
    var dataDigest: String
    var calibration: Calibration
    var familiarity: Familiarity
    var validation: CrossValidation
    var rowCount: Int
    /// What a trait that no training text has adds to the square of a text's length.
    var unseenSquare: Float
}

/// The layout of a model file. Numbers are little endian.
///
///     magic (8 bytes)  version (4)  header length (4)  checksum of all that follows (8)
///     header, JSON, padded with blanks to a multiple of 8
///     row of bucket, UInt32, 2^bucketBits of them
///     rarity, Float32, one a row
///     scale, Float32, one a row
///     bias, Float32, one a category
///     weights, Int8, rowCount x categories; times the row's scale
///     zero bytes up to a multiple of 8
enum ModelFile {
    static let magic = Array("CASELINM".utf8)
    static let version: UInt32 = 2
    static let preamble = 24

    static func encode(_ header: ModelHeader, vocabulary: Vocabulary, weights: LinearWeights) throws -> [UInt8] {
        var body = try headerBytes(header)
        let headerLength = body.count
        for row in vocabulary.rowOfBucket { append(row, to: &body) }
        for value in vocabulary.rarity { append(value.bitPattern, to: &body) }
        let (scales, quantised) = quantise(weights, rows: vocabulary.rarity.count)
        for value in scales { append(value.bitPattern, to: &body) }
        for value in weights.bias { append(value.bitPattern, to: &body) }
        body.append(contentsOf: quantised)
        while body.count % 8 != 0 { body.append(0) }

        var file = magic
        append(version, to: &file)
        append(UInt32(headerLength), to: &file)
        let checksum = unsafe body.withUnsafeBytes { unsafe self.checksum($0) }
        append(UInt32(truncatingIfNeeded: checksum), to: &file)
        append(UInt32(truncatingIfNeeded: checksum >> 32), to: &file)
        return file + body
    }

    private static func headerBytes(_ header: ModelHeader) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var bytes = Array(try encoder.encode(header))
        while bytes.count % 8 != 0 { bytes.append(UInt8(ascii: " ")) }
        return bytes
    }

    /// One scale a row: a rare word's large weights do not make a frequent word's small ones coarse.
    private static func quantise(_ weights: LinearWeights, rows: Int) -> (scales: [Float], weights: [UInt8]) {
        let count = weights.classCount
        var scales: [Float] = []
        var result: [UInt8] = []
        scales.reserveCapacity(rows)
        result.reserveCapacity(rows * count)
        for row in 0..<rows {
            let values = weights.weights[row * count..<(row + 1) * count]
            let scale = values.reduce(0) { max($0, abs($1)) } / 127
            scales.append(scale)
            for value in values {
                result.append(UInt8(bitPattern: scale > 0 ? Int8((value / scale).rounded()) : 0))
            }
        }
        return (scales, result)
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in [UInt32(0), 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    /// Over whole 64-bit words: a check against damage at memory speed, not against malice.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state: UInt64 = 0x9e37_79b9_7f4a_7c15
        for offset in stride(from: 0, to: bytes.count & ~7, by: 8) {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            state = (state ^ word) &* 0x9fb2_1c65_1e98_df25
            state ^= state >> 32
        }
        return state
    }
}

extension ModelHeader {
    /// Reads and checks everything before the weights; returns the header and where the numbers begin.
    static func read(_ bytes: UnsafeRawBufferPointer, name: String) throws -> (header: ModelHeader, body: Int) {
        guard bytes.count >= ModelFile.preamble, unsafe bytes.prefix(8).elementsEqual(ModelFile.magic) else {
            throw LanguageError(.modelForeign, "\(name) is not a model of this program; make one with casewire train")
        }
        func number(_ offset: Int) -> UInt32 {
            unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        let version = number(8)
        guard version <= ModelFile.version else {
            throw LanguageError(
                .modelNewer,
                "\(name) has format \(version) and this program knows \(ModelFile.version); update it or train the model again"
            )
        }
        let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[ModelFile.preamble...])
        let length = Int(number(12))
        let expected = UInt64(number(16)) | UInt64(number(20)) << 32
        guard version == ModelFile.version else {
            throw LanguageError(
                .modelOlder, "\(name) has format \(version), which is no longer read; train the model again")
        }
        guard body.count % 8 == 0, length <= body.count, unsafe ModelFile.checksum(body) == expected else {
            throw LanguageError(
                .modelCorrupt, "\(name) is damaged or cut short; copy it again or train the model again")
        }
        do {
            let header = unsafe try JSONDecoder().decode(ModelHeader.self, from: Data(body.prefix(length)))
            let offset = ModelFile.preamble + length
            guard header.byteCount + offset == bytes.count else {
                throw LanguageError(.modelCorrupt, "\(name) has not the size its header tells; train the model again")
            }
            return (header, offset)
        } catch let error as DecodingError {
            throw LanguageError(
                .modelCorrupt, "\(name) has a header that cannot be read; train the model again", cause: "\(error)")
        }
    }

    /// Bytes after the header, as the layout gives them.
    private var byteCount: Int {
        guard (8...22).contains(options.features.bucketBits), rowCount >= 0, rowCount <= 1 << 22, labels.count < 1 << 16
        else {
            return -1
        }
        let count = 4 << options.features.bucketBits + 8 * rowCount + 4 * labels.count + rowCount * labels.count
        return (count + 7) & ~7
    }
}
