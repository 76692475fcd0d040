/// Knows an injury by its construction: a part of somebody's body, and a word of harm close by.
///
/// "He broke his left wrist", "sich das Bein gebrochen": no list has every part with every verb. Somebody's it must be: a table has a
/// leg as well.
enum Wounds {
    static func find(in words: [String]) -> [Range<Int>] {
        words.indices.compactMap { place in
            guard bodyParts.contains(words[place]), let harm = harm(near: place, in: words),
                isSomebodys(place, in: words)
            else { return nil }
            return min(place, harm)..<(max(place, harm) + 1)
        }
    }

    private static func harm(near place: Int, in words: [String]) -> Int? {
        (max(0, place - 5)..<min(words.count, place + 6)).first { index in
            index != place && stems.contains { words[index].hasPrefix($0) } || harms.contains(words[index])
        }
    }

    /// English says whose it is; German, French and Spanish whom it happened to.
    private static func isSomebodys(_ place: Int, in words: [String]) -> Bool {
        words[max(0, place - 2)..<place].contains { owners.contains($0) }
            || words[max(0, place - 5)..<min(words.count, place + 3)].contains { sufferers.contains($0) }
    }

    private static let owners = wordSet(
        "my his her our their your baby's son's daughter's mother's father's husband's wife's child's mein meine meinen meiner seine "
            + "seinen ihre ihren mon ma mes son sa ses mi mis su sus")
    private static let sufferers = wordSet("sich mir mich ihm s'est m'est me se m'a lui le nos")

    private static let bodyParts = wordSet(
        """
        arm arms leg legs hand hands finger fingers thumb wrist foot feet toe toes knee ankle shoulder elbow hip rib
        ribs skull head face eye eyes lip lips mouth tongue throat tooth teeth nose ear ears skin neck chest stomach
        belly spine bein beine hand hände finger daumen handgelenk fuß füße zeh zehen knie knöchel schulter ellbogen
        hüfte rippe rippen kopf gesicht auge augen lippe lippen mund zunge hals zahn zähne nase ohr haut brust bauch
        rücken bras jambe jambes main mains doigt doigts pouce poignet pied pieds orteil genou cheville épaule coude
        hanche côte tête visage œil yeux lèvre lèvres bouche langue gorge dent dents nez oreille peau cou ventre dos
        brazo brazos pierna piernas mano manos dedo dedos pulgar muñeca pie pies rodilla tobillo hombro codo cadera
        costilla cabeza cara ojo ojos labio labios boca lengua garganta diente dientes nariz oreja piel cuello pecho
        barriga espalda
        """)

    private static let harms = wordSet(
        """
        broke broken break burnt burned burns burning cut cuts sliced crushed swollen swelling swells bleeding bled
        bruised sprained torn numb blisters blistering blistered rash fractured twisted stitches trapped pinched hurt
        hurts wound wounded lost gebrochen verbrannt geschnitten aufgeschnitten gequetscht geschwollen blutet
        verstaucht gerissen taub blasen verletzt eingeklemmt verätzt abgetrennt genäht cassé cassée brûlé brûlée coupé
        coupée écrasé enflé gonflent gonfle saigne foulé fracturé blessé coincé rompió roto rota quemó quemado cortó
        cortado aplastó hinchan hinchado hincha sangra torció fracturó herido herida pilló
        """)
    private static let stems = ["fractur", "blister", "verbrüh", "hinch"]
}
