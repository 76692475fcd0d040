/// Words that say nothing about what a text is about, without accents.
enum StopWords {
    static func words(of language: String) -> Set<String> { lists[language] ?? lists["en"] ?? [] }

    private static let lists: [String: Set<String>] = [
        "en": set(
            "a an and are as at be been but by can could did do does for from get got had has have hello help hi how i if in is "
                + "it its just like me my need no not now of on or our please so some still tell thank thanks that the "
                + "their them then there they this to today too up us very want was we were what when where which who why "
                + "will with would yesterday you your am about am any been because dear hey im ve ll don t s regards best "
                + "kind know let make monday tuesday wednesday thursday friday saturday sunday one two three week "
                + "weeks day days ago month months time send sent there way after also go going much many year"),
        "de": set(
            "aber als am an auch auf aus bei bin bis bitte da damit danke das dass dem den der des die dir doch du ein eine "
                + "einem einen einer er es etwas fur gern gerne guten habe haben hallo hat hatte ich ihr ihre ihnen im in "
                + "ist ja kann kein keine konnen mein meine meinen meiner mich mir mit nach nicht noch nun nur ob oder "
                + "schon sehr sein seit sich sie sind so tag und uns von vor war warum was wann weil wenn wer wie wir "
                + "wird wo wurde zu zum zur liebe grusse"),
        "fr": set(
            "a ai au aux avec avez avons bonjour c ce cela ces cet cette d dans de des du elle en est et etait ete ils il "
                + "j je l la le les leur lui m ma mais me merci mes moi mon n ne nos notre nous on ont ou par pas plait "
                + "plus pour pouvez puis qu que quel quelle qui quand s sa se ses si sil son sont suis sur t tres un "
                + "une vos votre vous y comment"),
        "es": set(
            "a al algo como con cual cuando de del desde dias donde e el ella en era es esa ese esta estan este esto favor "
                + "gracias ha hay he hemos hola la las le les lo los mas me mi mis muy no nos o para pero por porque "
                + "puede puedo que quiero se ser si sin sobre son su sus tambien tengo un una y ya yo buenos buenas"),
    ]

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
