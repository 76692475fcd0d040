/// What is not true or leads nowhere, in Spanish.
extension PhraseBook {
    static let spanishHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "Siempre se puede hacer algo: dígalo. «Ya no tengo el azul; puedo devolverle el dinero o enviarle el verde, lo "
                + "que prefiera».",
            """
            no ~1 podemos|puedo|podremos ~2 hacer ~1 nada|mas
            nada ~1 podemos|puedo hacer
            no ~2 podemos|puedo ~2 ayudar*
            no ~1 estamos|estoy en ~1 condiciones|posicion ~1 de ayudar*
            no hay ~1 nada ~4 hacer|podamos|pueda
            nada ~1 mas ~1 que ~1 hacer|podamos|pueda|anadir
            nada que hacer
            nada que podamos|pueda hacer
            nada ~2 hacer por usted
            no hay ~1 ninguna? ~1 solucion|alternativa|opcion|remedio|manera|forma|posibilidad
            no tiene ~1 solucion|remedio|arreglo
            caso|asunto|tema|expediente|reclamacion ~2 esta|queda|damos ~2 cerrado|cerrada|zanjado|archivado|concluido
            damos|doy por ~1 cerrado|cerrada|zanjado|concluido
            decision ~1 es|sera ~2 definitiva|firme|inapelable|irrevocable|final
            sin ~1 excepciones|excepcion
            no ~1 hay|hacemos|hago|podemos|puedo ~1 hacer? ~1 ninguna? ~1 excepciones|excepcion
            mala suerte
            no ~1 escriba|insista|llame ~2 mas
            no ~1 nos ~1 escriba|insista|llame ~1 mas
            no ~1 responderemos|contestaremos ~3 mas
            no es ~2 competencia|cosa|responsabilidad|asunto ~1 de? ~1 nuestra|nuestro|este|mi|mia
            no ~1 compete|corresponde ~1 a ~1 nuestro|nosotros|mi|este|nuestra
            no ~1 nos ~1 compete|corresponde|encargamos|ocupamos
            no ~1 me corresponde|compete|ocupo
            no ~1 somos|soy ~2 departamento|adecuado|competente*|indicados
            dirijase|acuda|busque ~1 a ~1 otro|otra ~1 sitio|parte|lado|empresa
            eso es todo ~1 lo ~1 que
            fin de la ~1 conversacion|discusion
            """,
            unless: "no tiene ~3 nada ~1 que\nno ~1 dude\nsin excepcion ~1 todos"),
        PhraseTable(
            .refusal,
            """
            no ~3 podemos|puedo|podremos|podre ~4 reembolsar*|devolver*|cambiar*|reemplazar*|anular*|cancelar*|modificar*|aceptar*|reparar*|enviar*|entregar*|ofrecer*|ampliar*|sustituir*|dar*|conceder*|abonar*|indemnizar*|compensar*|asumir*|tramitar*|hacer*|atender*|aprobar*|gestionar*|prorrogar*|rebajar*|pagar*|reabrir*|desbloquear*|procesar*|reubicar*|garantizar*
            no ~1 aceptamos|acepto|realizamos|hacemos|hago|enviamos|repartimos|entregamos|reembolsamos|devolvemos|cambiamos|reparamos|ofrecemos|vendemos|cubrimos|asumimos|damos|concedemos|admitimos|tramitamos|permitimos|servimos|disponemos|indemnizamos|abonamos|pagamos
            no ~1 es|sera|seria|resulta ~3 posible|viable|reembolsable|retornable|factible|reparable|canjeable|valida|valido|procedente|aplicable
            no ~1 esta|estan|queda|quedan ~2 disponible*|permitid*|incluid*|cubiert*|autorizad*|contemplad*|existencias
            no ~1 se ~1 puede|pueden|admite|admiten|acepta|aceptan|permite|permiten|reembolsa|devuelve|hacen|realizan ~3
            no ~1 procede
            no ~1 tiene|tienen ~1 derecho
            no ~1 estamos|estoy ~1 autorizad*|dispuest*|facultad*
            ya no ~3 disponible|fabrica|vende|posible|fabricamos|vendemos
            imposible
            agotad*
            fuera de ~1 garantia|plazo|stock
            denegad*|rechazad*|desestimad*
            debemos|debo|tenemos|tengo ~1 que? ~1 rechazar|denegar|declinar|desestimar
            plazo|garantia|oferta|cupon|vale ~3 vencio|vencido|caducado|caduco|expirado|expiro|terminado|termino|pasado|finalizado|acabado
            demasiado tarde
            no ~1 poder|podemos|puedo ~2 atender*|satisfacer*|complacer*|acceder*|cumplir*
            no ~2 cubre|incluye|contempla ~1
            definitivamente ~1 cerrad*|bloquead*|cancelad*|eliminad*
            cerrad*|bloquead*|cancelad*|eliminad* definitivamente
            siento , no $
            respuesta es no
            no ~1 es ~1 valid*|aplicable ~1
            ya no ~1 damos|ofrecemos|prestamos|trabajamos|reparamos
            sin ~1 derecho a
            no ~1 hay ~1 reembolsos|devoluciones|cambios|reembolso|devolucion|existencias
            """,
            unless: """
                si|cuando ~1 no ~1 es|fuera|puede ~1 posible
                no ~1 podemos|puedo ~1 decir*|agradecer* ~2
                no ~1 podemos|puedo ~1 garantizar*|prometer*
                no es demasiado tarde
                banco ~1 ha? rechazado|rechazo
                no ~1 se ~1 puede ~1 iniciar
                """),
        PhraseTable(
            .falseCertainty,
            advice:
                "Diga lo que se sabe y cuándo sabrá más: «El transportista lo espera el viernes; lo miro el viernes por la "
                + "tarde y le escribo».",
            """
            le? garantizo|garantizamos
            podemos|puedo garantizar*|asegurar* ~1 que|le
            le? ~1 podemos|puedo garantizar|asegurar|prometer
            le|se ~1 lo? ~1 prometo|prometemos|aseguro|aseguramos|juro
            le|se ~1 lo? ~1 prometo|prometemos|aseguro|aseguramos que
            le ~1 doy|damos ~1 mi|nuestra palabra
            palabra de honor
            garantizado ~1 que|al|$
            esta|queda|es ~1 garantizado|asegurado|garantizada
            al|a 100 #percent
            100 #percent ~1 seguro|segura|garantizado
            al cien ~1 por ~1 cien|ciento
            cien ~1 por ~1 cien|ciento
            cien #percent ~1 seguro|segura
            llegara|sera|recibira|vendra|tendra|funcionara|aprobara|liberara|saldra|estara ~4 seguro|definitivamente|ciertamente|absolutamente|seguramente|indudablemente|si o
            seguro|definitivamente|indudablemente|ciertamente ~1 que? llega*|llegara|funciona*|lo|se|recibira|estara|sera|va
            , seguro $
            seguro que ~1 llega*|funciona*|lo|se|recibira|estara|sera|va|manana
            definitivamente llegara|sera|va
            con ~1 total|toda|absoluta ~1 seguridad|certeza
            sin ~2 ninguna? ~1 duda
            sin ~1 lugar ~1 a ~1 dudas|duda
            no ~1 hay|tenga|cabe ~1 ninguna|la? ~1 menor? ~1 duda|dudas
            sin falta
            si o si
            no volvera|volveran|vuelve|va ~1 a ~2 pasar*|ocurrir*|suceder*|repetirse
            nunca|jamas ~2 volvera ~1 a
            nunca ~1 mas ~2 pasar*|ocurr*|suced*|$
            no se ~1 repetira ~1
            jamas ~2 pasar*|ocurr*|suced*|repetira
            estoy|estamos ~1 100|absolutamente|totalmente|completamente|plenamente ~1 seguro*|convencid*
            estoy|estamos seguro*|convencid* ~1 de ~1 que
            puede ~1 estar seguro|segura|tranquil*
            puede contar|confiar ~1 con|en ~1 ello|eso
            quedese|este ~1 tranquil*
            tenga ~1 la|por ~1 seguridad|seguro|certeza
            no hay ~1 ningun? ~1 riesgo|peligro
            no puede fallar
            no ~1 puede ~1 salir ~1 nada? ~1 mal
            no ~1 puede ~1 pasar ~1 nada
            no hay ~1 duda $
            de una vez por|para
            pase lo que pase
            bajo ningun
            """,
            unless: """
                no|nunca|sin ~3 garantiz*|prometer*|asegurar*
                no ~1 se lo? ~1 garantiz*|prometo|aseguro
                no ~1 le ~1 garantiz*|prometo|aseguro
                no deberia ~1 volver
                para que ~3 no ~2 vuelv*|repit*
                100 #percent algodon|lana|lino|seda|natural|reciclado|organico|poliester
                puede ~1 contar con ~1 nosotros|nuestra|nuestro|mi
                le ~1 aseguramos|aseguro ~1 de
                compra|seguro|seguros|contrato ~1 seguro
                """),
        PhraseTable(
            .hollow,
            advice:
                "Diga qué hay de nuevo, o a quién se espera y hasta cuándo: «El transportista busca en su almacén; su respuesta "
                + "llega el martes».",
            """
            seguimos|sigo|continuamos|continuo ~2 trabajando|investigando|revisando|gestionando|mirando|comprobando|analizando|con|buscando|en
            estamos|estoy ~3 trabajando|investigando|revisando|gestionando|mirando|analizando|tramitando
            estamos|estoy en ello|eso
            esta|estan ~2 en ~1 tramite|proceso|curso|revision|estudio|gestion|tramitacion|analisis
            en ~1 tramite|revision|estudio|tramitacion|gestion
            en curso
            se esta|estan ~2 revisando|tramitando|estudiando|gestionando|analizando|procesando|investigando|trabajando
            esta|estan siendo ~1 revisad*|tramitad*|estudiad*|gestionad*|analizad*|procesad*|atendid*
            no ~2 tenemos|tengo|hay ~3 novedades|noticias|novedad|informacion|nada ~2
            ninguna ~1 novedad|noticia
            sin ~1 novedades|noticias|cambios
            nada nuevo
            sigue|siguen|continua|continuan ~1 abiert*|en|pendiente*|su
            investigacion ~1 sigue|continua
            equipo|departamento|tecnicos|companeros|especialistas ~2 sigue|siguen|continua|continuan|esta|estan ~1 trabajando|gestionando|tramitando|estudiando|revisando|investigando|en|analizando|trabaja*
            pendiente ~1 de ~1 revision|resolucion|gestion
            tardando ~1 mas
            """),
        PhraseTable(
            .politeness,
            """
            paciencia|comprension
            importante
            gracias|agradecemos|agradezco
            saludo|saludos|cordial
            informado|informada|informados|mantendremos|mantendre
            actualizacion
            contactaremos
            """),
    ]
}
