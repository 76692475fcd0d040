import Foundation
import StageProtocol
import TestSupport
import Testing

/// The web door as people have it in front of them: a real browser, in which no script runs, before the real chain.
@Suite(
    .serialized, .enabled(if: WebBrowser.isInstalled, "Debian's chromium and chromium-driver are not installed"),
    .timeLimit(.minutes(10)))
struct WebTests {
    /// Keys by WebDriver's names.
    private let tab = "\u{E004}", enter = "\u{E007}"

    @Test func aCustomersWayFromTheFormToTheSurvey() async throws {
        let shop = try Shop(standards: ["survey.after": "0 seconds"])
        try await shop.open()
        try await withBrowser { browser in
            try await browser.screen(width: 360, height: 740)
            try await write(browser, shop)
            let letter = try await eventually("an acknowledgment") { shop.outbox(to: "ann@example.net").first }
            let link = try #require(letter.link("/c/p."))
            let ref = try #require(try await shop.cases().first?["ref"]?.string)
            try await read(browser, shop, link, ref)
            try await sayMore(browser, shop, ref)
            try await sayItIsNotSolved(browser, shop, ref)
            try await sayItIsSolved(browser, shop, link, ref)
            try await vote(browser, shop, ref)
            try await endTheLink(browser, link)
        }
        try await shop.rest()
        #expect(try await shop.close() == 0)
    }

