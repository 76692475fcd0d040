/// What should be said and is looked for, in Spanish.
extension PhraseBook {
    static let spanishSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            lo|la|le|me ~3 siento|sentimos|lamento|lamentamos|apena|sabe
            siento|sentimos|lamento|lamentamos
            disculp*
            perdon*
            entiendo|entendemos|comprendo|comprendemos|veo|vemos|imagino|imaginamos ~5 que|su|lo|cuanto|como|por|perfectamente|{feelings}
            entiendo|comprendo ~1 perfectamente|muy
            comprensible|logico|normal ~1 que ~1 este|se
            tiene ~4 razon
            no es|fue|era ~3 que|lo ~1 esperaba|merece|corresponde|queremos
            no es|fue ~1 aceptable
            no ~1 deberia|debio|tendria|debia ~2 haber|pasar|ocurrir|suceder|ocurrido|pasado
            es|fue|ha|ser|sido|resulta|resultar|que|lo ~3 {feelings}
            su|tanta|tanto|cuanta ~1 {feelings}
            no estuvimos a la altura
            le hemos fallado
            con razon
            nos|me toca|corresponde arregla*|repara*|soluciona*|a
            """),
        PhraseTable(
            .offer,
            """
            si ~2 podemos|puedo
            pero ~1 podemos|puedo
            podemos|puedo ~2 ofrecer*|enviar*|devolver*|reembolsar*|cambiar*|buscar*|cancelar*|anular*|proponer*|reservar*|mirar*|avisar*|abonar*|hacer*
            puede|podra|podria
            en su lugar
            en cambio
            como alternativa
            alternativa
            prefiere|quiere|desea|gustaria
            si ~1 lo? ~1 prefiere|desea|quiere
            le ~1 ofrezco|ofrecemos|propongo|proponemos
            lo que prefiera
            le ~1 envio|enviamos|devuelvo|devolvemos|reembolso|reembolsamos|mando|regalo|regalamos
            respondanos|escribanos|diganos|digame|escribame|llamenos|avisenos|elija
            lo|la ~1 repara|reparamos|cambia|cambiamos|arregla|arreglamos
            gratis|gratuita|gratuito|gratuitamente|sin coste|costo|cargo
            vale|bono|cupon
            de nuevo ~1 disponible
            le ~1 he|hemos ~2 enviado|abonado|reservado|pedido|anadido
            """,
            unless: """
                no|nunca ~2 podemos|puedo|puede|podra|podria
                no ~1 se ~1 puede
                """),
        PhraseTable(
            .news,
            """
            he|hemos ~2 preguntado|encontrado|sabido|comprobado|hablado|enviado|localizado|abierto|pedido|escrito|reembolsado|contactado|reservado|confirmado|corregido|cambiado|cancelado|abonado|reparado
            ha|han ~3 confirmado|respondido|encontrado|salido|dicho|prometido|empezado|llegado|escaneado|localizado|aprobado|enviado|abonado
            esta|estan ~1 en ~1 camino|reparto|ruta
            esta|estan ~1 localizado|arreglado|listo|lista|abonado|cambiada|corregido|adjunto|adjunta
            se ~1 envio|abono|emitio|reparo|localizo|corrigio
            personas|clientes ~1 nos han ~1 escrito|contado|avisado
            {others} ~1 calcula|preve|dice|escribe|busca|espera|encontro
            adjunto|adjunta|adjuntamos
            """,
            unless: "no ~1 ha|han"),
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
