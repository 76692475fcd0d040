/// How a customer is spoken to, in Spanish.
extension PhraseBook {
    static let spanishManners: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice: "Mantenga la calma y póngase del lado del cliente: responda al asunto y diga qué pasa después.",
            """
            como ~3 ya ~3 dije|dijimos|expliqu*|indic*|mencion*|dicho|explicado|inform*|coment*|repet*|senal*
            ya le ~2 dije|dijimos|expliqu*|indic*|inform*|coment*|repet*|conteste|contestamos|respondi|respondimos
            ya le ~1 he|hemos ~2 dicho|explicado|indicado|informado|comentado|repetido|contestado|respondido|avisado
            ya se lo|la ~3 dije|he|hemos|dijimos|explique|explicamos|indicamos
            se lo ~1 he|hemos ~2 dicho|explicado|repetido ~4 veces|ya
            cuantas veces
            no ~1 me ~1 gusta su
            seguro ~1 de ~1 que ~1 lo? ~1 ha ~1 realmente
            que le hace ~1 pensar|creer
            no ~1 esta|es|sea ~1 siendo? ~1 razonable|justo|justa|sincero|sincera|honesto|serio
            esta ~1 mintiendo|exagerando|inventando
            usted es ~2 {badtrait}
            y ~1 usted? ~1 lo sabe $
            con que derecho
            todo lo|cuanto que? ~1 quiera|desee
            seguira siendo no
            respuesta es|sera|sigue ~2 no
            siempre es|son|esta ~1 usted|asi ~1 tan
            siempre ~2 tan dificil|pesado|pesada|exigente|grosero
            los dos|ambos sabemos
            no me|nos ~1 hable|grite|falte
            le repito|repetimos
            se lo repito|repetimos
            por ultima|enesima|tercera vez
            ultimo aviso
            calmese|relajese
            tranquilicese
            su tono
            con|en|ese|este ~1 ese|este tono
            cuide|modere|vigile|mida|controle|baje su|sus|el|las ~1 tono|palabras|lenguaje|modales|formas
            cuide su|sus
            modere su
            sus ~1 amenazas|insultos|groserias|faltas|impertinencias|exigencias|lloriqueos|quejas|mentiras|caprichos
            su ~1 actitud|comportamiento|agresividad|mala|arrogancia|numerito|rabieta|pataleta
            amenazar|amenazarnos|amenazas|insultar|insultarnos|gritar|gritarnos ~3 no ~2 sirve|servira|llevara|conseguira|asusta*
            con todo ~1 respeto
            ^ que ~1 esperaba|espera|pretende|queria ~2 usted|que|creia|cree|cree|exactamente ~2
            ^ que esperaba|esperaban
            de verdad|veras|acaso|realmente|seriamente ~1 espera|cree|piensa|pretende|quiere
            espera|cree|piensa|pretende ~1 usted? ~1 de|realmente|seriamente|en ~1 verdad|serio|que
            lo dice en serio
            esta|habla usted|de ~1 de? ~1 bromeando|broma|serio
            que|cual ~3 no ~1 entiende|comprende|entiendes
            que parte
            cual es su problema
            es obvio|evidente|claro que ~1 usted|no ~1 ha|se
            obviamente|evidentemente|claramente|aparentemente|por lo visto usted|no|se|ha
            usted ~1 obviamente|evidentemente|claramente|aparentemente
            acaso ~1 no|ha|usted|cree|sabe
            tan dificil|complicado ~1 es
            es tan dificil|complicado
            no es tan dificil|complicado
            hasta un nino
            enhorabuena|felicidades|felicitaciones por ~5 error|queja|paciencia|descubrimiento|reclamacion
            enhorabuena|felicidades|felicitaciones , ~1 ha|es|usted|por
            bravo
            vaya ~1 sorpresa|novedad|hombre
            que sorpresa
            oh , ~2 lo|que|cuanto|pobre
            su ~1 majestad|excelencia|alteza
            todo el mundo|cualquiera sabe|entiende
            cualquiera ~1 sabe|entiende|puede ver
            sentido comun
            es ~2 ridiculo|ridicula|absurdo|absurda|inadmisible|falso|falsa|mentira|disparate
            ridicul*
            absurd*
            falso|falsa|mentira|incierto|inventado $
            es ~2 sencillamente|simplemente|totalmente|completamente|rotundamente ~1 falso|falsa|mentira|ridiculo|absurdo|imposible
            eso|esto no es ~1 verdad|cierto|asi
            no es ~1 verdad|cierto
            infundad*
            injustificad*
            sin fundamento
            tonterias|estupideces|disparates|paparruchas|chorradas|sandeces
            usted ~1 miente|exagera|inventa|desvaria
            miente
            se lo ~1 esta? ~1 inventa*
            inventando
            usted ~1 afirma|pretende|alega|asegura ~1 que|haber|no
            sus ~1 acusaciones|afirmaciones|pretensiones|alegaciones
            su ~1 reclamacion|queja|version|historia|relato|afirmacion|peticion ~2 es|no|carece ~3 falsa|falso|ridicul*|infundad*|absurd*|creible|fundamento|inventad*|exagerad*
            su ~1 supuest*
            supuesto|supuesta|supuestos|supuestas|presunto ~1 defecto|dano|averia|problema|fallo
            deje|dejen ~1 de ~2 escribir|llamar|quejar*|insistir|gritar|insultar|amenazar|molestar|hacer|decir
            deje de
            nos negamos
            me niego
            rechazamos|rechazo su|sus|esas|estas
            dudo|dudamos ~1 que|de|mucho
            cuesta|dificil ~1 de? ~1 creer*
            no ~1 toleraremos|tolerare|toleramos|tolero|discutire|discutiremos|consentire|consentiremos|permitire|aceptare|aceptaremos ~4
            no ~1 vamos|voy|pienso|pensamos a? ~1 discutir|tolerar|repetir*|permitir|consentir|seguir|perder|debatir|aguantar|justificar*
            no le creemos|creo
            no me ~1 creo ~1 que|su|nada|una
            no nos ~1 asusta*|impresiona*|intimida*
            acciones|medidas legales|judiciales
            demanda judicial
            nuestro abogado
            nuestros|nuestro ~1 abogados|departamento ~1 legal|juridico
            nos veremos|vemos en ~2 juzgado|tribunales|juicio
            denuncie|demande|demandenos|denuncienos|quejese ~1 si|lo|cuanto|donde ~2
            o|si ~3 cerrare|cerraremos|cerramos|bloqueare|bloquearemos|colgare ~4
            cerrare|cerraremos|bloqueare|bloquearemos|colgare|colgaremos ~3 caso|cuenta|conversacion|chat|ticket|llamada
            doy|damos por ~1 terminada|finalizada|zanjada
            lea ~4 bien|atentamente|detenidamente|despacio
            lea ~6 antes de quejar*|escribir*|comprar|reclamar|preguntar|pedir|llamar
            aprenda a
            si supiera leer
            perder|pierda|malgaste|hace ~2 el|nuestro|mi|nos ~1 tiempo
            perder ~1 el ~1 tiempo
            demuestrelo|pruebelo
            por fin ~2 usted|se|ha
            ya ~1 era hora
            haga ~2 lo|como que? ~1 quiera|guste|le
            si no le ~1 gusta|conviene|parece
            a|en ningun|ninguna ~1 lado|sitio|parte
            no ~1 vamos|llegaremos|iremos ~1 a|muy ~2 ningun|ninguna|lejos
            no le ~1 llevara|servira|conducira ~2 ningun|ninguna|nada
            mala fe
            cuento|cuentos chino|chinos
            no me|nos venga|cuente|tome
            es usted ~1 un|una|muy ~2 maleducad*|grosero|grosera|insoportable|irracional|agresiv*|pesad*|impaciente|infantil
            usted es|esta|esta|siendo ~2 maleducad*|grosero|grosera|insoportable|irracional|agresiv*|pesad*|impaciente|infantil|injust*|histeric*|poco
            """,
            unless: """
                ya le he|hemos ~2 enviado|reembolsado|abonado
                no ~3 injustificad*|infundad*
                lea ~6 antes ~2 de ~1 usar*|utilizar*|instalar*|firmar*|primer
                en|de|del ~1 ningun|ninguna ~1 caso
                no es cierto|verdad que ~1 no ~2 podamos
                """),
        PhraseTable(
            .dismissive,
            advice:
                "Tome el asunto tan en serio como el cliente: «Gracias por contárnoslo. Veo cuánto le ha estropeado la cena».",
            """
            no es ~1 nuestro|mi|asunto ~1 problema|asunto|nuestro
            es|eso ~1 su|asunto problema|asunto|suyo
            usted es ~2 unico|unica|primero|primera
            es usted ~1 el? ~1 unico|unica|primero|primera
            nadie ~1 mas ~2 se|ha|tiene ~2 quejado|queja|problema|problemas|dicho|reclamado|notado
            ningun otro|cliente ~1 cliente|se|ha
            nadie ~1 se ~1 ha? ~1 quejado|queja|quejo|nota|dado
            nadie ~1 lo? ~1 nota|notara|vera|ve|murio|muere
            nunca ~2 hemos|ha|habia|nadie ~3 quejado|queja|quejas|problema|problemas
            demas|otros|todos ~2 clientes|usuarios|resto ~2 no|estan|nos|se|lo|les ~3 pasa|queja*|contentos|satisfechos|problema*|encantados|dicho
            no es para tanto
            tampoco ~3 para tanto|grave|fin
            para tanto
            tampoco ~1 es|son|pasa|sera ~2 para|tan|nada|un
            no es ~2 tan|muy|nada grave|importante|urgente|malo|dramatico|terrible
            no es ~2 nada ~1 $
            no es el ~1 fin
            fin del mundo
            no ~1 es ~1 una|ninguna|un ningun? ~1 tragedia|drama|catastrofe|desastre
            no pasa nada
            no ha muerto nadie
            solo ~1 es|son|eran|fue|se ~2 un|una|unos|unas|dos|tres|trata|#num ~2 plato|taza|rasguno|sarten|detalle|vaso|tabla|aranazo|euros|dias|horas|mancha|juguete|tonteria|retraso|minutos
            es|son|era ~1 solo|solamente|simplemente|nada ~2 un|una|unos|unas|#num ~2 plato|taza|rasguno|sarten|detalle|vaso|tabla|aranazo|euros|dias|horas|mancha|juguete|tonteria|retraso|pequeno|pequena|minutos
            un simple|pequeno|minimo ~1 rasguno|detalle|retraso|aranazo|fallo|golpe ~2 de|no|nada
            por un simple|pequeno
            es lo que hay
            asi ~1 son|es|funcionan|funciona ~2 las|la|esto|el ~1 cosas|vida|negocio
            asi es ~1 $
            no sea|seas ~1 tan
            es|son solo un|una|unos|unas !momento|minuto|recordatorio|ejemplo|copia|borrador|prueba|sugerencia
            no es ~2 problema|asunto ~1 nuestro|mio
            demas|otros ~1 clientes|huespedes|usuarios|pasajeros ~1 les|estan|no|si|han ~3 gusto|gusta|contentos|satisfechos|encanto|problemas|entendido|esperado|quejan
            no es ~1 tan grave|malo|urgente|importante como
            tenemos ~2 otros clientes
            mas ~1 paciencia
            es ~1 lo? ~1 normal $
            hay cosas ~1 peores
            no ~1 entiendo|entendemos|comprendo|veo por ~1 que ~2 se|tanto|esta|le
            pendiente|pendientes de cada
            forma parte
            son cosas que ~1 pasan
            estas|esas cosas ~1 pasan|ocurren|suceden
            que le ~1 vamos|voy ~1 a ~1 hacer
            a cualquiera ~1 le ~1 pasa|puede
            esas|estas? cosas|errores ~1 pasan
            le? puede pasar a
            tendra|tiene|debera|va ~1 que|a ~1 tener? ~1 que? ~1 esperar|aguantar*|conformarse|acostumbrarse|aceptarlo|resignarse|aguantarse|fastidiarse
            toca esperar|aguantar*|fastidiarse
            tenga|ten|tengan ~2 paciencia
            un poco de paciencia
            hay que ~1 tener|ser ~1 paciencia|paciente
            las normas|reglas ~1 son|estan ~1 las|para
            norma|politica|reglamento es ~1 es? ~1 la|el
            es nuestra politica ~1 $
            tenemos|tengo ~3 mas|mejores|cosas ~1 importante*|urgente*|cosas|graves
            cosas|asuntos|casos|clientes mas ~1 importantes|urgentes|graves
            no ~1 tenemos|tengo tiempo
            recibimos|tenemos ~2 miles|cientos|muchos|muchas ~2 clientes|quejas|correos|mensajes|reclamaciones
            busquelo|mirelo|busque|mire|averiguelo|consultelo ~1 usted|en ~1 mismo|misma|internet|google
            busquelo
            buscalo
            mirelo usted
            apanese|arreglese|espabile
            no es ~1 mi|nuestro departamento|trabajo|cometido $
            no me|nos corresponde|compete|incumbe
            deberia ~1 estar|sentirse|darnos|dar ~1 contento|contenta|agradecido|agradecida|gracias|satisfecho
            dese|date ~1 por con
            de gracias
            agradezca
            como ~2 indica|dice|pone|consta ~2 en|la? ~1 la? ~1 web|pagina|condiciones
            no veo|vemos ~3 problema|motivo|razon|gravedad|por|donde
            no hay|tiene ~2 motivo|razon|por ~1 para|que ~3 enfad*|quej*|preocup*|alarm*|ponerse|exagerar|alterar*|dramatizar
            no ~1 se ponga ~1 asi|nervioso|nerviosa|dramatico|histerico
            no ~1 se altere|exagere|dramatice|preocupe ~1 tanto
            no exagere|dramatice|exageremos
            exagera*
            dramatiza*
            esta|estas ~1 exagerando|dramatizando
            hacer|haga|hace ~1 un? ~1 drama|mundo|escandalo|montana|numero
            ahogando en un vaso
            es ~1 usted ~2 sensible|exigente|quisquilloso|quisquillosa|delicado|picajoso
            al menos ~1 le|lo|la|usted|ha|funciona|llego|tiene
            podria|pudo ~1 haber|ser ~1 sido? ~1 peor
            hay cosas peores
            por ese|este|el precio ~2 no|que ~3 esperar|pedir|esperaba|quejarse
            que ~1 mas? ~1 espera|esperaba|quiere por
            apenas|casi|ni ~1 no? ~1 se ~1 nota|ve|aprecia
            no se ~1 nota|ve ~1 casi|apenas|nada
            no ~1 merece|vale ~2 pena ~2 quejarse|discutir|enfadarse|hablar
            no ~1 nos ~1 interesa|importa|preocupa
            da igual
            y que ~1 $
            olvidelo
            acostumbrese|resignese|conformese|aguantese
            """,
            unless: """
                no es ~1 usted ~1 el? ~1 unico|unica|primero|primera
                usted no es ~2 unico|unica|primero|primera
                no ~1 tendra|tiene que esperar
                no ~1 exagera*
                si|cuando no pasa nada
                ^ no pasa nada ,
                no solo ~1 es|son|un|una
                nadie ~1 mas ~1 tiene|puede|podra|vera ~1 acceso|verlo
                al menos ~1 #num
                deberia ~1 estar|dar ~1 listo
                """),
    ]
}
