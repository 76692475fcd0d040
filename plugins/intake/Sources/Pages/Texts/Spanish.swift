extension Texts {
    static let spanish = Texts(
        code: "es", ownName: "Español", languages: "Idiomas",
        formTitle: "Escríbanos",
        formLead:
            "Díganos qué necesita. Una persona se ocupa de cada mensaje, y usted recibe al momento una referencia.",
        name: "Su nombre",
        address: "Su correo electrónico",
        addressHint: "Respondemos a esta dirección.",
        subject: "¿De qué se trata?",
        text: "Su mensaje",
        textHint:
            "Los números de pedido y las fechas nos ayudan. No escriba números de tarjeta: nunca los necesitamos.",
        files: "Fotos o documentos",
        filesHint: "Hasta {count} archivos de {size} MB como máximo cada uno.",
        ref: "Referencia de un mensaje anterior",
        refHint: "Si ya nos escribió sobre esto. Tiene la forma CW-7K3F9QX.",
        optional: "(opcional)",
        trap: "Deje este campo vacío",
        send: "Enviar mensaje",
        privacy: "Usamos lo que escribe aquí para ayudarle, y para nada más.",
        errorWord: "Revise",
        problemsTitle: "Falta un detalle antes de enviarlo",
        nameTooLong: "Acorte su nombre a 120 caracteres, por favor.",
        addressMissing: "Escriba su correo electrónico, por favor, para que podamos responderle.",
        addressWrong: "Esto no parece un correo electrónico. Tiene la forma nombre@example.com.",
        addressOurs: "Esta es nuestra propia dirección. Escriba la suya, por favor.",
        subjectTooLong: "Acorte el asunto a 200 caracteres, por favor; en el mensaje cabe más.",
        textMissing: "Escriba su mensaje, por favor.",
        textTooLong: "Acorte su mensaje a {count} caracteres, por favor, o adjúntelo como documento.",
        refWrong: "Una referencia tiene la forma CW-7K3F9QX. Deje el campo vacío si no la tiene a mano.",
        filesTooMany: "Elija {count} archivos como máximo, por favor.",
        fileTooLarge: "Elija archivos de {size} MB como máximo cada uno, por favor.",
        filesAgain: "Los navegadores no guardan los archivos elegidos: elíjalos otra vez, por favor.",
        later: "Ahora mismo no hemos podido recibir su mensaje. Lo que escribió sigue aquí: pulse otra vez «Enviar "
            + "mensaje» dentro de un momento.",
        stale:
            "Esta página llevaba mucho tiempo abierta. Lo que escribió sigue aquí: pulse «Enviar mensaje» una vez más.",
        unsure: "Un campo que debe quedar vacío estaba relleno. Lo que escribió sigue aquí: pulse «Enviar mensaje» una "
            + "vez más.",
        thanksTitle: "Gracias, su mensaje ha llegado",
        yourReference: "Su referencia",
        nextTitle: "Qué pasa ahora",
        next: [
            "Recibirá un correo que dice quién se ocupa de usted y cuándo volverá a saber de nosotros.",
            "Leemos su mensaje y respondemos a su correo electrónico.",
            "Si quiere añadir algo, responda simplemente a ese correo.",
        ],
        another: "Escribir otro mensaje",
        toForm: "Al formulario de contacto",
        surveyTitle: "¿Qué tal lo hicimos?",
        surveyLead: "Sobre su mensaje {ref}. Basta un clic; sus palabras nos ayudan aún más.",
        questions: [
            "csat": "¿Está satisfecho con la ayuda que recibió?",
            "ces": "¿Fue fácil resolver su asunto?",
            "nps": "¿Recomendaría {desk} a un amigo?",
        ],
        scores: [
            "csat": [
                1: "Muy insatisfecho", 2: "Insatisfecho", 3: "Ni satisfecho ni insatisfecho", 4: "Satisfecho",
                5: "Muy satisfecho",
            ],
            "ces": [
                1: "Muy difícil", 2: "Difícil", 3: "Más bien difícil", 4: "Ni fácil ni difícil", 5: "Más bien fácil",
                6: "Fácil", 7: "Muy fácil",
            ],
            "nps": [0: "Nada probable", 5: "Quizás", 10: "Muy probable"],
        ],
        surveyWords: "¿Qué deberíamos saber?",
        vote: "Enviar respuesta",
        chooseScore: "Elija una de las respuestas, por favor.",
        voteLater:
            "Ahora mismo no hemos podido recibir su respuesta. Sigue aquí: pulse otra vez «Enviar respuesta» dentro "
            + "de un momento.",
        votedTitle: "Gracias por decírnoslo",
        votedText: "Su respuesta está con las personas que se ocuparon de usted. Leen cada palabra.",
        notFound: (
            "Aquí no hay ninguna página",
            "Quizás la dirección esté cortada o mal escrita. Puede escribirnos aquí:"
        ),
        badLink: (
            "Este enlace no funciona",
            "Quizás se cortó al copiarlo. Ábralo otra vez desde nuestro correo, o escríbanos:"
        ),
        malformed: ("Eso no nos llegó entero", "Vuelva atrás y envíelo otra vez, por favor."),
        tooLarge: (
            "Eso es demasiado grande",
            "Juntos, los archivos pueden tener hasta {size} MB. Vuelva atrás y envíe menos, o más pequeños."
        ),
        tooMany: (
            "Un momento, por favor",
            "Han llegado muchas peticiones desde su conexión. Vuelva atrás e inténtelo otra vez dentro de un minuto."
        ),
        tooSlow: ("La conexión era demasiado lenta", "No llegó todo. Vuelva atrás y envíelo otra vez, por favor."),
        foreign: (
            "Esto no vino de nuestra página",
            "Para protegerle, solo aceptamos mensajes de nuestro propio formulario. Aquí está:"
        ),
        busy: (
            "Un momento, por favor",
            "Estamos recibiendo muchos mensajes. Vuelva atrás e inténtelo otra vez dentro de un minuto."
        ),
        failed: (
            "Algo se ha roto por nuestra parte",
            "No ha sido culpa suya. Vuelva atrás e inténtelo otra vez dentro de un minuto."
        )
    )
}
