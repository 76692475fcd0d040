/// What must not leave the house, in Spanish.
extension PhraseBook {
    static let spanishSecrets: [PhraseTable] = [
        PhraseTable(
            .internalLeak,
            advice:
                "Deje fuera lo que solo nos importa a nosotros: sistemas, notas, niveles, márgenes. Diga qué significa para el "
                + "cliente.",
            """
            nota|notas|uso|proceso|procedimiento|sistema|ticket|comentario|documento|politica|norma|directriz|lista|base|wiki|herramienta|memo|memorando|chat|correo|reunion|circular interno|interna|internas|internos
            a nivel|internamente interno
            internamente
            entre nosotros ~~1 ,
            entre usted y yo
            no ~1 deberia|debo|puedo ~1 decir*|contar* ~1 esto|le|pero
            que quede entre
            no|nunca ~1 compartir|enviar|reenviar|comunicar|mencionar|decir|ofrecer ~4 cliente|clientes|mas
            no ~1 diga|decir al cliente
            nivel 1|2|3
            soporte de nivel
            jira|confluence|zendesk|salesforce|slack|servicenow|sharepoint|grafana|sentry|github|gitlab|splunk|datadog|freshdesk|hubspot|trello|asana
            nuestro|nuestra|nuestros ~2 crm|erp|servidor|servidores|backend|intranet|sap|cluster|firewall|margen|margenes|codigo|logs
            nuestra base de datos
            base de datos ~1 de ~1 produccion
            servidor ~1 de ~1 produccion
            los|nuestros desarrolladores|programadores|informaticos
            precio ~1 de ~1 compra|coste|costo|adquisicion
            nos cuesta ~3 #num|solo
            pagamos ~3 al|proveedor|solo
            proveedor ~1 nos cobra|factura
            margen|margenes ~2 de|beneficio|comercial|es
            objetivo|objetivos ~1 de ventas
            codigo de error
            crm|erp
            departamento|direccion|jefe|jefa|central|gerencia|juridico ~2 ha|han|nos|me ~2 prohibido|prohibe|ordenado|dicho|mandado|pedido
            prohibido ~1 admitir|decir*|reconocer|contar*
            solo? ganamos ~4 #percent|#num|por
            excepcion ~1 en
            nullpointer*|timeout|sql|exception|stacktrace
            http 500|404|502|503
            cliente ~1 dificil|problematico|problematica|vip|conflictivo|conflictiva|pesado|quejica|quejicoso|habitual|moroso
            quejica|moroso|morosos
            valor ~1 del|de cliente|vida
            puntuacion ~1 de|del cliente|riesgo
            lista negra
            cuenta|caso|expediente|peticion|solicitud|cliente ~5 prioridad ~1 baja|alta
            baja|poca prioridad
            marcado|marcada|clasificado|clasificada|etiquetado|etiquetada|catalogado|catalogada como|con|de ~3
            modelo de lenguaje
            como ~1 una? ~1 ia|inteligencia
            lorem ipsum
            falta de personal
            tienda|empresa|sucursal|oficina|compania ~1 va|van|sera|cerrara ~2 cerrar|cerrada|vender|despedir|quebrar|definitivamente|pronto
            cerrara ~1 pronto|en
            despidos|ere
            fue|ha ~1 sido? despedido|despedida
            de baja ~1 por ~1 enfermedad|depresion|estres
            """,
            unless: """
                no ~1 compartimos|compartiremos|comunicamos
                memoria|almacenamiento|bateria interna|interno
                como excepcion
                marcado|marcada como ~1 resuelto|resuelta|urgente|enviado|entregado|pagado
                """),
        PhraseTable(
            .otherCustomersData,
            advice:
                "Hable solo del asunto de este cliente; quién más escribió o compró queda en casa: «Ya ha ocurrido alguna vez y "
                + "sabemos cómo arreglarlo».",
            """
            otro|otra cliente|clienta llamado|llamada
            de otro|otra cliente|clienta
            otro|otra|anterior cliente|clienta|usuario|usuaria|comprador|compradora|pasajero|inquilino|paciente ~~4 {title}? #name
            otro|otra cliente|clienta|usuario|usuaria ~~8 #mail
            factura|pedido|formulario|carta|cuenta|paquete|reserva|direccion|datos|expediente|tarjeta|contrato|extracto|numero|telefono ~2 de|del|a|al|para ~1 la? ~1 {title} #name
            enviado|enviamos|envie|reembolsado|reembolsamos|concedido|dimos|pagamos|entregado|entregamos|pertenece|escribimos|mandamos ~3 a|al ~1 la? ~1 {title} #name
            {title} #name ~~2 #mail
            {title} #name ~1 de|del #name ~~2 tuvo|tenia|ha|recibio
            cliente|clienta|vecino|vecina|comprador|compradora ~~1 , ~1 la|el? ~1 {title} #name
            cliente|clienta {title}? #name
            cliente|clienta|comprador|persona ~1 anterior|antes ~2 a|de|que? ~~3 #name
            #name #name ~~3 #mail ~~3 el|ella|que|quien
            {title} #name ~~6 tambien
            {title} #name ~~4 tuvo|recibio|pidio|compro|reclamo
            llamarla|llamarlo|llamar|escribirle|localizarla|localizarlo|contactarla ~2 al|en #num
            otro|otra|anterior comprador|inquilino|huesped|cliente|clienta ~~2 {title}? #name
            {title} #name ~~1 , ~1 que? ~1 habia|ha|tuvo|compro|pidio|recibio|vive|reclamo|devolvio ~4
            {title} #name ~2 habia|ha|tuvo|compro|pidio|recibio|vive|reclamo|devolvio ~3 pedido|comprado|problema|reclamado|devuelto|recibido|reembolso
            vecino|vecina ~3 #name ~~6 telefono|numero|correo|movil
            """,
            unless: """
                companero|companera|asesor|asesora|responsable|tecnico|tecnica|agente|gestor|gestora|especialista ~~1 , ~1 {title}? #name
                estimado|estimada|hola|apreciado|apreciada|querido|querida ~1 {title} #name
                """),
    ]
}
