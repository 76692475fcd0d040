extension Texts {
    static let english = Texts(
        code: "en", ownName: "English", languages: "Languages",
        formTitle: "Write to us",
        formLead: "Tell us what you need. A person looks after every message, and you get a reference at once.",
        name: "Your name",
        address: "Your e-mail address",
        addressHint: "We answer to this address.",
        subject: "What is it about?",
        text: "Your message",
        textHint: "Order numbers and dates help us. Please leave out card numbers; we never need them.",
        files: "Pictures or documents",
        filesHint: "Up to {count} files of at most {size} MB each.",
        ref: "Reference of an earlier message",
        refHint: "If you wrote to us about this before. It looks like CW-7K3F9QX.",
        optional: "(optional)",
        trap: "Please leave this field empty",
        send: "Send message",
        privacy: "We use what you write here to help you with it, and for nothing else.",
        errorWord: "Please check",
        problemsTitle: "A little is missing before we can send this",
        nameTooLong: "Please shorten your name to 120 characters.",
        addressMissing: "Please enter your e-mail address, so that we can answer.",
        addressWrong: "This does not look like an e-mail address. It should look like name@example.com.",
        addressOurs: "This is our own address. Please enter yours.",
        subjectTooLong: "Please shorten the subject to 200 characters; the message has room for more.",
        textMissing: "Please write your message.",
        textTooLong: "Please shorten your message to {count} characters, or attach it as a document.",
        refWrong: "A reference looks like CW-7K3F9QX. Leave the field empty if you do not have it at hand.",
        filesTooMany: "Please choose at most {count} files.",
        fileTooLarge: "Please choose files of at most {size} MB each.",
        filesAgain: "Browsers do not keep chosen files: please choose yours again.",
        later: "We could not take your message just now. What you wrote is still here: please press "
            + "“Send message” again in a moment.",
        stale: "This page had been open for a long time. What you wrote is still here: please press "
            + "“Send message” once more.",
        unsure: "Something filled in a field that stays empty. What you wrote is still here: please press "
            + "“Send message” once more.",
        thanksTitle: "Thank you, your message has arrived",
        yourReference: "Your reference",
        nextTitle: "What happens next",
        next: [
            "You get an e-mail that says who looks after you and when you hear from us next.",
            "We read your message and answer to your e-mail address.",
            "To add something, just reply to that e-mail.",
        ],
        another: "Write another message",
        toForm: "To the contact form",
        surveyTitle: "How did we do?",
        surveyLead: "About your message {ref}. One click is enough; words help us even more.",
        questions: [
            "csat": "How satisfied are you with the help you got?",
            "ces": "How easy was it to get your matter settled?",
            "nps": "How likely are you to recommend {desk} to a friend?",
        ],
        scores: [
            "csat": [
                1: "Very dissatisfied", 2: "Dissatisfied", 3: "Neither satisfied nor dissatisfied", 4: "Satisfied",
                5: "Very satisfied",
            ],
            "ces": [
                1: "Very hard", 2: "Hard", 3: "Rather hard", 4: "Neither easy nor hard", 5: "Rather easy", 6: "Easy",
                7: "Very easy",
            ],
            "nps": [0: "Not at all likely", 5: "Perhaps", 10: "Extremely likely"],
        ],
        surveyWords: "What should we know?",
        vote: "Send answer",
        chooseScore: "Please choose one of the answers.",
        voteLater: "We could not take your answer just now. It is still here: please press “Send answer” again in "
            + "a moment.",
        votedTitle: "Thank you for telling us",
        votedText: "Your answer is with the people who looked after you. They read every word.",
        notFound: ("There is no page here", "The address may have been cut or mistyped. You can write to us here:"),
        badLink: (
            "This link does not work",
            "It may have been cut when it was copied. Please open it from our e-mail once more, or write to us:"
        ),
        malformed: ("That did not reach us in one piece", "Please go back and send it once more."),
        tooLarge: (
            "That is too large",
            "Together, files may have up to {size} MB. Please go back and send fewer or smaller ones."
        ),
        tooMany: (
            "One moment, please", "A lot came from your connection just now. Please go back and try again in a minute."
        ),
        tooSlow: ("The connection was too slow", "Not everything arrived. Please go back and send it once more."),
        foreign: (
            "This did not come from our page", "To protect you, we only take messages from our own form. It is here:"
        ),
        busy: ("One moment, please", "We are taking in a lot just now. Please go back and try again in a minute."),
        failed: ("Something broke on our side", "It was not you. Please go back and try again in a minute.")
    )
}
