import Testing

@testable import intake

@Suite struct LimitTests {
    @Test func aBucketLetsABurstThroughAndThenARate() {
        let buckets = TokenBuckets(.init(burst: 2, perSecond: 1))
        let start = ContinuousClock.now
        #expect(buckets.take("a", at: start) == nil)
        #expect(buckets.take("a", at: start) == nil)
        #expect(buckets.take("a", at: start) == .seconds(1))
        #expect(buckets.take("b", at: start) == nil)
        #expect(buckets.take("a", at: start + .seconds(1)) == nil)
        #expect(buckets.take("a", at: start + .seconds(1)) != nil)
    }

    @Test func aCrowdOfStrangersCannotFillTheMemory() {
        let buckets = TokenBuckets(.init(burst: 1, perSecond: 0.001), most: 3)
        let start = ContinuousClock.now
        for name in ["a", "b", "c", "d"] { #expect(buckets.take(name, at: start) == nil) }
        #expect(buckets.take("e", at: start) != nil)
    }

    @Test func theOldestKeyIsForgottenFirst() {
        let keys = IdempotencyKeys(most: 2)
        for key in ["a", "b", "c"] { keys.keep(key, for: "body of \(key)") }
        #expect(!keys.isTaken("a", by: "another"))
        #expect(keys.isTaken("b", by: "another"))
        #expect(!keys.isTaken("c", by: "body of c"))
    }

    @Test(arguments: [
        ("https://help.hearth.example/contact", "help.hearth.example"), ("http://[::1]:8080", "[::1]:8080"),
        ("null", nil), ("javascript://x/", nil), ("", nil),
    ])
    func anOriginIsHostAndPort(url: String, authority: String?) {
        #expect(SameOrigin.authority(url) == authority)
    }

    @Test func optionsOfDeliver() throws {
        let plain = try DeliverOptions([], environment: ["CASEWIRE_VAR": "/srv/desk"])
        #expect(plain.socket == "ipc:///srv/desk/run/intake.sock")
        #expect(plain.timeout == .seconds(20))
        let given = try DeliverOptions(
            ["--socket", "tcp://a:1", "--timeout=2.5"], environment: ["CASEWIRE_SOCKET": "x"])
        #expect(given.socket == "tcp://a:1")
        #expect(given.timeout == .seconds(2.5))
        for wrong in [["--timeout", "soon"], ["--socket"], ["-x"], ["--timeout=0"]] {
            #expect(throws: DeliverOptions.Problem.self) { try DeliverOptions(wrong, environment: [:]) }
        }
    }

    @Test func nobodyThereMeansTryAgainLater() async throws {
        let options = try DeliverOptions(
            ["--socket", "ipc:///tmp/casewire-nobody-\(UInt32.random(in: 0 ... .max)).sock", "--timeout", "0.3"],
            environment: [:])
        #expect(await Deliver.deliver(letter(), options) == 75)
    }
}
