import Casework

/// The survey's question.
struct QuestionPage {
    let site: Site
    let texts: PageTexts

    func html(
        _ question: SurveyPage.Question, at path: String, score: Int?, words: String = "", mayQuote: Bool = false,
        notice: PageText? = nil
    ) -> HTML {
        let asked = PageTexts.fill(texts.survey(question.name) ?? "", ["desk": site.settings.desk.name])
        let reference: HTML = "<strong>\(question.ref)</strong>"
        let choices = question.scale.map { choice(question, $0, isChosen: $0 == score) }
        return Layout(site: site, texts: texts).html(
            title: texts[.surveyTitle], switching: path, isPrivate: true,
            """
            <h1>\(texts[.surveyTitle])</h1>
            <p class="lead">\(HTML.filled(texts[.surveyLead], ["ref": reference]))</p>
            \(Fields(texts: texts).notice(notice, lostFiles: false))<form class="card" method="post">
            <fieldset class="scale \(question.name)">
            <legend>\(asked)</legend>
            \(choices)</fieldset>
            <div class="field">
            <label for="words">\(texts[.surveyWords]) <span class="optional">\(texts[.formOptional])</span></label>
            <textarea id="words" name="words" rows="4" maxlength="5000">
            \(words)</textarea>
            <label><input type="checkbox" name="quote" value="yes"\(mayQuote ? " checked" : .empty)> \
            \(texts[.surveyQuote])</label>
            </div>
            <button type="submit">\(texts[.surveySend])</button>
            </form>
            """)
    }

    private func choice(_ question: SurveyPage.Question, _ score: Int, isChosen: Bool) -> HTML {
        let words = texts.survey(question.name, score: score)
        let word: HTML = words.map { " <span class=\"word\">\($0)</span>" } ?? .empty
        return """
            <label><input type="radio" name="score" value="\(score)" required\(isChosen ? " checked" : .empty)>\
            <span><b>\(score)</b>\(word)</span></label>

            """
    }
}
