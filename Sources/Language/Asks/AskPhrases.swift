/// The phrases by which asks are known. Notation: see `PhraseList`.
enum AskPhrases {
    /// At the beginning of a clause.
    static let questions = PhraseList(
        listing: """
            where is, where's, where are, where do, where can, wheres, when will, when is, when do, when can, when
            does, how do, how can, how long, how much, how many, how is, how does, how big, what is, what's, whats,
            what are, what do, what happens, what time, what should, what about, which, who, why, is it, is there,
            is this, is the, is my, are there, are you, are the, do you, do i, does, did, has my, has the, have you,
            can i, could i, may i, am i, will it, will you, will the, should i, any news, any update*, any idea, wo
            ist, wo sind, wo bleibt, wo kann, wo finde, wann, wie, was, warum, wieso, weshalb, wer, welche*, gibt
            es, ist es, ist der, ist die, ist das, kann ich, darf ich, haben sie, muss ich, passt, où, quand,
            comment, combien, pourquoi, quel*, qui, est ce, est-ce, puis, puis-je, avez, avez-vous, dónde, donde,
            cuándo, cuando, cómo, como, cuánto, cuánta, cuántos, por qué, qué, quién, cuál, puedo, tienen, hay
            """ + "," + FurtherAskPhrases.questions)

    /// Wishes to be told something.
    static let wishesToKnow = PhraseList(
        listing: """
            like to know, want to know, wanted to know, need to know, love to know, like to figure out, want to figure
            out, like to find out, can you tell me how, can you tell me if, can you tell me when, can you tell me
            where, can you tell me why, can you tell me what, can you tell me whether, can you tell me the, could you
            tell me how, could you tell me if, could you tell me when, could you tell me where, could you tell me why,
            could you tell me what, could you tell me whether, could you tell me the, können sie mir sagen, könnten
            sie mir sagen, kannst du mir sagen, pouvez vous me dire, pouvez-vous me dire, pourriez vous me dire,
            pourriez-vous me dire, puede decirme, pueden decirme, podrían decirme, podría decirme, don't know why, do
            not know why, don't understand why, do not understand why, no idea why
            """)

    /// What makes a request of whatever stands before it.
    static let pleas = wordSet("please pls plz bitte")

    static let questionsAnywhere = PhraseList(
        listing: """
            i was wondering, i wonder, was wondering, wondering if, wondering whether, wondering when, i'd like to
            know, i would like to know, want to know, wanted to know, like to ask, my question is, wanted to ask,
            not sure if, not sure whether, not sure how, don't know how, don't know what to do, no idea how, no idea
            where, no idea when, no idea why, don't understand why, can't find out, would love to know, curious if,
            curious whether, würde gerne wissen, möchte gerne wissen, möchte wissen, wüsste gern*, frage mich,
            wollte fragen, weiß nicht wie, weiß nicht ob, voudrais savoir, aimerais savoir, souhaiterais savoir, me
            demande, je ne sais pas comment, sais pas si, quisiera saber, me gustaría saber, quería saber, quiero
            saber, quería preguntar, no sé cómo, no sé si
            """ + "," + FurtherAskPhrases.questionsAnywhere)

    /// At the beginning of a clause, even in a question: "could you send ...?" wants an act.
    static let requests = PhraseList(
        listing: """
            please, pls, plz, kindly, can you, could you, could u, can u, would you, will you please, can someone
            please, can someone help, can someone tell, can someone call, can someone look, can someone check, can
            someone explain, could someone, can somebody, could somebody, can i get my, can i have my, can we get our,
            can i get a refund, can i get all, can i have a refund, can i get it, could i have, could i get, may i
            have, can i please, could i please, would it be possible to, is it possible to have, i want you to, i need
            you to, let me know, bitte, können sie, könnten sie, kannst du, könntest du, würden sie, kann mir jemand,
            kann ich bitte, veuillez, merci de, merci d'*, pouvez vous, pouvez-vous, pourriez vous, pourriez-vous,
            prière de, peut on, peut-on, por favor, pueden, puede, podrían, podría, podéis, ruego, les ruego
            """)

