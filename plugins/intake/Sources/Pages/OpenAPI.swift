import StageKit

/// The description of the JSON door (OpenAPI 3.1).
struct OpenAPI {
    let settings: IntakeSettings

    var document: JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": .string("\(settings.desk.name): contacts"), "version": .string(Intake.version),
                "description": "Hand in what a customer wrote on another channel.",
            ],
            "servers": .array([["url": .string(settings.desk.web ?? "/")]]),
            "paths": [
                "/api/contacts": ["post": post("addContact", "Hand in a contact")],
                "/api/feedback": ["post": post("addFeedback", "Hand in feedback that nobody asked for")],
            ],
            "components": ["schemas": ["Contact": contact, "Taken": taken, "Problems": problems, "Error": error]],
        ]
    }

    private func post(_ name: String, _ summary: String) -> JSON {
        [
            "summary": .string(summary),
            "description":
                "With 201 it is on disk and cannot be lost. After 503, or without any answer, send the same again under the same Idempotency-Key.",
            "operationId": .string(name),
            "parameters": [
                [
                    "name": "Idempotency-Key", "in": "header", "required": false,
                    "description": "The same key and body again are answered as the first time, and change nothing.",
                    "schema": ["type": "string", "minLength": 1, "maxLength": 200],
                ],
                [
                    "name": "traceparent", "in": "header", "required": false,
                    "description":
                        "Where the caller is in a trace (W3C Trace Context): a case that is opened goes on with it.",
                    "schema": ["type": "string"],
                ],
            ],
            "requestBody": ["required": true, "content": Self.content("Contact")],
            "responses": [
                "201": ["description": "On disk.", "content": Self.content("Taken")],
                "400": [
                    "description": "Not a contact; all that is wrong, by field.", "content": Self.content("Problems"),
                ],
                "413": ["description": "Too large.", "content": Self.content("Error")],
                "415": ["description": "Not application/json.", "content": Self.content("Error")],
                "422": [
                    "description": "The Idempotency-Key came with another body before.",
                    "content": Self.content("Error"),
                ],
                "429": Self.retry("Too many requests from this address."),
                "503": Self.retry("Nothing was taken now."),
            ],
        ]
    }

    private var contact: JSON {
        let text: JSON = ["type": "string"]
        return [
            "type": "object", "additionalProperties": false, "required": ["from", "text"],
            "properties": [
                "from": [
                    "type": "object", "required": ["address"],
                    "properties": [
                        "name": ["type": "string", "maxLength": 120],
                        "address": ["type": "string", "format": "email", "description": "Answers go here."],
                    ],
                ],
                "subject": ["type": "string", "maxLength": 200],
                "text": ["type": "string", "minLength": 1, "maxLength": .int(Int64(ContactCheck.longestText))],
                "ref": [
                    "type": "string", "examples": ["CW-7K3F9QX"],
                    "description":
                        "The case it goes on with. It counts if the address takes part in that case; else a new one is opened.",
                ],
                "attachments": [
                    "type": "array", "maxItems": .int(Int64(settings.maxAttachments)),
                    "items": [
                        "type": "object", "required": ["name", "base64"],
                        "properties": [
                            "name": text, "media_type": text,
                            "base64": [
                                "type": "string", "contentEncoding": "base64",
                                "description": .string("At most \(settings.maxAttachmentMiB) MiB when decoded."),
                            ],
                        ],
                    ],
                ],
            ],
        ]
    }

    private var taken: JSON {
        [
            "type": "object", "required": ["ref", "state", "submission"],
            "properties": [
                "ref": ["type": ["string", "null"], "description": "The case's reference, for the customer."],
                "state": ["enum": ["opened", "followed_up", "duplicate", "parked", "received"]],
                "submission": ["type": "integer"],
            ],
        ]
    }

    private var problems: JSON {
        let item: JSON = [
            "type": "object", "required": ["field", "message"],
            "properties": ["field": ["type": "string", "examples": ["from.address"]], "message": ["type": "string"]],
        ]
        return [
            "type": "object", "required": ["code", "message", "problems"],
            "properties": [
                "code": ["type": "string"], "message": ["type": "string"],
                "problems": ["type": "array", "items": item],
            ],
        ]
    }

    private var error: JSON {
        [
            "type": "object", "required": ["code", "message"],
            "properties": ["code": ["type": "string"], "message": ["type": "string"]],
        ]
    }

    private static func content(_ schema: String) -> JSON {
        ["application/json": ["schema": ["$ref": .string("#/components/schemas/\(schema)")]]]
    }

    private static func retry(_ description: String) -> JSON {
        [
            "description": .string(description), "content": content("Error"),
            "headers": ["Retry-After": ["description": "Seconds.", "schema": ["type": "integer"]]],
        ]
    }
}
