/// How a customer is spoken to, in Spanish.
extension PhraseBook {
    static let spanishConduct: [PhraseTable] = [
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
            ha|han pedido ~3 equivocad*|incorrect*|erroneo|erronea
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
            infundad*
            injustificad*
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
}
