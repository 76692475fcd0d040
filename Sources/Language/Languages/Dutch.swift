extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let dutch = LanguageProfile(
        language: "nl",
        sample: """
            de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit naar heeft
            hebben heb had was wordt worden door over ze zij hij ik je jij u wij we jullie mijn uw ons onze hun deze dit
            wat wie waar wanneer waarom hoe welke kan kunt kunnen kon moet wil zou graag bedankt dank alstublieft goed
            heel erg veel meer geen nu al altijd nooit iets niets iemand niemand vandaag morgen gisteren week dagen twee
            drie weer terug tot tussen zonder onder na toch wel ja nee hier daar alles omdat want of zich mij hem haar
            zo toen goedemorgen, ik wil graag weten wanneer mijn bestelling aankomt. hartelijk dank voor uw hulp. ik heb
            nog niets ontvangen en niemand heeft op mijn mail gereageerd. kunt u mij vertellen waar het pakket is? sorry
            dat ik u weer lastigval, maar ik wacht nog steeds. de doos was beschadigd en er ontbreekt een kopje. ik wil
            het niet houden, kan ik het terugsturen en mijn geld terugkrijgen? mijn kaart is twee keer belast. ik kan
            niet inloggen, ik ben mijn wachtwoord vergeten. dit is echt vervelend. we zijn erg tevreden met alles, de
            waterkoker werkt en ziet er mooi uit. hoeveel kost het? is het ook in het blauw verkrijgbaar? hoe laat gaat
            u morgenochtend open? gisteren heb ik uw winkel gebeld maar de lijn was bezet. er klopt iets niet met de
            factuur, het adres is verkeerd. met vriendelijke groet, goedenavond, geachte heer of mevrouw, hallo. ik heb
            het vrijdag nodig voor de verjaardag van mijn dochter. annuleer alstublieft mijn bestelling. past het in de
            oven? er werd mij verteld dat iemand me deze week zou terugbellen. het apparaat is kapot en gaat niet meer
            aan.
            """)
}
