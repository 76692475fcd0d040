import Hummingbird
import Synchronization

/// Slows down who asks too often.
struct RateLimit: RouterMiddleware {
    private let reading: TokenBuckets
    private let writing: TokenBuckets
    private let visitors: Visitors

    init(reading: TokenBuckets.Rate, writing: TokenBuckets.Rate, visitors: Visitors) {
        self.visitors = visitors
        self.reading = TokenBuckets(reading)
        self.writing = TokenBuckets(writing)
    }

    @concurrent func handle(
        _ request: Request, context: DoorContext, next: @concurrent (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        // Whoever watches over this machine asks again and again.
        guard !["/health", "/ready"].contains(request.uri.path) else { return try await next(request, context) }
        let buckets = request.method == .get || request.method == .head ? reading : writing
        if let wait = buckets.take(visitors.name(request, context), at: .now) {
            throw Refusal(.tooMany, retryAfter: max(1, Int(wait.components.seconds) + 1))
        }
        return try await next(request, context)
    }
}

/// Token buckets by name: each holds so many, and fills up at a steady rate.
final class TokenBuckets: Sendable {
    /// How much may be taken.
    struct Rate: Sendable {
        var burst: Double
        var perSecond: Double
    }

    private struct Bucket {
        var level: Double
        var at: ContinuousClock.Instant
    }

    private let rate: Rate
    private let most: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameter most: how many names are remembered.
    init(_ rate: Rate, most: Int = 10_000) {
        self.rate = rate
        self.most = most
    }

    /// Takes one token.
    /// - Returns: nil where there was one, else how long until there is.
    func take(_ name: String, at now: ContinuousClock.Instant) -> Duration? {
        buckets.withLock { buckets in
            if buckets.count >= most { buckets = buckets.filter { level($0.value, now) < rate.burst } }
            // Still full of busy names: then all of the newcomers share one bucket.
            let name = buckets.count >= most && buckets[name] == nil ? "" : name
            var bucket = buckets[name] ?? Bucket(level: rate.burst, at: now)
            bucket.level = level(bucket, now)
            bucket.at = now
            defer { buckets[name] = bucket }
            guard bucket.level >= 1 else { return .seconds((1 - bucket.level) / rate.perSecond) }
            bucket.level -= 1
            return nil
        }
    }

    private func level(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
        min(rate.burst, bucket.level + max(0, (now - bucket.at) / .seconds(1)) * rate.perSecond)
    }
}
