extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let polish = LanguageProfile(
        language: "pl",
        sample: """
            i w na z do że się nie to jest o jak ale po co tak za od już są dla czy przez ja ty on ona my wy oni mój
            moja moje mojego mojej pan pani państwo państwa nasz nasze ich jego jej ten ta te tego tej tym tych który
            która które gdzie kiedy dlaczego kto ile jaki jaka mogę może można proszę chcę chciałbym chciałabym muszę
            był była było być mam ma mają mieć bardzo dobrze jeszcze też tylko także więc bo gdy oraz lub bez nad pod
            przed przy między nic nikt ktoś coś zawsze nigdy dziś dzisiaj jutro wczoraj tydzień dni dwa dwie trzy
            dziękuję dzień dobry cześć tu tam teraz potem znowu nadal jednak dzień dobry, chciałbym wiedzieć, kiedy
            dotrze moje zamówienie. bardzo dziękuję za pomoc. jeszcze nic nie otrzymałem i nikt nie odpowiedział na mój
            e-mail. czy mogą mi państwo powiedzieć, gdzie jest paczka? przepraszam, że znowu przeszkadzam, ale ciągle
            czekam. pudełko było uszkodzone i brakuje jednej filiżanki. nie chcę tego zatrzymać, czy mogę to odesłać i
            dostać zwrot pieniędzy? moja karta została obciążona dwa razy. nie mogę się zalogować, zapomniałem hasła. to
            naprawdę denerwujące. jesteśmy bardzo zadowoleni ze wszystkiego, czajnik działa i ładnie wygląda. ile to
            kosztuje? czy jest dostępny w kolorze niebieskim? o której otwieracie jutro rano? wczoraj dzwoniłam do
            waszego sklepu, ale linia była zajęta. coś jest nie tak z fakturą, adres jest błędny. z poważaniem,
            pozdrawiam serdecznie, dobry wieczór, szanowni państwo. potrzebuję tego do piątku na urodziny córki. proszę
            anulować moje zamówienie. czy zmieści się w piekarniku? powiedziano mi, że ktoś oddzwoni w tym tygodniu.
            urządzenie jest zepsute i już się nie włącza.
            """)
}
