/// Who is made out to be at fault, in Spanish.
extension PhraseBook {
    static let spanishBlame: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Diga qué ha pasado y qué hace ahora, sin señalar al cliente: «El pedido salió hacia la primera dirección; la "
                + "cambio ahora mismo».",
            """
            usted|ustedes? deberia|deberias|tendria|tenia haber|que ~3 leido|haber|mirado|comprobado|seguido|avisado|preguntado|indicado|revisado|esperado
            deberia|deberias|deberian|podria|podrias ~1 haber|haberlo|haberla|haberse|haberme|habernos|haberle ~2 leido|mirado|comprobado|seguido|avisado|preguntado|indicado|revisado|esperado|informado|tenido|pensado|elegido|sabido|evitado|medido|llamado|escrito|dicho|comunicado|cancelado|guardado|fijado|prestado|solicitado|pagado
            debio|debiste|debia|tenia|tenias|tuvo ~1 que? ~1 haber|leer|mirar|comprobar|avisar|indicar|revisar|habernos|haberlo|informar|comunicar|seguir|fijarse|esperar|preguntar
            usted ha|no ~2 {slip}
            usted|ustedes ~1 olvido|omitio|descuido|rompio|estropeo|dano|causo|provoco|ignoro|confundio|incumplio|desatendio|quemo|rayo
            se le|les olvido ~1 !de nuestra
            olvido|omitio usted
            se olvido|equivoco|confundio de|al|usted|en|con
            se ha|han ~1 equivocado|confundido|olvidado|saltado
            ha|has|han ~1 {slip} ~1
            ha|han ~1 pedido|elegido|introducido|escrito|puesto|facilitado|indicado|dado|seleccionado|marcado|pulsado|enviado|rellenado|proporcionado|usado ~4 equivocad*|incorrect*|erroneo|erronea|erroneos|erroneas|mal|incomplet*|falso|falsos
            pidio|eligio|introdujo|escribio|puso|facilito|indico|dio|selecciono|marco|pulso|envio|relleno|proporciono|uso|anoto|apunto ~4 equivocad*|incorrect*|erroneo|erronea|erroneos|erroneas|incomplet*|falso
            puso|escribio|introdujo|relleno|anoto|apunto|indico|leyo|entendio|monto|conecto|instalo|midio|eligio|interpreto|facilito|manipulo|uso|utilizo mal
            usted se ~1 equivoca|equivoco|confundio|confunde|olvido
            esta|estas equivocado|equivocada|confundido|confundida
            ha|has|haya {done} mal
            ha|has|haya ~1 mal {done}
            {done} mal ~2 direccion|codigo|formulario|instrucciones|numero
            usted|ustedes ~1 no ~3 leyo|siguio|comprobo|indico|aviso|pago|facilito|entendio|leido|seguido|respondio|contesto|informo|confirmo|reviso|cumplio|presto|actualizo|comunico|presento|envio|hizo|cancelo|estuvo|estaba
            no ~1 nos ~1 ha|aviso|informo|indico|facilito|comunico|contesto|respondio|dijo ~1 {neglect}
            no nos ~1 aviso|informo|indico|facilito|comunico|contesto|respondio|dijo
            no ha|has|han ~1 {neglect}
            no leyo|siguio|comprobo|reviso|miro|cumplio|presto|respeto ~2 bien|las|los|el|la|nuestro*|atencion|con
            nunca ~1 nos? ~1 aviso|contesto|respondio|informo|leyo|dijo|confirmo
            su ~1 culpa|descuido|negligencia|despiste|torpeza|equivocacion|imprudencia|impaciencia|olvido|dejadez|ignorancia|mala
            su ~1 error|fallo !de|bancario
            error|fallo|culpa|problema|responsabilidad|descuido|cosa ~2 suyo|suya|tuya|tuyo
            error|fallo|uso|descuido|manipulacion|equivocacion|negligencia ~2 por|de su|vuestra parte
            por|de su|tu parte ~1 $
            culpa suya|tuya
            por su ~1 culpa|descuido|negligencia|error|despiste|imprudencia|falta
            la culpa es ~1 suya|de usted|tuya|del cliente
            la culpa es
            la culpa ~1 la tiene
            culpa de usted|ustedes
            usted ~1 es ~2 responsable|culpable
            usted ~2 mismo|misma ~2 lo|la|eligio|decidio|quiso|acepto|firmo|pidio|confirmo
            usted ~2 eligio|decidio|quiso|acepto|firmo|pidio|confirmo ~4 mismo|misma|sabiendo
            fue usted|suya|suyo ~2 quien|el|la|decision
            es ~1 su|responsabilidad responsabilidad|obligacion|deber|del ~1
            problema|error|fallo ~2 esta|es|viene|fue ~2 de|en ~1 su ~1 lado|parte|extremo|equipo $
            porque usted|no ~4 ha|leyo|aviso|indico|puso|introdujo|dio|siguio|comprobo|olvido|pago|escribio|facilito|se|hizo
            porque ~1 puso|introdujo|dio|escribio|olvido|eligio|marco|indico ~3 mal|equivocad*|incorrect*|erronea|erroneo
            debido|causa|culpa|consecuencia ~1 a|de ~1 su ~1 error|descuido|negligencia|falta|despiste|equivocacion|demora|retraso|mal|mala|uso|manipulacion
            si ~1 usted? ~1 nos|me|lo|la|se|no ~1 hubiera|hubiese|hubieras
            si usted? ~1 hubiera|hubiese|hubieras
            de haber ~1 leido|avisado|seguido|comprobado|mirado|pagado|preguntado
            la proxima vez ~6 lea|compruebe|revise|mire|fijese|asegurese|preste|tenga|avise|llame|piense|mida|siga|espere
            lea|compruebe|revise|mire|fijese|asegurese|preste ~6 proxima vez
            en adelante|futuro ~3 lea|compruebe|revise|mire|fijese|asegurese|preste|avise
            para ~1 otra|la proxima
            ponga|preste|tenga mas atencion|cuidado
            sea mas cuidadoso|atento|prudente|precavido
            mal uso
            evitado|evitar ~1 si
            porque usted ~2 abrio|modifico|lavo|desmonto|cambio|reparo|supero|quito|forzo
            usted ~2 nunca ~2 activo|aviso|confirmo|respondio|pago|leyo|envio
            porque usted ~5 tarde|mal|equivocad*|sin
            claro|evidente|obvio ~1 que ~2 no ~1 entendio|leyo|sabe|ha|entiende|miro|comprobo
            no entendio|leyo|comprendio ~1 la|el|las|los|bien|como|que
            actualizo|aviso|escribio|pago|pidio ~1 tarde|demasiado
            no ~1 podemos|puedo|podiamos ~1 adivinar|saber ~1 que|si|lo
            como ~2 ibamos|iba|vamos|podiamos a? ~1 saber|adivinar
            no es ~1 nuestra|tarea ~1 obligacion|tarea|trabajo ~1 adivinar|comprobar|recordar*
            viene|debe|deben|vienen ~1 de|a ~1 como|la ~1 forma|manera|lavo|uso
            quien|quienes no ~1 lee|sigue|leen|siguen|respeta|cuida
            simplemente marco|eligio|puso|pulso|escribio ~3 equivocad*
            marco|eligio|selecciono|pulso|pidio ~2 equivocad*|que no
            eso pasa|ocurre|sucede ~1 por|cuando no ~2 leer|seguir|se|lee
            uso indebido|incorrecto|inadecuado
            manipulacion|manejo|utilizacion indebida|incorrecta|incorrecto|inadecuada|erronea
            error del|de usuario|cliente|manipulacion
            usted se lo ~1 busco|ha
            por que no ~2 aviso|leyo|llamo|miro|lo|nos|ha|pregunto|espero
            se|haber dado cuenta antes
            demasiado tarde ~1 para|su
            aviso|contacto|escribio|reclamo ~2 demasiado|muy tarde
            """,
            unless: """
                no ~5 culpa|error|responsable|descuido|fallo|equivocado|equivocacion|suya|suyo
                no ha|han|he|hemos ~3 culpa|error
                si|cuando|caso|por|aunque ~3 olvidado|roto|danado|perdido|olvido
                si se|le ha|han|olvido|equivoco ~1 equivocado|olvidado
                si ~1 se le olvido
                no debio|deberia|debia haber ~2 tenido|ocurrido|pasado
                no tiene ~1 que
                si hubiera|hubiese ~1 algun|alguna|cualquier|mas
                que no ~2 ha|han ~1 recibido
                no ha|han ~1 recibido|llegado|sido|podido
                si|cuando ~1 usted? ~1 no ha|han|nos
                siento|lamento|lamentamos|sentimos|disculpe ~1 que ~10
                nos|me ha|han ~1 equivocado
                nos ~1 hemos
                paquete|pedido|producto|articulo|envio|sistema|equipo|banco ~1 se? ha ~1 perdido|roto|danado|estropeado
                se ha ~1 perdido|pasado|roto|danado|confundido ~1 el|la|su|en|con
                usted ~1 dice|escribe|comenta|indica|menciona|dijo|escribio ~1 que ~8
                ha|han pasado
                he|hemos|haya|hayamos ~4 {slip}
                ha hecho ~1 bien
                no ~1 hizo|hecho nada
                gracias|por ~1 haber ~2 avisado|escrito
                por|de su parte ~1 amable|gentil
                """),
        PhraseTable(
            .blameOther,
            advice:
                "El cliente nos ha escrito a nosotros, así que nos toca arreglarlo: «El paquete se perdió por el camino; hoy "
                + "envío otro».",
            """
            {faultnoun} ~1 del|de|por|en ~3 {others}
            {others} ~2 ha|han|lo|la ~3 perdido|roto|estropeado|olvidado|perdio|rompio|fallado|danado|equivocado|mentido|metido|cagado|extraviado|enganado|liado|confundido
            {others} ~2 se ~1 ha|han|vuelve|volvio ~2 equivocado|equivocar|confundido|olvidado|liado
            {others} ~2 se equivoco|equivocan|equivoca|equivocaron|confundio|olvido|lio
            {others} ~1 perdio|rompio|olvido|fallo|estropeo|extravio|mintio|dano|metio
            {others} ~2 vuelto a ~3 equivocar|fallar|perder|confundir|olvidar
            {others} ~2 deberia|debio|tendria|tenia ~1 haber|que|haberle
            {others} ~2 es|son|esta|estan|fue|era|anda|funciona ~2 un|una|muy|culpable*|responsable*|incompetente*|lento*|inutil*|desastre|nuevo|nueva|fatal|desbordado*|saturado*|mal|pesimo*|incapaz|incapaces|caos
            {others} ~3 siempre|nunca|otra|continuamente|constantemente ~4 equivoca*|tarde|retras*|falla*|pierde*|olvida*|mal|vez|hace|problema*|error*
            {others} ~1 no ~3 sabe|saben|hace|hacen|escucha|lee|entiende|quiere|quieren|anoto|paso|transmitio|hizo|supo|tiene|tenia ~2 lo|nada|caso|ni|que|como|su|bien|leer|idea
            {others} ~2 le|les ~1 dio|dijo|conto|informo|envio|prometio|mando|han|ha|explico ~5 mal|equivocad*|erronea|falsa|tonteria*|absurd*|mentira*|cualquier|incorrect*|debia|disparate*
            {others} ~6 como siempre|costumbre
            no sabia|sabe|saben|tenia|tiene ~2 lo|ni ~1 que|idea ~3
            ni idea ~1 de
            tipico ~1 de|del ~2 {others}
            {others} ~2 no ~1 lee|leen|escuchan|saben|revisan|hacen|miran
            no ~2 se ~1 le da bien
            {others} ~2 es|son|fue|fueron|esta|estan|era ~3 {badtrait}
            {others} ~2 nunca|no debio|deberia|tendria
            {others} ~4 vuelto|volvio a ~3
            error|culpa|fallo de #name
            que es nuevo|nueva
            es nuevo|nueva ~1 aqui|en $
            persona ~2 que ~4 antes
            alguien ~1 de|en|del ~2 le? ~1 prometio|olvido|metio|hizo|dijo
            hecho un desastre|lio
            desastre
            dormido|dormidos|dormida|durmiendo
            cosa|problema|asunto ~1 de|del ~2 {others} ~~2 no|nosotros
            es|fue|ha ~1 sido? ~1 cosa ~1 de|del ~2 {others}
            no es|fue|ha ~4 culpa|responsabilidad|error|fallo|problema|cosa ~1 nuestra|nuestro|mia|mio
            no es nuestra|mi culpa|responsabilidad
            no ~1 somos|soy ~1 los? ~1 responsables|responsable|culpables|culpable
            no ~1 tenemos|tengo ~2 nada|la|ninguna|culpa ~2 que|culpa|ver
            no ~1 tenemos|tengo ~2 culpa
            nada que ver ~3 $
            nada que ver con ~1 nosotros|eso|esto|ello
            no ~1 hemos|he hecho nada ~1 mal
            no depende|dependia ~1 de nosotros|mi
            ajeno|ajena|ajenos|ajenas a ~1 nosotros|nuestra|nuestro|mi
            fuera de nuestro|nuestras|nuestra ~1 control|manos|alcance
            escapa|escapan a|de ~1 nuestro|nuestras|nuestra|las
            reclame|reclamele|quejese|hable|dirijase|contacte|vaya ~2 al|a|con|del ~2 {others} ~~1 que|ellos|quien|es|son ~4 perdido|roto|culpable*|responsable*|son|es|perdio|han
            reclame|reclamele|quejese|quejarse ~2 al|a|con|del ~2 {others}
            dirijase ~1 al|a ~2 {others}
            ellos|el|ella los|el|la|quien|quienes ~1 que|han|ha|perdio|rompio
            son|es|fueron|fue ellos|el|ella ~1 los|el|la|quien|quienes
            """,
            unless: """
                si|cuando ~4 {others} ~2 ha ~1 perdido|danado
                error|fallo de nuestro|nuestra
                {others} ~2 no ~2 pudo|ha ~1 podido|encontro
                tiene ~2 culpa ~1 de nada
                usted? ~1 dice|escribe|comenta|indica|cuenta ~1 que ~10
                """),
    ]
}
