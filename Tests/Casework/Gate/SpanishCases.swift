@testable import Casework

enum SpanishCases {
    static let refused: [GateCase] = [
        GateCase("Debería haber leído las instrucciones.", .blameCustomer),
        GateCase("Esto ha pasado por su culpa.", .blameCustomer),
        GateCase("Usted ha olvidado introducir el código.", .blameCustomer),
        GateCase("El transportista ha perdido su paquete.", .blameOther),
        GateCase("Eso no es culpa nuestra.", .blameOther),
        GateCase("Como ya le dije, el paquete está en camino.", .confrontation),
        GateCase("Cálmese, por favor.", .confrontation),
        GateCase("Usted es el único cliente que se queja.", .dismissive),
        GateCase("No es para tanto, es un plato.", .dismissive),
        GateCase("Su pedido está en camino.", .feelingsIgnored, mood: "angry"),
        GateCase("No podemos hacer nada por usted.", .deadEnd),
        GateCase("El cuenco azul está agotado.", .deadEnd),
        GateCase("¿Cuál es su número de pedido? ¿Cuándo llegó? ¿Qué plato está roto?", .tooManyQuestions),
        GateCase("Le enviaremos uno nuevo lo antes posible.", .promiseWithoutDate),
        GateCase("Voy a comprobar esto con el almacén.", .promiseWithoutDate),
        GateCase("Le reembolsaremos 80 € en 5 días laborables.", .promiseBeyondAuthority),
        GateCase("Le ofrezco un descuento del 25 % en su próximo pedido.", .promiseBeyondAuthority),
        GateCase("Le garantizo que llegará el martes.", .falseCertainty),
        GateCase("Seguimos trabajando en su consulta.", .hollowUpdate, purpose: "update"),
        GateCase("Según una nota interna, hay que revisar el lote.", .internalLeak),
    ]

    static let passed: [GateCase] = [
        GateCase("Ha hecho bien en escribirnos."),
        GateCase("No es culpa suya."),
        GateCase("Si ha olvidado su contraseña, puede elegir una nueva en su cuenta."),
        GateCase("Siento mucho que el cuenco llegara roto.", mood: "upset"),
        GateCase("Entiendo que no ha recibido el paquete y lo molesto que es.", mood: "angry"),
        GateCase("Le enviaremos un cuenco nuevo antes del viernes 27 de noviembre."),
        GateCase("Le escribiré mañana antes del mediodía."),
        GateCase("Le reembolsaremos 39,90 € en 5 días laborables."),
        GateCase("El cuenco azul ya no está disponible. ¿Prefiere el verde?"),
        GateCase("¿Cuál es su número de pedido?"),
        GateCase("El transportista ha localizado el paquete en Burgos y lo espera el martes.", purpose: "update"),
        GateCase("Esperamos la respuesta del taller, que llega el martes.", purpose: "update"),
        GateCase("La sartén tiene dos años de garantía."),
        GateCase("No tiene que hacer nada más."),
    ]
}
