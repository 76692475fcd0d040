/// What is promised, and until when, in Spanish.
extension PhraseBook {
    static let spanishPromises: [PhraseTable] =
        [
            promise(
                .refund,
                "reembolsare|reembolsaremos|devolveremos|devolvere|abonaremos|abonare|pagaremos|pagare|compensaremos|compensare|indemnizaremos",
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
                now: "digo|escribo|llamo|aviso|avisamos|respondo|informo|respondemos|contestamos",
                base: "escribir*|llamar*|responder*|contestar*|informar*|avisar*"),
            promise(
                .check,
                "comprobare|comprobaremos|preguntare|preguntaremos|buscare|buscaremos|revisare|revisaremos|investigare|investigaremos|mirare|miraremos|averiguare|averiguaremos",
                now: "compruebo|comprobamos|averiguo|averiguamos",
                base: "insistir*|comprobar*|preguntar*|buscar*|revisar*|investigar*|averiguar*"),
            promise(
                .action,
                "reparare|repararemos|corregire|corregiremos|anulare|anularemos|cancelare|cancelaremos|pedire|pediremos|solucionare|solucionaremos|resolveremos|resolvere|arreglare|arreglaremos",
                now: "anulo|cancelo",
                base: "reparar*|corregir*|anular*|cancelar*|pedir*|solucionar*|resolver*|arreglar*"),
            plan(.refund, "reembolsamos|devolvemos"), plan(.replacement, "cambiamos|reemplazamos|sustituimos"),
            plan(.delivery, "enviamos|mandamos|entregamos"), plan(.contact, "llamamos|escribimos|avisamos|respondemos"),
            plan(.action, "reparamos|arreglamos"),
            PhraseTable(
                .promise(.action), "nos|me ocuparemos|ocupare|encargaremos|encargare|encargo|encargamos|ocupo|ocupamos"),
            PhraseTable(
                .promise(.contact),
                "nos|me pondremos|pondre ~2 en contacto\ntendra ~3 noticias|respuesta\nle mantendre|mantendremos ~1 informad*|al\ncompanero|companera|tecnico|equipo|agente|alguien|asesor|responsable|especialista ~3 llamara|contactara|escribira|respondera|pondra\nespecialistas|expertos|tecnicos|companeros|equipo ~2 van|va|llamaran|contactaran ~1 a? ~1 llamar|contactar|llamar*|contactar*\nrecibira ~3 llamada|respuesta|noticias|contestacion"
            ),
            PhraseTable(
                .promise(.delivery),
                """
                recibira
                va a recibir
                le llegara
                paquete|pedido|recambio|sustituto|plato|repuesto|reemplazo|nuevo|articulo|envio ~1 llegara|saldra|sera
                """,
                unless: "no recibira\nrecibira ~4 encuesta|correo"),
            PhraseTable(
                .promise(.refund),
                """
                dinero|reembolso|importe ~1 sera|llegara|estara
                recibira ~4 reembolso|dinero|importe
                """),
            PhraseTable(
                .grant(.refund),
                "podemos|puedo ~1 ofrecer*|dar*|devolver*|reembolsar*|abonar*|pagar* ~4 #money\nle ~1 reembolso|devuelvo|devolvemos|pago|pagamos|ingreso|ingresamos|abono|abonamos|perdono|perdonamos ~5 #money\nhe|hemos ~1 reembolsado|devuelto|abonado|compensado\nofrezco|ofrecemos ~4 reembolso|compensacion|indemnizacion"
            ),
            PhraseTable(
                .grant(.credit),
                """
                ofrezco|ofrecemos|regalo|regalamos|doy|damos|concedemos|anadido ~5 vale|cupon|bono|saldo|cheque
                le? ~1 he|hemos ~1 regalado|concedido|anadido|dado
                recibira|recibir ~1 #num #num? #money
                aceptar|acepte ~4 vale|cupon|bono|saldo
                """),
            PhraseTable(
                .grant(.discount),
                """
                ofrezco|ofrecemos|hago|hacemos|doy|damos|concedemos ~6 descuento|rebaja
                tiene ~6 descuento
                le ~1 hago|hacemos|aplico|aplicamos ~6 descuento|rebaja|#percent
                """),
            PhraseTable(.continuation, "^ lo|la|esto|eso|le|usted\n^ llegara|estara|sera|saldra"),
            PhraseTable(
                .condition,
                """
                si|cuando ~1 usted|nos|me|lo|el|la|su|no|quiere|prefiere|desea
                en cuanto|cuando ~1 usted|nos|lo|la|reciba*|llegue|tenga*
                una vez ~2 recib*|lleg*|usted|nos
                tan pronto ~1 como ~1 usted|nos|lo|la|reciba*
                responda|escriba|envienos|diganos|indiquenos|mandenos|llame|llamenos ~~8 y ~1 lo|la|se|le
                """),
            PhraseTable(.consequence, "^ asi|entonces"),
            PhraseTable(
                .request,
                """
                envienos|enviennos|envieme|mandenos|diganos|digame|indiquenos|facilitenos|confirmenos|denos
                necesito|necesitamos su|sus
                """),
            PhraseTable(
                .due,
                """
                en|dentro|antes ~4 #num ~1 dia|dias|hora|horas|semana|semanas|minutos|mes|meses|h
                en|dentro|antes ~3 #time
                en|dentro ~1 media hora
                en|dentro ~1 la proxima hora|semana
                entre las|la? #num h|horas? y las|la? #num !dia|dias|hora|semana|semanas|minutos|mes|meses|euros|#money|#percent h|horas? de|por? la? manana|tarde|noche?
                de las? #num h|horas? a las? #num h|horas
                entre ~1 #weekday y ~1 #weekday
                a|antes|hasta|sobre|para ~2 las|la #num !dia|dias|hora|semana|semanas|minutos|mes|meses|euros|#money|#percent h|horas? de|por? la? manana|tarde|noche?
                a|antes|hasta|sobre|para ~2 las|la #num y|menos media|cuarto|#num de|por? la? manana|tarde|noche?
                en|dentro ~4 #num dias? laborables|habiles|naturales
                en|dentro ~3 #num ~2 #num dias|horas|semanas
                antes|hasta|el|este|del|para ~4 #weekday
                antes|hasta|el|este|del|para ~4 #weekday ~2 manana|tarde|noche|mediodia
                antes|hasta|el|este|del|para ~4 #weekday que viene
                antes|hasta|el|este|del|para ~4 #weekday ~2 semana que viene
                antes|hasta|el|este|del|para ~4 #weekday ~2 proxima semana
                #weekday ~2 manana|tarde|noche|mediodia
                #weekday que viene
                #num de? #month
                antes|hasta|el|para|del ~2 #num de? #month
                #date
                antes|a ~2 #time
                antes|a|al|hasta ~2 mediodia|medianoche
                antes|hasta|para ~1 pasado? manana
                antes|hasta|para ~1 manana ~3 mediodia|tarde|noche|manana
                manana ~3 mediodia|tarde|noche|manana
                manana
                pasado manana
                por|durante|en la manana|tarde|noche
                a media manana|tarde
                a primera|ultima hora
                a lo largo ~2 dia|semana|manana|tarde|mes
                al|a final|finales|fin ~2 dia|semana|manana|tarde|mes|#month
                antes|hasta|para ~2 fin|final|finales ~2 dia|semana|mes|manana|tarde|#month
                antes de que ~1 acabe|termine|finalice ~1 dia|semana|mes
                al|antes|hasta ~1 cierre
                en el|durante curso|transcurso|el|la ~2 dia|semana
                principios|comienzos|inicios|mediados de ~1 semana
                principios|comienzos|inicios|mediados de ~1 semana que|proxima viene?
                al? dia siguiente
                siguiente|proximo dia habil|laborable?
                este|el|proximo fin de semana
                hoy
                esta misma? manana|tarde|noche|semana
                este mes
                cada|todos ~1 dia|dias
                antes|para|hasta? de? la? semana que|proxima viene?
                antes|para|hasta? de? la? proxima semana
                mes que viene
                proximo mes
                de inmediato
                inmediatamente
                ahora
                ese|mismo|el dia
                ese mismo
                """,
                unless: "hasta hoy"),
        ]

    /// The present tense, for what is still to come: "enviamos su plato antes del viernes".
    private static func plan(_ kind: PromiseKind, _ now: String) -> PhraseTable {
        PhraseTable(
            .plan(kind), now,
            unless: "no|nunca|siempre|si|cuando|como|que|o ~1 \(now)\n\(now) siempre|normalmente")
    }

    private static func promise(_ kind: PromiseKind, _ later: String, now: String, base: String) -> PhraseTable {
        PhraseTable(
            .promise(kind),
            """
            \(later)
            le|les|lo|la \(now)
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
                o ~1 le|les|lo|la|se ~1 \(later)
                """)
    }
}
