import Broker
import StageProtocol
import Testing

@Suite struct AdmissionTests {
    @Test func aContactOpensACaseAndAReplyFollowsItUp() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let opened = try #require(try intake.submit("1", index: ["mid:1"]).accepted)
        #expect(opened.state == .opened)
        let followed = try #require(try intake.submit("2", match: [Match(key: "mid:1")]).accepted)
        #expect(followed.state == .followed_up)
        #expect(followed.ref == opened.ref)
    }

    @Test func whatAMachineWroteIsNotedWhereItsSenderTakesPartAndElseParkedWithTheReason() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let ref = try #require(try intake.submit("1", from: "ann@example.com").accepted?.ref)
        func notice(_ id: String, match: [Match]) throws -> (state: SubmissionState?, reason: String?) {
            let bodies: [Frame] = [Array(#"{"words":"away"}"#.utf8)]
            let admit = Admit(role: .notice, match: match, entry: 0, output: "contact")
            try intake.say(.submit(Submission(id: id, via: "test", admit: admit), bodies: bodies))
            let row = try bench.read { try $0.findSubmission(key: id) }
            _ = intake.heard
            return (row?.state, row?.reason)
        }
        let noted = try notice("2", match: [Match(key: "ref:\(ref)", participant: "ann@example.com")])
        #expect(noted.state == .followed_up)
        // It is no word of the customer.
        #expect(try bench.read { try $0.findCase(ref: ref)?.heard } == 1)
        let stranger = try notice("3", match: [Match(key: "ref:\(ref)", participant: "nora@example.com")])
        #expect(stranger.state == .parked)
        #expect(stranger.reason?.hasSuffix("it names \(ref), a case in which nora@example.com takes no part") == true)
        let gone = try notice("4", match: [Match(key: "ref:CW-2222222", participant: "ann@example.com")])
        #expect(gone.reason?.hasSuffix("it names CW-2222222, and there is no such case") == true)
        let elsewhere = try notice("5", match: [Match(key: "mid:x@y", participant: "ann@example.com")])
        #expect(elsewhere.reason?.hasSuffix("it answers mails that are in none") == true)
        #expect(try notice("6", match: []).reason?.hasSuffix("nothing in it names one") == true)
    }

    @Test func aCaseGoesOnWithTheTraceOfWhoOpenedIt() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
        func submit(_ id: String, match: [Match] = [], _ traceparent: String) throws -> CaseRow {
            let admit = Admit(role: .customer, match: match, index: ["mid:\(id)"], entry: 0, output: "contact")
            let submission = Submission(id: id, via: "api", admit: admit, traceparent: traceparent)
            try intake.say(.submit(submission, bodies: [Array(#"{"words":"hello"}"#.utf8)]))
            let ref = try #require(intake.heard.compactMap(\.accepted).first?.ref)
            return try #require(try bench.read { try $0.findCase(ref: ref) })
        }
        let opened = try submit("1", "00-\(trace)-00f067aa0ba902b7-01")
        #expect(opened.trace == trace)
        // A case has one trace; from where else it was gone on with is written down.
        let other = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        #expect(try submit("2", match: [Match(key: "mid:1")], other).trace == trace)
        let noted = try bench.read { try $0.journal(opened.id) }.compactMap { $0.detail["traceparent"]?.string }
        #expect(noted == ["00-\(trace)-00f067aa0ba902b7-01", other])
        let broken = try submit("3", "00-\(trace)-short-01")
        #expect(broken.trace != trace && broken.trace.count == 32)
    }

    @Test func theSameIdempotencyKeyIsAnsweredAlikeAndCountsOnce() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let first = try intake.submit("1").accepted, again = try intake.submit("1").accepted
        #expect(first == again)
        try bench.crash()
        try intake.hello(credit: 0)
        _ = intake.heard
        #expect(try intake.submit("1").accepted == first)
        #expect(try bench.read { try $0.countSubmissions() } == [.opened: 1])
    }

    @Test func theSameContentUnderAnotherKeyIsADuplicate() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let first = try intake.submit("1", dedupe: "m+body").accepted
        let second = try intake.submit("2", dedupe: "m+body").accepted
        #expect(second?.state == .duplicate)
        #expect(second?.ref == first?.ref)
        #expect(try bench.read { try $0.countSubmissions() } == [.opened: 1, .duplicate: 1])
    }

    @Test func aReferenceQuotedByAStrangerOpensANewCase() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let ref = try #require(try intake.submit("1").accepted?.ref)
        let stranger = try intake.submit(
            "2", from: "eve@example.com", match: [Match(key: "ref:\(ref)", participant: "eve@example.com")])
        #expect(stranger.accepted?.state == .opened)
        #expect(stranger.accepted?.ref != ref)
        let owner = try intake.submit("3", match: [Match(key: "ref:\(ref)", participant: "ann@example.com")])
        #expect(owner.accepted?.ref == ref)
    }

    @Test func aVoteWithoutACaseIsParkedWithAReason() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        #expect(
            try intake.submit("1", match: [Match(key: "ref:CW-2222222")], role: .feedback).accepted?.state == .parked)
        let parked = try bench.read { try $0.submissions(state: .parked, limit: 9) }
        #expect(parked.first?.reason?.isEmpty == false)
    }

    @Test func aWordFromTheCustomerOpensAResolvedCaseAgainAndMuchLaterALinkedOne() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        let ref = try intake.submit("1", index: ["mid:1"]).accepted?.ref
        try worker.done(try worker.delivery().head.lease) { $0.resolve = Resolve(reason: "answered") }
        #expect(try bench.read { try $0.findCase(ref: ref ?? "")?.status } == .resolved)
        #expect(try intake.submit("2", match: [Match(key: "mid:1")]).accepted?.ref == ref)
        #expect(try bench.read { try $0.findCase(ref: ref ?? "")?.status } == .open)
        try worker.done(try worker.delivery().head.lease) { $0.resolve = Resolve(reason: "answered") }
        try bench.pass(.seconds(15 * 86_400))
        let linked = try #require(try intake.submit("3", match: [Match(key: "mid:1")]).accepted)
        #expect(linked.state == .opened)
        #expect(try bench.read { try $0.findCase(ref: linked.ref ?? "")?.linked } == ref)
    }

    @Test func aCustomerWhoComesBackTwiceAfterLongGoesOnInTheLatestCase() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        func write(_ id: String, about key: String) throws -> Accepted {
            try #require(try intake.submit(id, match: [Match(key: key)], index: ["mid:\(id)"]).accepted)
        }
        func resolveAndWaitLong() throws {
            for delivery in worker.deliveries() {
                try worker.done(delivery.head.lease) { $0.resolve = Resolve(reason: "answered") }
            }
            try bench.pass(.seconds(15 * 86_400))
        }
        let first = try write("1", about: "mid:0")
        try resolveAndWaitLong()
        let second = try write("2", about: "mid:1")
        try resolveAndWaitLong()
        let third = try write("3", about: "mid:1")
        #expect([first, second, third].map(\.state) == [.opened, .opened, .opened])
        #expect(Set([first, second, third].map(\.ref)).count == 3)
        #expect(try bench.read { try $0.findCase(ref: third.ref ?? "")?.linked } == second.ref)
        // Whichever of the old mails is answered: it goes on in the latest, and opens no other.
        for (id, key) in [("4", "mid:1"), ("5", "mid:2"), ("6", "mid:3")] {
            let again = try write(id, about: key)
            #expect(again.state == .followed_up)
            #expect(again.ref == third.ref)
        }
    }

    @Test func aVoteStaysWithTheCaseItIsAbout() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        let first = try intake.submit("1", index: ["mid:1"]).accepted
        try worker.done(try worker.delivery().head.lease) { $0.resolve = Resolve(reason: "answered") }
        try bench.pass(.seconds(15 * 86_400))
        let second = try intake.submit("2", match: [Match(key: "mid:1")]).accepted
        #expect(second?.ref != first?.ref)
        let vote = try intake.submit("3", match: [Match(key: "ref:\(first?.ref ?? "")")], role: .feedback)
        #expect(vote.accepted?.ref == first?.ref)
    }

    @Test func rawBytesAreKeptBeforeAnybodyReadsThem() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake", credit: 0)
        try intake.say(
            .submit(
                Submission(id: "1", via: "deliver", raw: 0, media: "message/rfc822"), bodies: [Array("From: a".utf8)]))
        #expect(intake.heard.first?.accepted?.state == .received)
        try bench.crash()
        try intake.hello(credit: 1)
        let delivery = try intake.delivery()
        #expect(delivery.head.message.type == "submission.received")
        #expect(delivery.bodies[try #require(delivery.head.submission?.raw)] == Array("From: a".utf8))
        try intake.done(delivery.head.lease) { $0.park = Park(code: "no-sender", reason: "nobody to answer") }
        #expect(try bench.read { try $0.countSubmissions() } == [.parked: 1])
    }

    @Test func aReaderThatCrashesEveryTimeParksTheSubmission() throws {
        let bench = try Bench()
        var intake = try bench.peer("intake", instance: "i")
        try intake.say(.submit(Submission(id: "1", via: "deliver", raw: 0), bodies: [Array("poison".utf8)]))
        for _ in 0..<3 {
            let delivery = try #require(intake.deliveries().last)
            try intake.say(.started(delivery.head.lease))
            intake = try bench.peer("intake", instance: "i")
            try bench.pass(.seconds(10))
        }
        #expect(try bench.read { try $0.countSubmissions() } == [.parked: 1])
        #expect(
            try bench.read { try $0.submissions(state: .parked, limit: 1).first?.reason }?.contains("intake") == true)
    }

    @Test func rawMailIsForgottenInTimeButNotWhileSomebodyNeedsIt() throws {
        var plan = Plan.shop
        plan.keepRaw = .seconds(86_400)
        let bench = try Bench(plan)
        let intake = try bench.peer("intake")
        for id in ["1", "2"] {
            try intake.say(.submit(Submission(id: id, via: "deliver", raw: 0), bodies: [Array("raw".utf8)]))
        }
        let deliveries = intake.deliveries()
        let hash = try #require(try bench.read { try $0.findSubmission(1)?.blob })
        let admit = Admit(role: .customer, match: [], customer: "ann@example.com", entry: 0, output: "contact")
        try intake.done(deliveries[0].head.lease, bodies: [Array("{}".utf8)]) { $0.admit = admit }
        try bench.pass(.seconds(2 * 86_400))
        // The second one is not settled, and may need it.
        #expect(try bench.read { try $0.findSubmission(1)?.blob } == nil)
        #expect(try bench.read { try $0.blobSize(hash)?.stored } == 3)
        try bench.pass(.seconds(1000))
        let second = try #require(intake.deliveries().last)
        try intake.done(second.head.lease, bodies: [Array("{}".utf8)]) { $0.admit = admit }
        try bench.pass(.seconds(80_000))
        #expect(try bench.read { try $0.findSubmission(2)?.blob } == hash, "its time begins as it is settled")
        try bench.pass(.seconds(7_000))
        #expect(try bench.read { try $0.blobSize(hash)?.stored } == nil)
        #expect(try bench.read { try $0.findSubmission(2)?.size } == 3)
    }

    @Test func whatIsAttachedToACaseOutlivesAMailOfTheSameBytes() throws {
        var plan = Plan.shop
        plan.keepRaw = .seconds(3600)
        let bench = try Bench(plan)
        let intake = try bench.peer("intake")
        try intake.say(.submit(Submission(id: "1", via: "deliver", raw: 0), bodies: [Array("raw".utf8)]))
        let delivery = try intake.delivery()
        let hash = try #require(try bench.read { try $0.findSubmission(1)?.blob })
        // Forwarded as an attachment, that is the very mail; the other file is nowhere.
        let entry = #"{"attachments":[{"name":"a.eml","sha256":"\#(hash)"},{"name":"b","sha256":"00"},{"name":"c"}]}"#
        let admit = Admit(role: .customer, match: [], customer: "ann@example.com", entry: 0, output: "contact")
        try intake.done(delivery.head.lease, bodies: [Array(entry.utf8)]) { $0.admit = admit }
        try bench.pass(.seconds(7200))
        #expect(try bench.read { try $0.findSubmission(1)?.blob } == nil)
        #expect(try bench.read { try $0.blobSize(hash)?.stored } == 3)
    }

    @Test func tooMuchWaitingBringsLaterAndTakesNothing() throws {
        var plan = Plan.shop
        plan.depth = 2
        let bench = try Bench(plan)
        let intake = try bench.peer("intake")
        try intake.submit("1")
        try intake.submit("2")
        guard case .later(let later) = try intake.submit("3") else {
            Issue.record("expected LATER")
            return
        }
        #expect(later.after_ms > 0)
        #expect(try bench.read { try $0.countSubmissions() } == [.opened: 2])
    }

    @Test func onlyASourceMaySubmit() throws {
        let bench = try Bench()
        let worker = try bench.peer("worker")
        #expect(try worker.submit("1").refused?.code == "no-source")
    }
}
