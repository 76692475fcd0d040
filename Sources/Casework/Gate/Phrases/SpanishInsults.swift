/// Words that are said to no customer in any sentence, in Spanish.
extension PhraseBook {
    static let spanishInsults: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice:
                "Dígalo sin el insulto: responda al asunto y diga qué pasa después.",
            """
            {insult}
            pregunta|queja|reclamacion|peticion|mail|correo|clientes|cliente|excusa ~1 mas|tan? tont*|ridicul*
            que|vaya|menuda ~1 estupidez|tonteria|chorrada|idiotez|gilipollez
            su|sus ~2 estupidez|estupideces|tonteria|tonterias|chorradas|idiotez
            no ~1 sea|seas|sean ~1 tan? ~1 tont*|ridicul*|pesad*|bruto
            es|eres|son|esta|estan usted|ustedes|tu ~2 tont*|ciego|ciega|sordo|sorda|loco|loca|borracho|borracha|mentiros*|ridicul*
            usted|ustedes es|son|esta|estan ~2 ciego|ciega|sordo|sorda|loco|loca|borracho|borracha|mentiros*|patetic*|ridicul*|insoportable|plaga
            callese|callate|callense
            cierre|cierra ~1 la|el boca|pico
            vayase|vete|vayanse ~1 al|a|de ~1 diablo|infierno|paseo|mierda|freir|aqui
            larguese|largate|pirese
            ^ que ~1 le|te|les den
            al diablo|infierno
            odio|odiamos|detesto|detestamos|desprecio|despreciamos a? ~1 clientes|usted|ustedes|gente|quienes
            le|les|lo|la|los odio|odiamos|detesto|detestamos|despreciamos
            estoy|estamos ~1 harto|harta|hartos|hartas de ~1 usted|ustedes|sus|su|clientes
            maldit*|mierda*|joder|jodid*|puta|puto|putas|putos|cojones|carajo
            nadie ~1 le|lo|la|te soporta|aguanta
            """,
            unless: """
                llamado|llamo|llamaron|llamara|llamasen ~2 {insult}
                palabra|palabras|insulto|insultos|termino ~3 {insult}
                nuestra|nuestro|nuestras|nuestros|hemos ~3 estupid*|tont*|tonteria
                hay|ninguna ~1 pregunta|preguntas ~2 tont*|estupid*
                """)
    ]
}
