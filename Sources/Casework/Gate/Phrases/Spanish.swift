extension PhraseBook {
    static let spanish = PhraseBook(
        classes: [
            "others":
                "transportista|mensajero|repartidor|cartero|proveedor|fabricante|correos|dhl|ups|seur|banco|companero|companera|compania|almacen|departamento|equipo|sistema|anterior",
            "feelings": "molest*|disgust*|frustr*|decepcion*|preocup*|enfad*|incomod*|dificil|desagradable|enojo*",
            "done":
                "leido|entendido|rellenado|introducido|usado|elegido|indicado|escrito|manipulado|lavado|utilizado|seleccionado",
        ], spanishConduct + spanishHonesty + spanishSigns + spanishPromises)
}
