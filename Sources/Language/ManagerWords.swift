/// The words that `ManagerWish` goes by. Notation: see `PhraseList`.
enum ManagerWords {
    /// Who is in charge.
    static let people = PhraseList(
        listing: """
            manager, managers, supervisor, supervisors, superior, superiors, boss, bosses, director, ceo, team lead, team
            leader, head of customer service, head of department, higher up, higher ups, somebody in charge, someone in
            charge, anybody in charge, anyone in charge, person in charge, people in charge, one in charge, whoever is in
            charge, whoever's in charge, who is in charge, whoever runs, someone senior, somebody senior, more senior,
            someone higher, somebody higher, someone above you, somebody above you, someone with authority, somebody with
            authority, someone who can decide, somebody who can decide, someone responsible, somebody responsible, person
            responsible, decision maker, person who runs, person running,
            chefetage, führungsetage, chef, chefin, chefs, vorgesetzte, vorgesetzten, vorgesetzter, geschäftsführer, geschäftsführerin,
            geschäftsführung, geschäftsleitung, abteilungsleiter, abteilungsleiterin, abteilungsleitung, teamleiter,
            teamleiterin, teamleitung, filialleiter, filialleiterin, filialleitung, managerin, verantwortliche,
            verantwortlichen, jemanden mit entscheidungsbefugnis, jemandem mit entscheidungsbefugnis, jemanden _
            entscheiden kann, jemandem _ entscheiden kann, höhere stelle, nächsthöhere stelle,
            responsable, responsables, supérieur, supérieure, supérieurs, directeur, directrice, patron, patronne, cheffe,
            superviseur, superviseure, superviseuse, gérant, gérante, dirigeant, hiérarchie, quelqu'un de plus haut,
            quelqu'un qui décide, quelqu'un de responsable,
            encargado, encargada, jefe, jefa, jefes, gerente, supervisora, directora, alguien superior, alguien de más rango, alguien con más rango, alguien a cargo,
            alguien con autoridad, alguien con más autoridad, persona a cargo, quien manda, alguien que mande, quien esté a cargo, quien está a
            cargo, el que manda, la que manda
            """)

    /// Words that are as often something else: a ladder, an address, the site of a page.
    static let ambiguous = PhraseList(
        listing: "management, leiter, leiterin, leitung, direction, dirección, superior")

    /// One who asks so asks for a person, whoever it is.
    static let asking = PhraseList(
        listing: """
            speak to, speak with, speak directly to, speak directly with, speaking to, speaking with, talk to, talk with,
            talk directly to, talking to, talking with, chat with, a word with, deal with, discuss this with, discuss it with, further with, complain to, connect me to, connect me with, connect us
            to, connected to, connected with, put me through to, put me straight through to, put us through to, put through
            to, put me on to, put me in touch with, get in touch with, transfer me to, transfer this to, transferred to,
            pass me to, pass me on to, pass me over to, pass this to, pass this on to, pass it to, pass it on to, hand me
            over to, hand this to, hand this over to, hand it over to, escalate to, escalate this to, escalate it to,
            escalate _ to, escalated to, refer me to, forward this to, forward it to, forward _ to, send this to, take this
            to, take it to, take this up with, take it up with, raise this with, raise it with, hear from, a call from,
            call back from, callback from, a reply from, an answer from, contacted by, called by, called back by, looked at by, seen by, get me,
            fetch me, find me, get hold of, ask for, asking for, demand, demanding, i insist on, insist on seeing,
            verbinden sie mich _ mit, verbindet mich _ mit, verbinde mich _ mit, verbunden werden mit, stellen sie mich _
            zu, stellt mich _ zu, durchstellen zu, leiten sie _ an, leitet _ an, weiterleiten an, weiter an, weitergeben
            an, weitergeleitet an, verlange, verlangen, verlange nach, fordere, bestehe auf, gespräch mit, telefonat mit,
            termin mit, rückruf von, rückruf durch, anruf von, antwort von, sprechen mit, reden mit, spreche mit, rede mit,
            rede nur _ mit, beschwere mich bei, beschweren bei, beschwerde bei, wende mich an, wenden an, kontakt mit,
            kontakt zu, nur noch mit, ausschließlich mit, eskalieren _ an, holen sie mir, hol mir, holt mir, erreiche ich, kontaktiere ich, geben sie _ an, gebt _ an, beschwerde an,
            anliegen an,
            parler, parle, parlerai, m'entretenir, m'adresser, me plaindre, contacter, joindre, rencontrer, passez moi,
            passe moi, me passer, me passiez, mettez moi en relation, me mettre en relation, mise en relation, mettez moi
            en contact, me mettre en contact, transférez moi, me transférer, transmettez _ à, transmettre _ à, transmettre, faites
            remonter _ à, faites remonter à, faire remonter _ à, faire remonter à, exige, j'exige, réclame, demande à voir, demande à parler, appel, rappel, rappelé par, rappelée
            par, appelé par, contacté par, contactée par, réponse, entretien,
            hablar, hablo, comunicarme, comuníqueme, comuníquenme, me comunique, me comuniquen, contactar, contacto,
            páseme, pásenme, pásame, pasadme, pasarme, me pase, me pasen, me pasa, me pasan, pásele _ a, pasen, que venga, póngame, pónganme, ponme, ponedme, ponerme,
            me ponga, me pongan, transfiérame, transfiéranme, transferirme, me transfiera, me transfieran, quejarme,
            reclamar, escalar _ a, escale _ a, escalen _ a, eleve _ a,
            eleven _ a, exijo, exijo ver, me llame, me llamen, me
            conteste, me responda, me atienda, atenderme, llamarme, me contacte, llamada, queja, reunirme
            """)

