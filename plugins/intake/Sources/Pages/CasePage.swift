import Calendars
import Casework
import StageKit

/// What a case's page shows besides the case.
struct CaseView: Sendable {
    /// What was just done there.
    enum Done: String, Sendable { case word, solved, unsolved }

    /// Words that could not be taken, with their files.
    var draft = ContactDraft()
    var problems: [FieldProblem] = []
    /// Why something could not be taken.
    var notice: PageText?
    var done: Done?
}

/// A customer's own page about a case.
struct CasePage {
    let site: Site
    let texts: PageTexts
    let told: Told
    /// Where the page stands; its forms go below it.
    let path: String
    /// What its forms carry.
    let token: String

    func html(_ view: CaseView) -> HTML {
        let title = told.subject ?? texts.filled(.caseTitle, ["desk": site.settings.desk.name])
        let lostFiles = !view.draft.files.isEmpty
        let fields = Fields(texts: texts, problems: view.problems)
        return Layout(site: site, texts: texts).html(
            title: view.problems.isEmpty ? title : "\(texts[.problemWord]): \(title)", switching: path, isPrivate: true,
            """
            <h1>\(title)</h1>
            <p class="about">\(state) <span>\(reference)</span></p>
            \(done(view.done))\(fields.notice(view.notice, lostFiles: lostFiles))\(fields.summary(lostFiles: lostFiles))
            \(standing)
            \(CaseStory(site: site, texts: texts, told: told).html)
            \(promises)\(forms.word(view, fields))
            \(forms.solved(told.standing))
            \(forms.end)
            <p class="hint">\(texts.filled(.caseZone, ["place": place]))</p>
            """)
    }

    private var forms: CaseForms { CaseForms(site: site, texts: texts, path: path, token: token) }

    private var reference: HTML {
        .filled(texts[.caseReference], ["ref": "<strong>\(told.ref)</strong>"])
    }

    private var state: HTML {
        switch told.standing {
        case .ours: "<span class=\"state\">\(texts[.caseOpen])</span>"
        case .yours: "<span class=\"state\">\(texts[.caseYours])</span>"
        case .settling, .settled: "<span class=\"state\">\(texts[.caseSettled])</span>"
        }
    }

    private func done(_ done: CaseView.Done?) -> HTML {
        let text: PageText
        switch done {
        case nil: return .empty
        case .word: text = .caseDoneWord
        case .solved: text = .caseDoneSolved
        case .unsolved: text = .caseDoneUnsolved
        }
        return "<div class=\"box good\" role=\"status\" tabindex=\"-1\" autofocus><p>\(texts[text])</p></div>\n"
    }

    /// Who is on their side, and when the next word comes.
    private var standing: HTML {
        """
        <section class="card" aria-labelledby="stands">
        <h2 id="stands">\(texts[.caseStands])</h2>
        \(advocate)<p class="next">\(next)</p>
        </section>
        """
    }

    private var advocate: HTML {
        guard let name = told.sections.care?.advocate.name, !name.isEmpty else {
            return "<p>\(texts[.caseTeam])</p>\n"
        }
        let initials = name.split(separator: " ").prefix(2).compactMap { $0.first.map(String.init) }.joined()
        let sentence = HTML.filled(texts[.caseAdvocate], ["name": "<strong>\(name)</strong>"])
        return """
            <div class="advocate"><span class="face" aria-hidden="true">\(initials)</span>
            <p>\(sentence)</p></div>

            """
    }

    private var next: HTML {
        switch told.standing {
        case .ours(next: nil): "\(texts[.caseNextSoon])"
        case .ours(let next?): .filled(texts[.caseNext], ["time": moment(next.told)])
        case .yours: "\(texts[.caseTurn])"
        case .settling: "\(texts[.caseSettling])"
        case .settled(let since): .filled(texts[.caseSettledSince], ["time": moment(since)])
        }
    }

    private var promises: HTML {
        let binding = told.promises.filter { $0.withdrawn == nil }
        guard !binding.isEmpty else { return .empty }
        let items = binding.map { promise -> HTML in
            let words = HTML.filled(
                texts[.casePromise], ["what": "\(promise.what)", "time": moment(promise.due.minute)])
            return "<li>\(words)\(promise.kept == nil ? .empty : " (\(texts[.casePromiseKept]))")</li>\n"
        }
        return """
            <section class="card" aria-labelledby="promises">
            <h2 id="promises">\(texts[.casePromises])</h2>
            <ul>
            \(items)</ul>
            </section>

            """
    }

    private func moment(_ moment: Timestamp) -> HTML { site.moment(moment, texts.code) }

    /// The city that names the desk's zone.
    private var place: String {
        String(site.zone.split(separator: "/").last ?? "UTC").split(separator: "_").joined(separator: " ")
    }
}

extension Site {
    /// A moment as people say it and as programs read it.
    func moment(_ moment: Timestamp, _ language: String) -> HTML {
        "<time datetime=\"\(moment.description)\">\(time.moment(moment.milliseconds, language: language))</time>"
    }
}