    /// Anywhere in a clause.
    static let requestsAnywhere = PhraseList(
        listing: """
            i'd like to return, i'd like to cancel, i'd like to exchange, i'd like to change, i'd like to speak, i'd
            like to order, i'd like to buy, i'd like to make, i'd like a, i'd like my, i'd like the, i'd like you,
            i'd like it, i would like to return, i would like to cancel, i would like to exchange, i would like to
            change, i would like to speak, i would like to send, i'd like to send, i would like to swap, i'd like to
            swap, i would like to have, i'd like to have, i'd like to get, i would like to get, i would like a, i
            would like my, i would like you, i would like the, i'd appreciate, i would appreciate, i'd be grateful,
            i would be grateful, i want a, i want my, i want to return, i want to cancel, i want to speak, i want to
            exchange, i want to change, i want to send, i want the, i want it, i want this, we want our, i need a, i
            need an, i need my, i need the, i need to return, i need to change, i need to cancel, i need to speak, i
            wish to, i demand, i expect a, i expect my, i expect you, i insist, i prefer a, i'd prefer, i would
            prefer, i'd rather have, please cancel, please send, please refund, please call, please tell, please
            let, please confirm, please check, please change, please give, please help, please look, please stop,
            please replace, please put, please advise, please reply, please respond, please get, please make, please
            find, please update, please arrange, please remove, please delete, please don't, please do not, so
            please, if you could, want to return, wish to return, want my money back, like my money back, get my
            money back, would love a, would love to have, ich möchte meine, ich möchte die, ich möchte den, ich
            möchte das, ich möchte einen, ich möchte eine, ich möchte mein, ich möchte bitte, möchte _ stornieren,
            möchte _ umtauschen, möchte _ zurückgeben, möchte _ zurücksenden, möchte _ ändern, möchte _
            zurückschicken, ich will mein, ich will eine, ich will einen, ich will die, ich brauche eine, ich
            brauche einen, ich brauche die, ich hätte gern*, ich bitte, bitte schicken, bitte senden, bitte
            stornieren, bitte prüfen, bitte um, bitte rufen, bitte sagen, ich erwarte, ich verlange, wäre dankbar,
            wäre nett, je voudrais annuler, je voudrais échanger, je voudrais retourner, je voudrais un, je voudrais
            une, je voudrais être, je voudrais parler, je souhaite, je veux, j'aimerais un*, j'aimerais être,
            j'aimerais échanger, je demande, j'exige, j'attends un*, j'ai besoin d'un*, il me faut, merci de me,
            merci d'annuler, veuillez, je vous prie de me, quiero devolver, quiero cancelar, quiero cambiar, quiero
            un, quiero una, quiero mi, quiero hablar, quiero que, quisiera devolver, quisiera cambiar, quisiera
            cancelar, quisiera un*, me gustaría cambiar, me gustaría devolver, me gustaría cancelar, necesito un*,
            necesito la, necesito el, necesito que, exijo, espero una, les pido, por favor envíen*, por favor
            cancelen, agradecería
            """ + "," + FurtherAskPhrases.requestsAnywhere)

    /// Verbs that begin an order with no please.
    static let imperatives = PhraseList(
        listing: """
            cancel, refund, send me, send a, send the, send it, send my, call me, give me, tell me, change my,
            change the, check, look into, replace, return my, confirm, fix this, fix it, fix the, resend, stop
            sending, stop charging, remove me, unsubscribe, delete my, swap, exchange, close my, put me through, get
            back to me, explain, help me, ship it, deliver it, reply to, answer my, sort this, sort it, stornieren,
            schicken sie, senden sie, rufen sie, geben sie, erstatten sie, prüfen sie, ändern sie, löschen sie,
            sagen sie, melden sie, tauschen sie, annulez, envoyez, remboursez, rappelez, dites, donnez, changez,
            supprimez, confirmez, répondez, cancelen, envíen*, devuélvan*, devuelvan, llámen*, díganme, anulen,
            cambien, borren, confirmen, respondan
            """ + "," + FurtherAskPhrases.imperatives)

