/// What is promised, and until when, in Spanish.
extension PhraseBook {
    static let spanishPromises: [PhraseTable] =
        [
            promise(
                .refund, "reembolsare|reembolsaremos|devolveremos|devolvere|abonaremos|abonare",
                now: "reembolso|reembolsamos|devuelvo|devolvemos", base: "reembolsar*|devolver*|abonar*"),
            promise(
                .replacement, "cambiare|cambiaremos|reemplazare|reemplazaremos|sustituire|sustituiremos",
                now: "cambiamos",
                base: "cambiar*|reemplazar*|sustituir*"),
            promise(
                .delivery, "enviare|enviaremos|mandare|mandaremos|entregaremos|entregare",
                now: "envio|enviamos|mando|mandamos", base: "enviar*|mandar*|entregar*"),
            promise(
                .contact,
                "escribire|escribiremos|llamare|llamaremos|respondere|responderemos|contestare|contestaremos|informare|informaremos|avisare|avisaremos|contactare|contactaremos|dire|diremos|comunicaremos",
                now: "escribo|llamo|aviso|avisamos|respondo|informo|respondemos|contestamos",
                base: "escribir*|llamar*|responder*|contestar*|informar*|avisar*"),
            promise(
                .check,
                "comprobare|comprobaremos|preguntare|preguntaremos|buscare|buscaremos|revisare|revisaremos|investigare|investigaremos|mirare|miraremos|averiguare|averiguaremos",
                now: "compruebo|comprobamos|averiguo|averiguamos",
                base: "comprobar*|preguntar*|buscar*|revisar*|investigar*|averiguar*"),
            promise(
                .action,
                "reparare|repararemos|corregire|corregiremos|anulare|anularemos|cancelare|cancelaremos|pedire|pediremos|solucionare|solucionaremos|resolveremos|resolvere|arreglare|arreglaremos",
                now: "anulo|anulamos|cancelo|cancelamos|corrijo|corregimos",
                base: "reparar*|corregir*|anular*|cancelar*|pedir*|solucionar*|resolver*|arreglar*"),
            PhraseTable(.promise(.action), "nos|me ocuparemos|ocupare|encargaremos|encargare"),
            PhraseTable(.promise(.contact), "nos|me pondremos|pondre en contacto\ntendra ~3 noticias|respuesta"),
            PhraseTable(
                .promise(.delivery),
                """
                recibira
                va a recibir
                le llegara
                paquete|pedido|recambio|sustituto|plato llegara|saldra|sera
                """,
                unless: "no recibira\nrecibira ~4 encuesta|correo"),
            PhraseTable(
                .promise(.refund),
                """
                dinero|reembolso|importe ~1 sera|llegara|estara
                recibira ~4 reembolso|dinero|importe
                """),
            PhraseTable(.grant(.refund), "he|hemos ~1 reembolsado|devuelto|abonado\nofrezco|ofrecemos ~4 reembolso"),
            PhraseTable(
                .grant(.credit),
                """
                ofrezco|ofrecemos|regalo|regalamos|doy|damos|concedemos|anadido ~5 vale|cupon|bono|saldo|cheque
                aceptar|acepte ~4 vale|cupon|bono|saldo
                """),
            PhraseTable(
                .grant(.discount),
                """
                ofrezco|ofrecemos|hago|hacemos|doy|damos|concedemos ~6 descuento|rebaja
                tiene ~6 descuento
                """),
            PhraseTable(.continuation, "^ lo|la|esto|eso|le|usted\n^ llegara|estara|sera|saldra"),
            PhraseTable(
                .due,
                """
                en|dentro ~4 #num dia|dias|hora|horas|semana|semanas|minutos|mes|meses
                en|dentro ~4 #num dias? laborables|habiles|naturales
                en|dentro ~3 #num ~2 #num dias|horas|semanas
                antes|hasta|el|este|del|para ~4 #weekday
                #weekday por|que
                #num de? #month
                #date
                antes|a ~2 #time
                antes ~2 mediodia|medianoche|manana
                manana ~3 mediodia|tarde
                manana
                hoy
                esta manana|tarde|noche|semana
                cada|todos ~1 dia|dias
                semana que|proxima
                proxima semana
                de inmediato
                inmediatamente
                ahora mismo
                """,
                unless: "por la manana ~1 $\nhasta hoy"),
        ]

    private static func promise(_ kind: PromiseKind, _ later: String, now: String, base: String) -> PhraseTable {
        PhraseTable(
            .promise(kind),
            """
            \(later)
            le|les|lo|la|se \(now)
            y \(now) ~1 hoy|manana|el|antes|en
            voy|vamos a ~2 \(base)
            voy|vamos a ~~6 y ~2 \(base)
            """,
            unless: """
                no ~2 \(later)
                nunca ~2 \(later)
                no le|les|lo|la|se \(now)
                le escribo para|porque
                si le|les|lo|la|se \(now)
                """)
    }
}
