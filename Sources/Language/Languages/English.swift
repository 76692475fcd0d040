extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let english = LanguageProfile(
        language: "en",
        sample: """
            the of and to in is that it was for on are as with his they at be this have from or had by not but what all
            were when we there can an your which their said if do will each about how up out them then she many some so
            these would other into has more her two like him see time could no make than first been its who now people
            my made over did down only way find use may long little very after called just where most know get through
            back much before go good new write our used me man too any day same right look think also around another
            came come work three word must because does part even place well such here take why help put away again off
            went old number great tell men say small every found still between name should home big give air line set
            own under read last never us left end along while might next below saw something thought both few those
            always looked show large often together asked house don't going want hello, thank you very much for your
            help. i would like to know when my order will arrive. please let me know what i should do next. i haven't
            received anything yet and nobody has answered my email. could you tell me where the parcel is? i'm sorry to
            bother you again, but i am still waiting. the box was broken when it came and one of the cups is missing. i
            don't want to keep it, can i send it back and get my money? my card was charged twice. i can't log in to my
            account, i forgot my password. this is really annoying. we are very happy with everything, the kettle works
            and looks lovely. how much does it cost? is it available in blue? what time do you open tomorrow morning?
            yesterday i called your shop but the line was busy. there's something wrong with the invoice, it shows the
            wrong address. thanks in advance, kind regards, best wishes, good evening, dear sir or madam. i need it by
            friday for my daughter's birthday. please cancel my order. does it fit in the oven? they told me that
            someone would call me back this week.
            """)
}
