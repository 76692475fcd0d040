/// Phrases and signs by which people show a service how they feel, the polite ones above all.
enum MoodCues {
    struct Cue: Sendable {
        var feeling: Mood.Feeling
        var weight: Double
        var words: String
    }

    static func find(in folded: FoldedText, text: String) -> [Cue] {
        let words = folded.strings
        var cues: [Cue] = []
        for (feeling, weight, list) in lists {
            var end = 0
            for match in list.matches(in: words) where match.words.lowerBound >= end {
                guard let span = folded.span(match.words, in: text) else { continue }
                end = match.words.upperBound
                cues.append(Cue(feeling: feeling, weight: weight, words: span.text))
            }
        }
        if let shout = shouting(in: text) { cues.append(Cue(feeling: .angry, weight: 0.8, words: shout)) }
        return cues
    }

    /// Three words in capitals on end, in a text that is not all signs and codes.
    private static func shouting(in text: String) -> String? {
        var run: [Substring] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let letters = word.filter(\.isLetter)
            if letters.count > 1, letters.allSatisfy(\.isUppercase) {
                run.append(word)
                if run.count == 3 { return run.joined(separator: " ") }
            } else if !letters.isEmpty {
                run = []
            }
        }
        return nil
    }

    private static let lists: [(Mood.Feeling, Double, PhraseList)] = [
        (.upset, 1.6, PhraseList(listing: upset)), (.upset, 0.8, PhraseList(listing: trouble)),
        (.angry, 1.8, PhraseList(listing: angry)), (.worried, 1.6, PhraseList(listing: worried)),
        (.happy, 1.6, PhraseList(listing: happy)), (.calm, 1.0, PhraseList(listing: asking)),
    ]

    private static let upset = """
        still waiting, been waiting, have been waiting, waited, waiting for over, still haven't, still hasn't, still
        no, still not, third time, second time, fourth time, once again, yet again, every time, disappointed,
        disappointing, disappointment, let down, frustrat*, upset, unhappy, not happy, fed up, sad, sadly, no one,
        nobody, no reply, no response, no answer, never received, never arrived, never came, poor service, bad
        service, poor customer, bad customer, not good enough, not impressed, unimpressed, expected better, ruined,
        wasted, had enough, on hold for, hours on hold, hung up, no help, not helpful, unhelpful, ignored, ignoring
        me, annoy*, a shame, sick of, tired of, enttäusch*, immer noch nicht, zum dritten mal, schon wieder, traurig,
        leider, ärgerlich, verärgert, niemand, keine antwort, déçu*, décevant*, toujours pas, toujours rien, encore
        une fois, pas content*, triste, personne ne, mécontent*, énervé*, agacé*, excédé*, frustré*, à bout, marre,
        lamentable, dégoûté*, me sens, decepcion*, sigo esperando, otra vez, todavía no, nadie, molest*, frustrad*,
        disgustad*, desesperad*, enfadad*, hart*, me siento, genervt, sauer, frustriert, unzufrieden, verzweifelt,
        verzweifeln, nase voll, geduld am ende, reicht es, reicht mir
        """

    private static let trouble = """
        broken, broke, damaged, cracked, missing, lost, late, delay*, overdue, cancelled, canceled, wrong, faulty,
        failed, fails, failing, stuck, doesn't work, does not work, not working, isn't working, won't, can't, cannot,
        unable, stopped working, problem*, issue*, error, crash*, down again, keeps, charged twice, overcharged, why
        is, why can't, why won't, why are, why do, not been, hasn't, haven't, didn't, never, waiting, hours, weeks,
        rude, refund, complain*, nothing, terrible, slow, again, kaputt, zerbrochen, beschädigt, fehlt, verspätet,
        falsch*, cassé*, manque, retard, abîmé*, roto, rota, falta, retraso
        """

    private static let angry = """
        unacceptable, inacceptable, not acceptable, ridiculous, disgrace*, disgust*, outrage*, furious, angry, livid,
        worst, horrible, awful, appalling, pathetic, useless, incompetent, joke, kidding me, how dare, rubbish, crap,
        shit*, fuck*, wtf, damn, bullshit, bloody, idiots, liars, lied, lying, scam, thieves, rip off, never again,
        shame on, demand, horrendous, atrocious, shambles, terrible service, unverschämt*, frechheit, unglaublich,
        unmöglich, katastrophe, wütend, skandal*, inadmissible, scandaleux, honteux, furieux, inacceptable, honte, ras
        le bol, vergüenza, inaceptable, indignad*, furios*, ladrones, inadmisible, estafad*, engañad*, estafa, timo,
        vergonzos*, cabread*, furieuse*, en colère, fâché*, scandalisé*, outré*, volé*, arnaque*, escroc*, wut,
        empört, entsetzt, betrogen, betrug, verarscht, abzocke, unverschämtheit
        """

    private static let worried = """
        worried, worry, worrying, concerned, anxious, nervous, afraid, scared, i fear, hope nothing, hopefully it, not
        sure what to do, don't know what to do, getting late, might not arrive, won't arrive in time, is it lost, in
        time for, urgent*, please help, desperate*, panic*, stressed, besorgt, sorge, sorgen, angst, unsicher,
        dringend, inquiet*, inquiète, peur, urgent, angoiss*, préoccup*, preocupad*, urgente, miedo, nervios*
        """

    private static let happy = """
        thank you, thanks, thx, thank u, great, love, loved, lovely, awesome, amazing, wonderful, excellent, perfect,
        fantastic, happy with, so happy, very happy, pleased, delighted, brilliant, best, kudos, appreciate,
        beautiful, well done, good job, great job, impressed with, danke, dank, super, toll, wunderbar, zufrieden,
        begeistert, perfekt, merci, parfait, super, ravi*, content de, contente de, gracias, perfecto, encantad*,
        excelente, genial
        """

    private static let asking = """
        can i, could i, do you, is it possible, how do i, how can i, what are, what is the, would like to know,
        wondering, is there, are there, any plans, may i, kann ich, gibt es, haben sie, puis je, est ce que, puedo,
        tienen
        """
}