    /// The form, on a phone, by keyboard alone; first without an address.
    private func write(_ browser: WebBrowser, _ shop: Shop) async throws {
        let inspection = Inspection(browser: browser)
        try await browser.speaks("fr-CA, fr;q=0.9, en;q=0.5")
        try await browser.open("http://127.0.0.1:\(shop.port)/")
        try await browser.shows("Écrivez-nous")
        try await browser.find("footer a[lang=en]").click()
        try await browser.shows("Write to us")
        try await inspection.look(at: "form")
        try await fill(browser, ["name": "Ann Weaver", "subject": "My cast iron pan", "text": lateParcel])
        try await browser.shows("A little is missing")
        #expect(try await browser.title().hasPrefix("Please check: "))
        #expect(try await focus(browser) == "alert", "the summary has the focus")
        #expect(
            try await browser.find("#text").value().contains("Where is my parcel?"), "nothing has to be typed twice")
        try await inspection.look(at: "form-problems")
        // From the summary to the field that is wrong.
        try await browser.find("#address-error").click()
        try await browser.find(".box.bad a").type(enter)
        try await browser.press("ann@example.net")
        #expect(try await browser.find("#address").value() == "ann@example.net")
        let picture = shop.folder + "/pan.png"
        try Data("not really a picture".utf8).write(to: URL(fileURLWithPath: picture))
        try await browser.find("#files").type(picture)
        try await browser.find("main button").type(enter)
        try await browser.shows("Thank you, your message has arrived")
        #expect(try await browser.url().contains("/thanks?ref=CW-"))
        try await inspection.look(at: "thanks")
    }

    /// Goes through the form with Tab as somebody does who has no mouse, and sends it with Enter.
    private func fill(_ browser: WebBrowser, _ values: [String: String]) async throws {
        var seen: [String] = []
        for _ in 0..<12 {
            try await browser.press(tab)
            let here = try await browser.run(Self.focusIsSeen)
            let name = here["name"]?.string ?? ""
            #expect(here["seen"] == true, "the focus is not to be seen on \(name)")
            seen.append(name)
            if let value = values[name] { try await browser.find("[name=\(name)]").type(value) }
            if name == "button" { break }
        }
        #expect(seen == ["a", "name", "address", "subject", "text", "files", "ref", "button"])
        try await browser.press(enter)
    }

    private static let focusIsSeen = """
        const here = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(here);
        return { name: here.name || here.tagName.toLowerCase(), seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
        """

    private func focus(_ browser: WebBrowser) async throws -> String? {
        try await browser.run("return document.activeElement.getAttribute('role')").string
    }

    private func read(_ browser: WebBrowser, _ shop: Shop, _ link: String, _ ref: String) async throws {
        _ = try await eventually("an answer") { shop.outbox(to: "ann@example.net").count > 1 ? true : nil }
        try await shop.rest()
        let before = try await shop.story(ref)["log"]
        try await browser.open(link)
        let page = try await browser.text()
        for words in [ref, "Where is my parcel?", "Thank you for writing to us.", "pan.png", "is on your side"] {
            #expect(page.contains(words), "\(words)")
        }
        for secret in ["understood", "notice", "/c/p.", "nora@hearth.example", "ann@example.net"] {
            #expect(!page.contains(secret), "\(secret)")
        }
        try await Inspection(browser: browser).look(at: "case")
        try await browser.find("footer a[lang=de]").click()
        try await browser.shows("Was gesagt wurde")
        try await Inspection(browser: browser).look(at: "case-german")
        #expect(try await shop.story(ref)["log"] == before, "looking changes nothing")
        try await browser.open(link)
    }

    private func sayMore(_ browser: WebBrowser, _ shop: Shop, _ ref: String) async throws {
        try await browser.find("#add ~ form button").click()
        try await browser.shows("Please write your message.")
        try await Inspection(browser: browser).look(at: "case-problem")
        try await browser.find("#text").type("Please leave it with my <neighbour>.")
        try await browser.find("#add ~ form button").click()
        try await browser.shows("Thank you, your words have arrived.")
        #expect(try await focus(browser) == "status")
        try await browser.shows("Please leave it with my <neighbour>.")
        let story = try await shop.story(ref)
        #expect(story["heard"] == 2)
        let heard = story["log"]?.array?.last { $0["kind"] == "heard" }?["body"]
        #expect(heard?["channel"] == "page" && heard?["from"]?["address"] == "ann@example.net")
    }

    private func sayItIsNotSolved(_ browser: WebBrowser, _ shop: Shop, _ ref: String) async throws {
        try await browser.find("form[action$='/unsolved'] button").click()
        try await browser.shows("A person takes it up again.")
        try await Inspection(browser: browser).look(at: "case-unsolved")
        _ = try await eventually("a mail to the advocate") {
            shop.outbox().first { $0.to.contains("@hearth.example") && $0.body.contains("is not solved") }
        }
        #expect(try await shop.story(ref)["sections"]?["care"]?["waits_for"] == "unsolved")
    }

    private func sayItIsSolved(_ browser: WebBrowser, _ shop: Shop, _ link: String, _ ref: String) async throws {
        try await shop.rest()
        try await browser.open(link)
        try await browser.find("form[action$='/solved'] button").type(enter)
        try await browser.shows("Thank you for telling us.")
        _ = try await eventually("the case is resolved") {
            try await shop.story(ref)["status"] == "resolved" ? true : nil
        }
        try await browser.open(link)
        try await browser.shows("This has been settled since")
        #expect(try await !browser.find("form[action$='/solved']").isThere())
        try await Inspection(browser: browser).look(at: "case-settled")
    }

    private func vote(_ browser: WebBrowser, _ shop: Shop, _ ref: String) async throws {
        let survey = try await eventually("a survey") {
            shop.outbox(to: "ann@example.net").lazy.compactMap { $0.link("/s/v.") }.first
        }
        try await browser.open(survey)
        try await Inspection(browser: browser).look(at: "survey")
        try await browser.find("input[value='5']").type(" ")
        try await browser.find("#words").type("Quick and kind.")
        try await browser.find("main button").type(enter)
        try await browser.shows("Thank you for telling us")
        try await Inspection(browser: browser).look(at: "survey-thanks")
        let vote = try await eventually("the vote in the case") {
            try await shop.story(ref)["sections"]?["feedback"]?["votes"]?.array?.first
        }
        #expect(vote["score"] == 5)
    }

    private func endTheLink(_ browser: WebBrowser, _ link: String) async throws {
        try await browser.open(link)
        try await browser.find("summary").type(enter)
        try await browser.find("form[action$='/end'] button").click()
        try await browser.shows("This link has ended")
        try await Inspection(browser: browser).look(at: "link-ended")
        try await browser.open(link)
        try await browser.shows("This link has aged")
        try await Inspection(browser: browser).look(at: "link-aged")
        try await browser.find("footer a").click()
        try await browser.shows("Tell us how we are")
        try await Inspection(browser: browser).look(at: "feedback")
    }
}

extension SentMail {
    /// The first link in it that leads somewhere.
    fileprivate func link(_ path: String) -> String? {
        body.split(whereSeparator: \.isWhitespace).map(String.init).first { $0.contains(path) }
    }
}
