import StageProtocol

extension Core {
    mutating func put(_ put: Put, _ chunk: Frame, _ session: Sessions.Session, _ store: any StoreTransaction) throws {
        func refused(_ code: String, _ message: String) { refuse(session.id, id: put.hash, code: code, message) }
        let step = WireLimits().chunkBytes
        guard put.size > 0, put.size <= plan.blobBytes else {
            return refused("too-large", "a blob of \(put.size) bytes; from 1 to \(plan.blobBytes) are taken")
        }
        guard put.hash.count == 64, put.hash.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            return refused("invalid", "the hash is SHA-256 in 64 lower-case hex digits")
        }
        if let blob = try store.blobSize(put.hash) {
            if blob.stored == blob.size {
                return send(.stored(Stored(hash: put.hash, next: blob.stored)), to: session.id)
            }
            // Somebody began it with another size: whoever is right, it begins anew.
            if blob.size != put.size { try store.deleteBlob(put.hash) }
        }
        guard put.offset >= 0, put.offset < put.size, put.offset % step == 0,
            chunk.count == min(step, put.size - put.offset)
        else {
            return refused(
                "invalid", "chunks begin at multiples of \(step) and have that many bytes, the last one fewer")
        }
        let stored = try store.blobSize(put.hash)?.stored ?? 0
        guard stored == put.offset else { return send(.stored(Stored(hash: put.hash, next: stored)), to: session.id) }
        try store.putChunk(chunk, of: put.hash, size: put.size, offset: put.offset)
        let next = put.offset + chunk.count
        if next == put.size, try sha256(whole(put.hash, size: put.size, store)) != put.hash {
            try store.deleteBlob(put.hash)
            return refused("wrong-hash", "the bytes do not have that SHA-256; nothing was kept")
        }
        send(.stored(Stored(hash: put.hash, next: next)), to: session.id)
    }

    mutating func get(_ get: Get, _ session: Sessions.Session, _ store: any StoreTransaction) throws {
        guard let blob = try store.blobSize(get.hash), blob.stored == blob.size,
            let chunk = try store.chunk(of: get.hash, offset: get.offset)
        else {
            return refuse(
                session.id, id: get.hash, code: "no-blob",
                "no blob \(get.hash) with a chunk at \(get.offset); offsets are multiples of \(WireLimits().chunkBytes)"
            )
        }
        send(.blob(Blob(hash: get.hash, size: blob.size, offset: get.offset), chunk: chunk), to: session.id)
    }

    /// Keeps bytes that came whole.
    func keep(_ bytes: Frame, as hash: String, _ store: any StoreTransaction) throws {
        if let blob = try store.blobSize(hash), blob.stored == blob.size { return }
        try store.deleteBlob(hash)
        let step = WireLimits().chunkBytes
        for offset in stride(from: 0, to: max(bytes.count, 1), by: step) {
            let end = min(offset + step, bytes.count)
            try store.putChunk(Array(bytes[offset..<end]), of: hash, size: bytes.count, offset: offset)
        }
    }

    /// All bytes of a blob.
    func whole(_ hash: String, size: Int, _ store: any StoreTransaction) throws -> Frame {
        var bytes = Frame()
        bytes.reserveCapacity(size)
        while bytes.count < size, let chunk = try store.chunk(of: hash, offset: bytes.count), !chunk.isEmpty {
            bytes += chunk
        }
        return bytes
    }
}
