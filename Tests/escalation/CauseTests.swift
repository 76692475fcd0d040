import Casework
import StageKit
import Testing

@testable import escalation

@Suite struct CauseTests {
    // MARK: In a customer's case

    /// A case about something, with an answer; resolved by whoever looks after it.
    private func settled(
        topic: String = "damaged-item", standards: JSON = Fixtures.repairing,
        _ before: (inout Scene) async throws -> Void = { _ in }
    ) async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: standards)
        try await scene.customerWrites("My bowl is broken")
        try await scene.understood(.sample(topic: topic))
        try await before(&scene)
        try await scene.leaves("answer", answers: true, text: "A new one is on its way.")
        #expect(scene.opened.isEmpty, "the customer first")
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved)
        return scene
    }

    @Test func onceTheCustomerIsSatisfiedTheCauseHasAnOwner() async throws {
        let scene = try await settled()
        let opened = try #require(scene.opened.first)
        #expect(scene.opened.count == 1)
        #expect(opened.wish.kind == "cause" && opened.wish.key == "damaged-item" && opened.wish.output == "cause")
        #expect(opened.wish.owner == "maelle")
        #expect(opened.report["ref"] == "CW-TEST123" && opened.report["cause"] == "a customer wrote about damaged-item")
    }

    @Test func aThankYouDoesNotMakeUsForgetWhatWentWrong() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Fixtures.repairing)
        try await scene.customerWrites("The bowl is broken.")
        try await scene.understood(.sample(topic: "damaged-item"))
        try await scene.leaves("answer", answers: true)
        try await scene.customerWrites("The new one is here, thank you very much.")
        try await scene.understood(.sample(heard: 2, topic: "thanks", satisfied: true))
        try await scene.leaves("thanks")
        try await scene.run(until: "2026-12-01T17:00:00Z")
        #expect(scene.status == .resolved && scene.opened.map(\.wish.key) == ["damaged-item"])
    }

    @Test func whereNothingWentWrongNothingIsFollowedUp() async throws {
        #expect(try await settled(topic: "return").opened.isEmpty)
        // A shop whose people see to it themselves leaves the date out.
        #expect(try await settled(standards: Fixtures.standards).opened.isEmpty)
    }

    @Test func anAnswerThatWasLateIsAMatterOfTheLead() async throws {
        let scene = try await settled(topic: "return") { try await $0.run(until: "2026-11-23T15:00:00Z") }
        #expect(scene.opened.map(\.wish.key) == ["late-return"])
        #expect(scene.opened.first?.wish.owner == "maelle", "who leads nora")
        #expect(scene.opened.first?.report["cause"] == "an answer was late")
    }

    @Test func aColleagueSaysWhatShouldNotHappenAgain() async throws {
        var scene = try await settled(topic: "return") {
            try await $0.staffWrites("/cause the label cannot be printed")
            try await $0.staffWrites("/cause label-printer: it has no ink")
        }
        #expect(scene.opened.map(\.wish.key) == ["return", "label-printer"])
        #expect(scene.opened.map(\.report["cause"]) == ["the label cannot be printed", "it has no ink"])
        // After that it is followed up at once, and nothing twice.
        try await scene.staffWrites("/cause box: it is too small")
        #expect(scene.opened.map(\.wish.key) == ["return", "label-printer", "box"])
        try await scene.customerWrites("Thank you")
        try await scene.staffWrites("/resolve")
        #expect(scene.opened.count == 3)
    }

    // MARK: In the cause's own case

    @Test func itsOwnerIsToldWithADate() async throws {
        let scene = try await Scene.ofCause()
        #expect(scene.addressees("staff-cause") == ["maelle"])
        #expect(scene.says.first?.text.contains("CW-AAAAAAA") == true)
        #expect(scene.cause?.due == "2026-12-04T10:00:00Z")
        #expect(scene.cause?.owner.id == "maelle" && scene.cause?.state == "open")
    }

    @Test func casesOfTheSameCauseJoinItWithoutAFlood() async throws {
        var scene = try await Scene.ofCause()
        try await scene.report("CW-BBBBBBB")
        #expect(scene.cause?.reports.map(\.ref) == ["CW-AAAAAAA", "CW-BBBBBBB"])
        #expect(scene.addressees("staff-cause") == ["maelle"])
    }

    @Test func itIsChasedUntilItIsMended() async throws {
        var scene = try await Scene.ofCause()
        try await scene.run(until: "2026-12-04T09:59:00Z")
        #expect(scene.addressees("staff-cause") == ["maelle", "maelle"], "told, and reminded before its day")
        try await scene.run(until: "2026-12-04T10:00:00Z")
        #expect(scene.addressees("staff-cause") == ["maelle", "maelle", "maelle", "nora", "tomas"])
        #expect(scene.standards == [StandardResult(standard: "repair_first", met: false, due: "2026-12-04T10:00:00Z")])
        try await scene.run(until: "2026-12-04T17:00:00Z")
        #expect(scene.addressees("staff-cause").last == "edda")
        #expect(scene.emitted.filter { $0.output == "escalated" }.count == 2)
        try await scene.staffWrites("/mended The boxes have more paper in them now.", person: "maelle")
        #expect(scene.status == .resolved && scene.timers.isEmpty)
        #expect(scene.cause?.state == "mended" && scene.cause?.late == true)
        #expect(scene.standards.count == 1)
    }

    @Test func aboveTheTopItIsAskedAgainForAsLongAsItIsNotMended() async throws {
        var scene = try await Scene.ofCause()
        try await scene.run(until: "2026-12-04T17:00:00Z")
        let told = scene.addressees("staff-cause")
        #expect(!scene.timers.isEmpty, "nothing would ever happen again")
        try await scene.run(until: "2026-12-15T17:00:00Z")
        #expect(scene.addressees("staff-cause") == told)
        try await scene.run(until: "2026-12-21T09:00:00Z")
        #expect(scene.addressees("staff-cause") == told + ["maelle", "edda"])
        #expect(scene.texts("staff-cause").last?.contains("It is still not mended.") == true)
        try await scene.staffWrites("The maker comes in January.", person: "maelle")
        #expect(scene.timers.values.map(\.at) == ["2027-01-02T10:00:00Z"], "who says something has as long again")
        try await scene.run(until: "2027-01-12T17:30:00Z")
        #expect(scene.addressees("staff-cause") == told + ["maelle", "edda", "maelle", "edda"])
        #expect(scene.emitted.filter { $0.output == "escalated" }.count == 2)
        #expect(scene.standards.count == 1, "it is missed once")
    }

    @Test func whoeverSaysSomethingToItKeepsTheLadderStill() async throws {
        var scene = try await Scene.ofCause()
        try await scene.run(until: "2026-12-04T10:00:00Z")
        try await scene.staffWrites("We are on it.", person: "maelle")
        try await scene.run(until: "2026-12-04T13:59:00Z")
        #expect(scene.addressees("staff-cause").last == "tomas")
        try await scene.run(until: "2026-12-04T17:30:00Z")
        #expect(scene.addressees("staff-cause").last == "edda")
    }

    @Test func anotherDayBeginsTheChaseAnew() async throws {
        var scene = try await Scene.ofCause()
        try await scene.staffWrites("/later 2026-12-18 the maker is away", person: "maelle")
        #expect(scene.cause?.due == "2026-12-18T17:30:00Z")
        try await scene.run(until: "2026-12-07T10:00:00Z")
        #expect(scene.standards.isEmpty)
        try await scene.staffWrites("/found The boxes are too large.", person: "maelle")
        try await scene.staffWrites("/mended Smaller ones are here.", person: "maelle")
        #expect(scene.cause?.found == "The boxes are too large." && scene.cause?.mended == "Smaller ones are here.")
        #expect(scene.standards.map(\.met) == [true])
    }

    @Test func itIsHandedToSomebodyElse() async throws {
        var scene = try await Scene.ofCause()
        try await scene.staffWrites("/assign tomas he packs them", person: "maelle")
        #expect(scene.owner == "tomas" && scene.cause?.owner.id == "tomas")
        #expect(scene.addressees("staff-cause") == ["maelle", "tomas"])
        #expect(scene.says.last?.text.contains("Maëlle Corbin hands this cause over to you: he packs them.") == true)
        // Who did neither is told.
        try await scene.staffWrites("/assign nora they know the boxes", person: "edda")
        #expect(scene.addressees("staff-cause") == ["maelle", "tomas", "tomas", "nora"])
        try await scene.staffWrites("/mended Smaller ones are here.", person: "edda")
        #expect(scene.addressees("staff-cause").last == "nora")
        #expect(scene.says.last?.text.contains("has mended it: Smaller ones are here.") == true)
        #expect(scene.says.last?.text.contains("/found") == false, "nothing can be said to it any more")
    }

    @Test func whoNamesAnotherDayIsNotRemindedOfItAtOnce() async throws {
        var scene = try await Scene.ofCause()
        try await scene.run(until: "2026-12-03T10:00:00Z")
        let told = scene.addressees("staff-cause").count
        try await scene.staffWrites("/later 2026-12-07 the new boxes come then", person: "maelle")
        #expect(scene.addressees("staff-cause").count == told)
        try await scene.run(until: "2026-12-07T16:00:00Z")
        #expect(scene.addressees("staff-cause").count == told + 1, "in time before the new day")
    }

    @Test func whoLeftHandsItToTheirLead() async throws {
        var scene = try await Scene.ofCause()
        let people = Fixtures.everybody.filter { $0["id"] != "maelle" }
        scene.stage = try Fixtures.stage(people: Fixtures.people(people), standards: Fixtures.repairing)
        try await scene.deliver("standards.changed")
        // Edda stands on the rung above hers.
        #expect(scene.owner == "edda")
        #expect(scene.addressees("staff-cause") == ["maelle", "edda"])
    }

    @Test(arguments: ["/later someday", "/later 2026-11-20", "/mended", "/assign nobody", "/resolve", ""])
    func whatCannotBeDoneComesBackWithAReason(_ words: String) async throws {
        var scene = try await Scene.ofCause()
        try await scene.staffWrites(words, person: "maelle")
        #expect(scene.status == .open)
        #expect(scene.says.last?.say.name.hasPrefix("back-") == true)
        #expect(scene.says.last?.text.contains("This could not be done: ") == true)
    }

    @Test func nothingOfItIsForACustomer() async throws {
        var scene = try await Scene.ofCause()
        for type in ["case.contact", "case.understood", "case.said", "case.voted", "case.notice", "standards.changed"] {
            try await scene.deliver(type, [:])
        }
        try await scene.run(until: "2026-12-31T10:00:00Z")
        #expect(scene.says.allSatisfy { $0.say.audience == .staff })
        #expect(Set(scene.emitted.map(\.output)) == ["escalated"])
        #expect(scene.care == nil)
    }

    @Test func itsMailSaysWhatItIsAboutAndWhoseItIs() async throws {
        var scene = try await Scene.ofCause(people: Fixtures.people(speaking: "en"))
        try await scene.run(until: "2026-12-04T10:00:00Z")
        let mails = scene.says.map { say, text in
            (to: say.to[0].prefix { $0 != "@" }, subject: say.subject ?? "", text: text)
        }
        #expect(
            mails.map(\.subject) == [
                "New cause: damaged-item (CW-TEST123)", "Cause, to be mended soon: damaged-item (CW-TEST123)",
                "Cause, not mended in time: damaged-item (CW-TEST123)",
                "Cause, not mended in time: damaged-item (CW-TEST123)",
                "Cause, not mended in time: damaged-item (CW-TEST123)",
            ])
        for mail in mails {
            #expect(mail.text.contains(mail.to == "maelle" ? "It is yours, to be" : "It is Maëlle Corbin's, to be"))
        }
        try await scene.staffWrites("/mended More paper.", person: "maelle")
        try await scene.staffWrites("/found The boxes.", person: "maelle")
        let back = try #require(scene.texts("staff-cause").last)
        #expect(back.contains("The cause is mended already.") && !back.contains("to be mended by"))
    }

    /// A cause of another case, mended on a Tuesday.
    private func mended(at end: Timestamp) -> CauseSection {
        CauseSection(
            key: "damaged-item", owner: Care.Colleague(id: "maelle", name: "Maëlle Corbin"), reports: [],
            opened: "2026-11-20T10:00:00Z", state: "mended", mended: "More paper.", ended: end, late: false)
    }

    @Test func aCaseOfBeforeItWasMendedIsNoReturn() async throws {
        let mended = mended(at: "2026-11-23T10:20:00Z")
        let scene = try await settled {
            $0.stage.otherCauses.latest = { [("CW-MENDED2", mended)] }
            try await $0.run(until: "2026-11-23T10:30:00Z")
        }
        #expect(scene.opened.isEmpty)
        #expect(scene.emitted.last?.case == "CW-MENDED2")
        // The one that is mended counts it, tells nobody, and stays as it is.
        var cause = try await Scene.ofCause()
        try await cause.staffWrites("/mended More paper.", person: "maelle")
        let told = cause.says.count
        try await cause.deliver(
            "case.cause", ["cause": "a customer wrote about damaged-item", "key": "damaged-item", "ref": "CW-OLDER22"])
        #expect(cause.cause?.reports.map(\.ref) == ["CW-AAAAAAA", "CW-OLDER22"])
        #expect(cause.status == .resolved && cause.says.count == told && cause.timers.isEmpty)
        #expect(cause.cause?.ended == "2026-11-23T10:00:00Z")
    }

    @Test func aCaseOfAfterItWasMendedIsOne() async throws {
        let mended = mended(at: "2026-11-23T09:59:00Z")
        let scene = try await settled { $0.stage.otherCauses.latest = { [("CW-MENDED2", mended)] } }
        #expect(scene.opened.map(\.wish.key) == ["damaged-item"])
    }

    @Test func casesOfOtherStagesAreLeftAlone() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Fixtures.repairing)
        scene.kind = "spike"
        try await scene.staffWrites("yes")
        #expect(scene.says.isEmpty && scene.care == nil && scene.cause == nil && scene.timers.isEmpty)
    }

    @Test func aTopicThatNobodyIsSureOfOpensNoCause() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Fixtures.repairing)
        try await scene.customerWrites("Who made it?")
        var unsure = Understanding.sample(topic: "damaged-item")
        unsure.confidence = 0.07
        try await scene.understood(unsure)
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved && scene.opened.isEmpty)
    }
}
