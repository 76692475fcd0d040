extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let italian = LanguageProfile(
        language: "it",
        sample: """
            il lo la i gli le di a da in con su per tra fra un uno una e che non è sono ho hai ha abbiamo avete hanno
            del della dei delle dello degli al alla ai alle nel nella dal dalla sul sulla si mi ti ci vi ne ma se come
            anche più già ancora molto bene quando dove perché chi cosa quale quanto questo questa questi quello quella
            mio mia miei suo sua vostro vostra nostro essere stato stata fare fatto posso può potete potrebbe vorrei
            voglio devo era erano c'è dell' l'ho un'altra sempre mai niente nessuno qualcosa oggi domani ieri settimana
            giorni due tre grazie ciao salve sì no poi solo senza dopo prima tutto tutti buongiorno, vorrei sapere
            quando arriverà il mio ordine. grazie mille per il vostro aiuto. non ho ancora ricevuto niente e nessuno ha
            risposto alla mia email. potreste dirmi dove si trova il pacco? mi dispiace disturbarvi di nuovo, ma sto
            ancora aspettando. la scatola era danneggiata e manca una tazza. non voglio tenerlo, posso restituirlo e
            riavere i soldi? la carta è stata addebitata due volte. non riesco ad accedere al mio account, ho
            dimenticato la password. è davvero fastidioso. siamo molto contenti di tutto, il bollitore funziona ed è
            bello. quanto costa? c'è anche in blu? a che ora aprite domani mattina? ieri ho chiamato il negozio ma la
            linea era occupata. c'è un errore nella fattura, l'indirizzo è sbagliato. cordiali saluti, distinti saluti,
            buonasera, gentili signori. mi serve entro venerdì per il compleanno di mia figlia. per favore annullate il
            mio ordine. entra nel forno? mi hanno detto che qualcuno mi avrebbe richiamato questa settimana.
            l'apparecchio è rotto e non si accende più.
            """)
}