    /// One who wants so may want a thing as well.
    static let wanting = PhraseList(
        listing: """
            want, want to see, want to meet, want to contact, need, need to see, get, get me, see, meet, reach, contact, i'd
            like, would like, i would like, request, requesting, involve, bring in, bring me, give me, call me, call, let me
            have, where is, where's, who is, who's, is there, isn't there, name of, number of, email of, address of,
            details of, details for, have,
            ich will, ich möchte, möchte ich, will ich, wir wollen, wir möchten, hätte gern, hätte gerne, hätte ich gern,
            wünsche, geben sie mir, gebt mir, gib mir, holen sie, holt, bitte um, wer ist, wo ist, wie heißt, will endlich,
            möchte endlich, brauche,
            veux, veux voir, veux avoir, voudrais, voudrais voir, voudrais avoir, souhaite, souhaite voir, aimerais,
            aimerais voir, demande, donnez moi, qui est, où est, coordonnées, nom, appelez, appelez moi, il me faut,
            avoir, quiero, quiero ver, quisiera, necesito, necesito ver, me gustaría, pido, solicito, deme, denme, dame, dónde
            está, quién es, nombre, datos, llame, llamen, busque, traiga, ver
            """)

    /// What may stand before somebody in charge and belongs to them.
    static let qualifiers = wordSet(
        """
        a an the your any another some somebody someone from in of who is one this that actual real proper senior general
        duty store shop branch floor service customer line direct immediate human higher next nearest responsible area
        regional then now immediately please
        ihr ihre ihren ihrem ihrer euer eure euren eurem eurer den dem der die das ein eine einen einem einer direkten direkte
        direktem höheren nächsthöheren nächsten zuständigen verantwortlichen echten richtigen sofort bitte umgehend gleich
        jetzt jemand jemandem jemanden aus von mit zum zur mal
        un une le la les votre vos ton à au aux avec du de des d'un d'une l'un auprès chez directement tout suite autre
        par immédiatement vrai véritable
        con a al el los las una su sus tu vuestro vuestra algún alguna alguien del de directamente ya ahora mismo otro otra
        ante verdadero
        """)

    /// Who is in charge by words that need no article.
    static let somebody = wordSet(
        "someone somebody anyone anybody whoever quelqu'un alguien quien jemanden jemandem")

    static let yours = wordSet(
        "your ihr ihre ihren ihrem ihrer euer eure euren eurem eurer votre vos ton su sus tu vuestro vuestra")

    static let own = wordSet(
        """
        my our mein meine meinen meinem meiner meines unser unsere unseren unserem unserer unseres mon ma mes notre nos mi mis
        nuestro nuestra nuestros
        """)

    static let denials = PhraseList(
        listing: """
            not, don't, without, never, no need, kein, keine, keinen, keinem, nicht, ohne, pas, sans, jamais, sin, nunca, no
            quiero, no necesito, no hace falta, no pido
            """)
    static let please = wordSet("please bitte svp plaît favor")

    static let beforehand = wordSet("erst zuerst vorher")
    static let speaking = wordSet(
        """
        sprechen reden verbinden verbunden durchstellen durchgestellt weiterleiten telefonieren unterhalten anrufen
        zurückrufen wenden beschweren meldet anruft zurückruft
        """)
    static let breaks = wordSet("will möchte muss soll hat haben kann ihnen dass wenn weil und")

    /// Behind a person who is meant and not a thing that is named after them.
    static let following = wordSet(
        """
        ! ? not i to who that now please on immediately right here today and or call involved at from because asap
        instead straight before of about regarding you your sprechen haben sehen bitte sofort jetzt und oder am an zu der die das
        damit weil denn heute endlich mal nicht für pour qui tout en immédiatement maintenant svp s'il et ou car à par de du au afin pas para
        que ya ahora por y o de del en porque inmediatamente hoy no
        """)

    /// What somebody in charge is to do.
    static let acting = PhraseList(
        listing: """
            call me, call us, contact me, contact us, ring me, phone me, phone us, email me, write to me, reply to me, to
            call, to contact, to ring, to phone, to email, to get back, to get in touch, to look at, to look into, to deal
            with, to sort, to see this, to handle, to reply, to answer, to speak, to take over, take over, look at this,
            look into, get back to me, get in touch with me, involved, available, on the phone, on the line,
            am telefon, ans telefon, erreichbar,
            en ligne, au téléphone, al teléfono,
            mich anruft, mich anrufen, mich zurückruft, mich zurückrufen, mich kontaktiert, sich meldet, sich _ bei mir,
            me rappelle, me rappeler, m'appelle, m'appeler, me contacte, me contacter, me réponde, me répondre,
            me llame, me llamen, me contacte, me conteste, me responda, me atienda
            """)

    /// What only yours is to do: the boss of somebody else has duties as well.
    static let obliged = PhraseList(
        listing: """
            should, must, needs to, has to, ought to, soll, sollte, muss, doit, devrait, debe, debería, tiene que
            """)
}
