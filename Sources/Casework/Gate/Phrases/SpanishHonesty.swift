/// What is said that should not be, and what should be said and is looked for, in Spanish.
extension PhraseBook {
    static let spanishHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "Siempre se puede hacer algo: dígalo. «Ya no tengo el azul; puedo devolverle el dinero o enviarle el verde, lo "
                + "que prefiera».",
            """
            no ~1 podemos|puedo ~1 hacer nada
            no ~2 podemos|puedo ~2 ayudar*
            no hay nada ~4 hacer|podamos|pueda
            nada que hacer
            nada que podamos|pueda hacer
            nada ~2 hacer por usted
            caso|asunto|tema|expediente ~1 esta|queda ~1 cerrado
            decision es ~1 definitiva|firme
            sin excepciones
            no hay excepciones
            mala suerte
            no ~1 escriba ~1 mas
            """,
            unless: "no tiene ~3 nada ~1 que"),
        PhraseTable(
            .refusal,
            """
            no ~1 podemos|puedo ~2 reembolsar*|devolver*|cambiar*|reemplazar*|anular*|cancelar*|modificar*|aceptar*|reparar*|enviar*|entregar*|ofrecer*|ampliar*|sustituir*
            no es|sera ~1 posible
            no esta ~1 disponible|permitido
            ya no ~3 disponible|fabrica|vende|posible
            imposible
            agotad*
            denegad*|rechazad*
            debemos|debo ~1 rechazar
            """,
            unless: "si|cuando no es|fuera ~1 posible"),
        PhraseTable(
            .falseCertainty,
            advice:
                "Diga lo que se sabe y cuándo sabrá más: «El transportista lo espera el viernes; lo miro el viernes por la "
                + "tarde y le escribo».",
            """
            le? garantizo|garantizamos
            le prometo|prometemos|aseguro|aseguramos que
            le doy mi palabra
            garantizado que|al
            al 100 #percent
            cien #percent seguro|segura
            llegara|sera|recibira|vendra ~2 seguro|definitivamente|ciertamente|absolutamente
            seguro|definitivamente que llega*|llegara|funciona*
            definitivamente llegara|sera|va
            sin ~1 ninguna? duda
            sin falta
            no volvera a ~1 pasar|ocurrir|suceder
            nunca mas ~2 pasar*|ocurr*|suced*
            estoy|estamos ~1 100|absolutamente|totalmente|completamente seguro*
            puede estar seguro|segura
            """,
            unless: "no ~2 garantiz*|prometer|asegurar"),
        PhraseTable(
            .internalLeak,
            advice:
                "Deje fuera lo que solo nos importa a nosotros: sistemas, notas, niveles, márgenes. Diga qué significa para el "
                + "cliente.",
            """
            nota|notas|uso|proceso|procedimiento|sistema|ticket interno|interna|internas
            no compartir|enviar|reenviar ~3 cliente|clientes
            no ~1 diga|decir al cliente
            nivel 1|2|3
            soporte de nivel
            nuestro crm|erp|servidor
            nuestra base de datos
            nuestro margen
            nuestros margenes
            precio de compra|coste
            codigo de error
            cliente dificil|problematico|vip
            valor del cliente
            modelo de lenguaje
            como una? ia
            lorem ipsum
            otro cliente llamado
            de otro cliente
            """),
    ]

    static let spanishSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            lo ~2 siento|sentimos|lamento|lamentamos
            siento|sentimos|lamento|lamentamos ~1
            disculp*
            perdon*
            entiendo|entendemos|comprendo|comprendemos|veo|vemos|imagino ~4 que|su|lo|cuanto|como|por
            entiendo|comprendo perfectamente
            tiene ~4 razon
            no es ~2 que esperaba
            es|fue|ha ~3 {feelings}
            su {feelings}
            no estuvimos a la altura
            """),
        PhraseTable(
            .offer,
            """
            si podemos|puedo
            podemos|puedo ~2 ofrecer*|enviar*|devolver*|reembolsar*|cambiar*|buscar*
            puede
            en su lugar
            en cambio
            como alternativa
            prefiere|quiere|desea|gustaria
            si lo? prefiere|desea|quiere
            le ofrezco|ofrecemos|propongo|proponemos
            lo que prefiera
            le envio|enviamos|devuelvo|devolvemos|reembolso|reembolsamos
            respondanos|escribanos|diganos|digame
            """),
        PhraseTable(
            .news,
            """
            he|hemos ~2 preguntado|encontrado|sabido|comprobado|recibido|hablado|enviado|localizado|abierto|pedido|escrito|reembolsado|contactado|reservado|confirmado
            ha|han ~3 confirmado|respondido|encontrado|salido|dicho|prometido|empezado|llegado|escaneado|localizado
            esta|estan ~1 en|localizado
            {others} ~1 calcula|preve|dice|escribe|busca|espera
            """),
        PhraseTable(
            .awaited,
            """
            esperamos|espero ~1 la|el|una|su|respuesta|noticias
            estamos|estoy esperando|a la espera
            a la espera de
            en espera de
            respuesta|resultado|confirmacion|informe de|del
            falta ~2 todavia|aun
            """),
        PhraseTable(.courtesyQuestion, "algo mas\notra cosa\notras preguntas\ncomo esta"),
        PhraseTable(
            .furtherQuestion,
            "y|o cuando|donde|cual|cuales|que|como|quien|por|ha|han|es|tiene|cuanto|cuantos\n, cuando|cual|donde|quien|cuanto",
            unless: "y que ~2 le\ny como"),
    ]
}
