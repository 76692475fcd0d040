/// Words that are said to no customer in any sentence, in French.
extension PhraseBook {
    static let frenchInsults: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice:
                "Dites-le sans l'insulte : répondez au fond et dites ce qui se passe ensuite.",
            """
            {insult}
            question|plainte|reclamation|demande|mail|remarque|clients|cliente|client ~1 stupide*|bete|betes|ridicule|ridicules
            quelle ~1 betise|connerie|stupidite
            votre|vos ~2 betise|stupidite|stupide*
            ne soyez ~1 pas ~2 stupide*|bete|betes|ridicule
            soyez|etes vous ~2 aveugle|sourd|sourde|fou|folle|bete|con|conne|stupide*
            vous etes|faites ~2 fou|folle|bete|con|conne|pathetique|minable|plaie|menteur|menteuse|insupportable
            taisez vous
            tais toi
            fermez|ferme la $
            votre|ta|la gueule
            fermez|ferme ~1 votre|ta|la bouche
            allez|va vous|te faire voir|foutre|cuire|pendre|mettre
            au diable
            allez|va en enfer
            degagez|degage $
            foutez|fous|fichez ~1 nous|moi|le
            cassez|casse vous|toi
            {we} ~2 deteste|detestons|hais|haissons|meprise|meprisons ~2 vous|clients|gens|client
            {we} ~1 vous ~1 deteste|detestons|hais|haissons|meprise|meprisons
            {we} ~1 en? ~1 avons|ai ~1 marre ~1 de ~1 vous|vos
            assez de vous|vos ~1 mails|plaintes|messages|histoires
            merde*|putain|bordel|foutu|foutue|foutus|connerie*
            personne ~1 ne vous aime|supporte
            """,
            unless: """
                traite|traitee|appele|appelee|qualifie|qualifiee ~2 de? ~1 {insult}
                mot|mots|insulte|insultes|terme ~3 {insult}
                notre|nos|nous ~3 betise|stupide*|bete
                pas|aucune ~2 question|questions ~1 bete|betes|stupide*|idiote|idiotes
                {we} ~2 deteste|detestons|hais|haissons ~1 vous faire|laisser|savoir|voir|decevoir
                """)
    ]
}
