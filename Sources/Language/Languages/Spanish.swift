extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let spanish = LanguageProfile(
        language: "es",
        sample: """
            el la los las de del que y a en un una unos ser se no haber por con su para como estar tener le lo todo pero
            más hacer o poder decir este ir otro ese si me ya ver porque dar cuando él muy sin vez mucho saber qué sobre
            mi mis alguno mismo yo también hasta año dos querer entre así primero desde grande eso ni nos llegar pasar
            tiempo ella sí día uno bien poco deber entonces poner cosa tanto hombre parecer nuestro tan donde ahora
            parte después vida quedar siempre creer hablar llevar dejar nada cada seguir menos nuevo encontrar está
            están estoy es son fue era hay tengo tiene quiero quería puede pueden podría ha han he hola gracias usted
            ustedes cómo cuándo dónde cuánto hoy mañana ayer semana tres nadie algo aún todavía hola, quisiera saber
            cuándo llegará mi pedido. muchas gracias por su ayuda. todavía no he recibido nada y nadie ha contestado a
            mi correo. ¿podrían decirme dónde está el paquete? siento molestarles otra vez, pero sigo esperando. la caja
            estaba dañada y falta una taza. no quiero quedármelo, ¿puedo devolverlo y recuperar mi dinero? me han
            cobrado dos veces en la tarjeta. no puedo entrar en mi cuenta, he olvidado la contraseña. esto es muy
            molesto. estamos muy contentos con todo, la tetera funciona y es preciosa. ¿cuánto cuesta? ¿lo tienen en
            azul? ¿a qué hora abren mañana por la mañana? ayer llamé a su tienda pero comunicaba. hay un error en la
            factura, la dirección es incorrecta. un saludo, atentamente, buenas tardes, buenos días, estimados señores.
            lo necesito para el viernes, es el cumpleaños de mi hija. por favor, cancelen mi pedido. ¿cabe en el horno?
            me dijeron que alguien me llamaría esta semana. el aparato está roto y ya no se enciende.
            """)
}
