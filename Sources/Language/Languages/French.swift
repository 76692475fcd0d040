extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let french = LanguageProfile(
        language: "fr",
        sample: """
            le la les de des du un une et à en est que qui dans pour pas sur avec ce il elle je vous nous ils au aux par
            plus ne se sont mais ou où comme tout tous toute cette ces son sa ses leur leurs mon ma mes votre vos notre
            nos été être avoir fait faire peut peux pouvez pourriez voudrais veux voulais suis êtes avez ai as ont était
            c'est j'ai n'ai d'un d'une qu'il l'ai s'il jamais rien encore toujours déjà depuis très bien aussi alors
            donc car sans sous entre après avant pendant quand comment pourquoi combien quel quelle quels merci bonjour
            bonsoir oui non aujourd'hui demain hier semaine jours deux trois personne chose même autre peu trop ici là
            moi toi lui bonjour, je voudrais savoir quand ma commande va arriver. merci beaucoup pour votre aide. je
            n'ai encore rien reçu et personne n'a répondu à mon courriel. pourriez-vous me dire où se trouve le colis ?
            je suis désolé de vous déranger à nouveau, mais j'attends toujours. le carton était abîmé et il manque une
            tasse. je ne veux pas le garder, puis-je le renvoyer et être remboursé ? ma carte a été débitée deux fois.
            je n'arrive pas à me connecter, j'ai oublié mon mot de passe. c'est vraiment pénible. nous sommes très
            contents de tout, la bouilloire fonctionne et elle est jolie. combien ça coûte ? existe-t-il en bleu ? à
            quelle heure ouvrez-vous demain matin ? hier j'ai appelé votre magasin mais la ligne était occupée. il y a
            une erreur sur la facture, l'adresse est fausse. cordialement, bien à vous, madame, monsieur. j'en ai besoin
            pour vendredi, c'est l'anniversaire de ma fille. veuillez annuler ma commande s'il vous plaît. est-ce que ça
            va au four ? on m'a dit que quelqu'un me rappellerait cette semaine. l'appareil est cassé et ne s'allume
            plus.
            """)
}
