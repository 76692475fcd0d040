extension PhraseBook {
    static let spanish = PhraseBook(
        classes: [
            "others":
                "transportista|mensajero|mensajeria|repartidor|cartero|proveedor|fabricante|correos|dhl|ups|seur|mrw|banco|companero|companera|companeros|compania|almacen|departamento|equipo|sistema|anterior|tecnico|tecnicos|informatica|informaticos|contabilidad|tienda|aerolinea|socio|agente|becario|comercial|vendedor|hotel|logistica|instalador|aduana|aduanas|desarrolladores|operador|operadora|logistico|marketing|conductor|central|pasarela|gestor|cocina|personal|turno|chofer|aeropuerto|restaurante|servicio|tecnica",
            "feelings":
                "molest*|disgust*|frustr*|decepcion*|preocup*|enfad*|incomod*|dificil|desagradable|enojo*|estres*|angusti*|indign*|trist*|doloros*|dolor|enojad*|fastidi*|insoportable|agobi*|malestar|desesper*|impotencia|irrit*|descontent*|inconvenient*|pesad*|duro|dura|larg*",
            "done":
                "leido|entendido|rellenado|introducido|usado|elegido|indicado|escrito|manipulado|lavado|utilizado|seleccionado|puesto|montado|conectado|instalado|anotado|medido|facilitado|apuntado|marcado|configurado|cerrado|embalado|tecleado|interpretado",
            "slip":
                "olvidado|descuidado|omitido|roto|estropeado|danado|causado|provocado|ignorado|confundido|perdido|rayado|equivocado|pasado|incumplido|desatendido|sobrecargado|quemado",
            "neglect":
                "leido|seguido|indicado|avisado|pagado|entendido|facilitado|comprobado|respondido|contestado|informado|confirmado|revisado|cumplido|mirado|rellenado|atendido|cuidado|actualizado|respetado|comunicado|prestado|enviado|esperado|escuchado|puesto|hecho|tenido|adjuntado|molestado|cancelado|guardado",
            "faultnoun": "culpa|error|fallo|negligencia|descuido|incompetencia|torpeza|equivocacion|chapuza|despiste",
            "insult":
                "idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|estupidas|gilipollas|cretino|cretina|cretinos|cabron|cabrones|cabrona|capullo|capullos|subnormal|subnormales|pendejo*|pendeja*|bobo|boba|bobos|bobas|majadero*|majadera*|escoria|llorica|lloricas|quejica|quejicas|desgraciado|desgraciada|zoquete*|necio|necia",
            "badtrait":
                "vago|vaga|incompetente*|inutil*|descuidad*|tont*|lent*|torpe*|desorganizad*|desbordad*|inexpert*|maleducad*|groser*|incapaz|incapaces|despistad*|mentiros*|perezos*",
            "title": "senor|senora|senorita|sr|sra|srta|don|dona|doctor|doctora|dr|dra",
        ],
        spanishBlame + spanishManners + spanishInsults + spanishHonesty + spanishSecrets + spanishSigns
            + spanishPromises)
}
