/// The survey's question.
struct QuestionPage {
    let site: Site
    let texts: Texts

    func html(
        _ question: SurveyPage.Question, score: Int?, words: String = "", problem: Bool = false, later: Bool = false
    ) -> HTML {
        let name = site.settings.desk.name
        let asked = (texts.questions[question.name] ?? "").filled(["desk": name])
        let notice: HTML =
            later
            ? "<div class=\"box bad\" role=\"alert\"><p>\(texts.voteLater)</p></div>\n"
            : problem ? "<div class=\"box bad\" role=\"alert\"><p>\(texts.chooseScore)</p></div>\n" : .empty
        let choices = question.scale.map { choice(question, $0, isChosen: $0 == score) }
        return Layout(site: site, texts: texts).html(
            title: texts.surveyTitle,
            """
            <h1>\(texts.surveyTitle)</h1>
            <p class="lead">\(texts.surveyLead.filled(["ref": question.ref]))</p>
            \(notice)<form method="post">
            <fieldset class="scale \(question.name)">
            <legend>\(asked)</legend>
            \(choices)</fieldset>
            <div class="field">
            <label for="words">\(texts.surveyWords) <span class="optional">\(texts.optional)</span></label>
            <textarea id="words" name="words" rows="4" maxlength="5000">
            \(words)</textarea>
            </div>
            <button type="submit">\(texts.vote)</button>
            </form>
            """)
    }

    private func choice(_ question: SurveyPage.Question, _ score: Int, isChosen: Bool) -> HTML {
        let words = texts.scores[question.name]?[score]
        let word: HTML = words.map { " <span class=\"word\">\($0)</span>" } ?? .empty
        return """
            <label><input type="radio" name="score" value="\(score)" required\(isChosen ? " checked" : .empty)>\
            <span><b>\(score)</b>\(word)</span></label>

            """
    }
}