    /// Told as facts, meant as asks.
    static let complaints = PhraseList(
        listing: """
            still waiting, been waiting, keep waiting, waiting for _ order, still haven't, still hasn't, still not,
            still no, hasn't arrived, has not arrived, haven't arrived, have not arrived, not arrived, didn't arrive,
            did not arrive, never arrived, never came, didn't come, never showed, haven't received, have not received,
            not received, didn't receive, did not receive, never received, never got, didn't get, haven't had, no
            reply, no answer, no response, nobody answer*, no one answer*, nobody has _ answered, no one has _
            answered, nobody has _ replied, no one has _ replied, nobody came, no one came, nobody replied, no one
            replied, is late, was late, are late, is overdue, days late, week late, weeks late, is delayed, been
            delayed, is broken, was broken, are broken, were broken, arrived broken, came broken, is cracked, was
            cracked, arrived cracked, came cracked, is damaged, was damaged, arrived damaged, came damaged, arrived
            with a, came with a crack, is chipped, was chipped, is smashed, were smashed, was smashed, smashed,
            shattered, is dented, is scratched, has a crack, has a chip, has a dent, has a hole, has a scratch, in
            pieces, is missing, are missing, was missing, were missing, missing from, wasn't in, weren't in, not in
            the box, was not included, wasn't included, wrong item, wrong size, wrong colo*, wrong one, wrong product,
            wrong order, wrong address, wrong parcel, sent me the wrong, not what i ordered, isn't what i ordered,
            instead of, incorrect item, doesn't work, does not work, don't work, didn't work, not working, isn't
            working, stopped working, won't turn on, won't start, won't open, won't load, won't let me, keeps failing,
            fell off, came off, fell apart, broke after, broke off, leaks, leaking, is faulty, was faulty, is
            defective, charged twice, charged me twice, double charged, overcharged, charged me for, charged for, was
            declined, was rejected, can't log in, cannot log in, can't login, can't access, cannot access, can't get
            into, unable to, locked out, is locked, not been refunded, no refund, haven't been refunded, doesn't fit,
            does not fit, too small, too big, poor quality, not as described, does not match, doesn't match, the
            second time, the third time, third time, twice already, was rude, were rude, hung up on me, not been
            delivered, hasn't been delivered, not delivered, says delivered, lost my, is lost, seems lost, got lost,
            forgot my password, doesn't load, error message, only received, only got, only two, only three, only one,
            not been applied, wasn't applied, was not applied, i am missing, i'm missing, expired, warte immer noch,
            warte seit, warte noch, noch nicht, immer noch nicht, immer noch nichts, nicht angekommen, nie angekommen,
            nichts erhalten, nicht erhalten, nichts gehört, niemand antwortet, keine antwort, keine reaktion, ist
            kaputt, war kaputt, kaputt, zerbrochen, beschädigt, defekt, gesprungen, fehlt, fehlen, fehlte*, falsche*,
            funktioniert nicht, geht nicht, doppelt abgebucht, zweimal abgebucht, zu klein, zu groß, verspätet,
            verspätung, zum dritten mal, nicht einloggen, nicht anmelden, unfreundlich, attends toujours, j'attends
            depuis, toujours pas, toujours rien, pas encore, pas arrivé*, n'est pas arrivé*, rien reçu, jamais reçu,
            jamais arrivé*, pas reçu, pas de réponse, aucune réponse, ne répond, cassé*, abîmé*, ébréché*, endommagé*,
            fêlé*, manque, mauvais article, mauvaise, ne fonctionne, ne marche, débité* deux fois, en retard, de
            retard, trop petit*, trop grand*, sigo esperando, llevo _ esperando, todavía no, aún no, no ha llegado, no
            llegó, nunca llegó, no he recibido, no recibí, nadie contesta, nadie responde, sin respuesta, roto, rota,
            rotos, rotas, dañad*, defectuos*, falta, faltan, equivocad*, no funciona, cobrado dos veces, cobraron dos
            veces, retraso, demasiado pequeñ*, demasiado grande, rajad*
            """ + "," + FurtherAskPhrases.complaints)

    /// Undo a complaint: the trouble is over.
    static let solved = PhraseList(
        listing: """
            all sorted, sorted now, solved, works now, is fixed, turned up, found it, no longer a problem, never
            mind, nothing was broken, nothing is missing, nothing was missing, not broken, everything arrived, hat
            sich erledigt, ist erledigt, c'est réglé, c'est résolu, ya está resuelto, resuelto
            """)

    static let rhetorical = PhraseList(
        listing: """
            are you kidding, are you joking, is this a joke, is that a joke, seriously, how hard can it be, how
            difficult can it be, what a joke, what a shambles, what a mess, what a disgrace, what a waste, what a
            nightmare, what a pity, what a shame, who does that, who do you think, what is wrong with you, what's
            wrong with you, what is this, do you even care, do you think i, does anybody care, does anyone care,
            does anyone even, is that so hard, is it too much to ask, how dare you, really, you know what, how was
            your, how are you, what the hell, wtf, what is the point, what's the point, who cares, why bother, why
            do i bother, why am i not surprised, when will you learn, wollen sie mich, soll das ein witz, geht's
            noch, ist das ihr ernst, wie geht es, wie kann man nur, was soll das, vous vous moquez, c'est une
            blague, vous plaisantez, comment allez, es una broma, me toman el pelo, qué vergüenza, qué desastre,
            cómo están, como están
            """)

    static let politeness = PhraseList(
        listing: """
            thank you for, thanks for, thank you in advance, thanks in advance, thank you very much, thank you so
            much, many thanks, thanks again, looking forward, look forward, have a nice, have a good, have a great,
            hope you are, hope you're, hope this finds you, hope all is well, keep up the, take care, enjoy your,
            vielen dank, danke, besten dank, herzlichen dank, schönen tag, schönes wochenende, freue mich auf, merci
            beaucoup, merci d'avance, merci pour, bonne journée, dans l'attente, muchas gracias, gracias, que
            tengan, quedo a la espera
            """)

    static let bareQuestions = wordSet(
        """
        refund why when where warum wann wo pourquoi quand cuándo dónde update news
        """)

    static let openers = wordSet(
        """
        hi hello hey dear so and but also well ok okay just oh now then again sorry excuse good morning
        afternoon evening team hallo guten tag und aber moin bonjour bonsoir et mais alors hola buenos buenas
        días tardes y pero entschuldigung pardon perdón thanks secondly first second finally anyway however
        quick question folks all
        """)
}
