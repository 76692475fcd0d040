extension PhraseBook {
    static let spanish = PhraseBook(
        classes: [
            "others":
                "transportista|mensajero|repartidor|cartero|proveedor|fabricante|correos|dhl|ups|seur|banco|companero|companera|compania|almacen|departamento|equipo|sistema|anterior",
            "feelings": "molest*|disgust*|frustr*|decepcion*|preocup*|enfad*|incomod*|dificil|desagradable|enojo*",
            "done":
                "leido|entendido|rellenado|introducido|usado|elegido|indicado|escrito|manipulado|lavado|utilizado|seleccionado",
        ], spanishConduct + spanishHonesty + spanishSigns + spanishPromises)

    private static let spanishConduct: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Diga qué ha pasado y qué hace ahora, sin señalar al cliente: «El pedido salió hacia la primera dirección; la "
                + "cambio ahora mismo».",
            """
            usted|ustedes? deberia|deberias|tendria|tenia haber|que ~3 leido|haber|mirado|comprobado|seguido|avisado|preguntado|indicado|revisado|esperado
            deberia|deberias|deberian haber ~2 leido|mirado|comprobado|seguido|avisado|preguntado|indicado|revisado|esperado|informado|tenido
            debio|debiste ~1 haber|leer|mirar|comprobar|avisar|indicar|revisar
            usted ha|no ~2 olvidado|descuidado|omitido|roto|estropeado|danado|causado|provocado
            se olvido|equivoco de|al|usted
            se ha|han equivocado
            usted se equivoca|equivoco
            esta|estas equivocado|equivocada
            ha|has {done} mal
            ha|has ~1 mal {done}
            {done} mal ~2 direccion|codigo|formulario|instrucciones|numero
            usted no ~2 leyo|siguio|comprobo|indico|aviso|pago|facilito|entendio|leido|seguido
            no ha|has ~1 leido|seguido|comprobado|indicado|avisado|pagado|entendido|facilitado
            su ~1 culpa|error|descuido|negligencia|fallo|despiste|torpeza|equivocacion
            culpa suya|tuya
            por su culpa|descuido
            la culpa es
            usted es ~2 responsable|culpable
            porque usted|no ha|leyo ~3
            si usted? hubiera|hubiese|hubieras
            la proxima vez ~5 lea|compruebe|revise|mire|fijese|asegurese
            mal uso
            uso indebido
            """,
            unless: """
                no ~3 culpa|error|responsable|descuido|fallo|equivocado|equivocacion
                no ha ~3 culpa|error
                si|cuando ~2 olvidado|roto|danado
                si se ha equivocado
                no debio|deberia haber ~2 tenido
                que no ha|han recibido
                """),
        PhraseTable(
            .blameOther,
            advice:
                "El cliente nos ha escrito a nosotros, así que nos toca arreglarlo: «El paquete se perdió por el camino; hoy "
                + "envío otro».",
            """
            culpa|error|fallo|negligencia del|de ~3 {others}
            {others} ~1 ha|han|lo|la ~2 perdido|roto|estropeado|olvidado|perdio|rompio|fallado|danado
            {others} perdio|rompio|olvido|fallo|estropeo
            {others} deberia haber
            {others} ~1 es ~1 un|muy|culpable|responsable|incompetente
            no es ~2 culpa|responsabilidad|error ~1 nuestra|nuestro|mia
            no es nuestra|mi culpa|responsabilidad
            no somos|soy responsables|responsable
            no depende de nosotros|mi
            ajeno|ajena a nosotros
            reclame ~2 al|a ~2 {others}
            dirijase ~1 al|a ~2 {others}
            """),
        PhraseTable(
            .confrontation,
            advice: "Mantenga la calma y póngase del lado del cliente: responda al asunto y diga qué pasa después.",
            """
            como ~3 ya ~3 dije|dijimos|expliqu*|indic*|mencion*|dicho|explicado|inform*|coment*
            ya le ~1 dije|dijimos|expliqu*|he|hemos|indic*|inform* ~1
            ya se lo ~1 dije|he|hemos|dijimos
            cuantas veces
            calmese
            tranquilicese
            su tono
            cuide su|sus
            modere su
            con todo ~1 respeto
            que esperaba
            es obvio que usted
            obviamente usted|no
            evidentemente usted
            acaso no|ha|usted
            tan dificil es
            es tan dificil
            enhorabuena por ~3 error|queja
            felicidades por ~3 error|queja
            todo el mundo sabe
            cualquiera sabe|entiende
            es ~1 ridiculo|absurdo|inadmisible
            ridiculo
            tonterias
            usted miente|exagera
            miente
            usted ~1 afirma|pretende|alega
            su supuest*
            deje de
            nos negamos
            me niego
            rechazamos su|sus
            no toleraremos|tolerare|toleramos
            no le creemos|creo
            acciones legales
            nuestro abogado
            nuestros abogados
            lea ~3 bien|atentamente|antes|detenidamente
            perder el|nuestro tiempo
            demuestrelo
            por fin ~2 usted
            """),
        PhraseTable(
            .dismissive,
            advice:
                "Tome el asunto tan en serio como el cliente: «Gracias por contárnoslo. Veo cuánto le ha estropeado la cena».",
            """
            no es ~1 nuestro|mi problema|asunto
            es ~1 su problema
            usted es ~2 unico|unica|primero|primera
            es usted ~1 unico|unica|primero|primera
            nadie mas
            ningun otro cliente
            nadie se ~1 quejado|queja
            no es para tanto
            no es ~1 tan grave|importante
            no pasa nada
            solo es un|una ~1 plato|taza|rasguno|sarten|detalle|vaso|tabla|aranazo
            es solo un|una ~1 plato|taza|rasguno|sarten|detalle|vaso|tabla|aranazo
            es lo que hay
            asi son las cosas
            son cosas que pasan
            tendra que esperar|aguantar|conformarse|acostumbrarse|aceptarlo
            tenga ~2 paciencia
            un poco de paciencia
            las normas son
            es nuestra politica
            tenemos ~2 mas importante*
            cosas mas importantes
            otros clientes
            busquelo
            buscalo
            mirelo usted
            no es mi departamento
            no me corresponde
            deberia estar contento|contenta|agradecido|agradecida
            como ~2 indica ~2 web
            no veo ~2 problema
            no hay motivo ~2 enfad*|quej*|preocup*|alarm*
            """),
    ]

    private static let spanishHonesty: [PhraseTable] = [
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

    private static let spanishSigns: [PhraseTable] = [
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

    private static let spanishPromises: [PhraseTable] =
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
