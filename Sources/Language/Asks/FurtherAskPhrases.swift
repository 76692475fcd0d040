/// Phrases by which people ask a service in writing of one line: found on labelled questions to a bank and an assistant.
enum FurtherAskPhrases {
    static let questions = """
        what did, what does, what was, what were, what will, what would, what kind, what type, what day, what number,
        what amount, what happened, what timezone, what ingredients, when did, when was, when were, when are, when am,
        where did, where was, where should, how did, how would, how should, how old, how often, how far, how come,
        have i, has it, has there, is a, is an, is my, is that, are my, can it, can we, could it, would it, should we,
        was my, was the, were the, must i
        """

    static let questionsAnywhere = """
        is this correct, is that correct, is this right, is that right, need to know, bis wann, wollte wissen, où en
        est, like to figure out, want to figure out, need to know, wanna know, want to find out, like to find out, how
        do i do that, want to understand, like to understand, can't figure out, what do i do, i wonder why
        """

    static let requestsAnywhere = """
        would like a, would like an, would like it, would like to, i'd like, should like, be grateful if, appreciate
        if, would be appreciated, be appreciated, i need to freeze, i need to change, i need to cancel, i need
        assistance, more assistance, i need help, need help, please look, please assist, get me, i expect a, i expect
        my, i expect the, want a refund, want a replacement, want my, want to transfer, want to cancel, want to
        change, want to return, want to exchange, need to figure out, get my money, get the money, have my money, take
        me off, souhaite un*, souhaite l*, verlange, fordere, möchte meinen, möchte meine, möchte mein, wünsche,
        solicito, les pido, envíen*, envíenme, i need to set up, i need to make, i need to order, i need to get, i
        need to report, i need to book, i need to transfer, i need to update, i need to pay, i need to add, i got to
        change, i have to change, want to link, want to notify, want to report, want to order, want to close, want to
        add, want to see, want to hear, want to set up, want to let, like to hear, like to see, like to set up, like
        to add, like to use, like to report, like to open, like to close, like to update, like to book, like to pay,
        let's get, let's set, let's report, let's make, would be great if, would be good if, would be nice if, please
        help, help me
        """

    static let imperatives = """
        send, change, cancel, refund, replace, exchange, return, check, look, tell, explain, call, contact, confirm,
        delete, close, open, fix, repair, take, get, give, correct, stop, unsubscribe, forward, resend, process,
        assist, investigate, move, upgrade, renew, extend, order, buy, find, make, play, turn, write, read me, list,
        start, sync, change my, update, set up, set a, set the, add, book, transfer, terminate, show me, remind me,
        report, reset, activate, block, unblock, freeze, remove, schedule, reserve, repeat, turn off, turn on, look
        up, find me, get me, let my, make a, make me, pay my, order me, put me, help
        """

    static let complaints = """
        isn't there, is not there, isn't in my, is not in my, isn't here, is not here, isn't showing, not showing, has
        not shown, hasn't shown, hasn't shown up, not shown up, doesn't show, never showed up, is gone, are gone,
        disappeared, has vanished, is wrong, was wrong, are wrong, seems wrong, is incorrect, was incorrect, not
        correct, isn't correct, isn't right, not right, not the right, something is wrong, something went wrong, went
        wrong, was declined, is declined, been declined, being declined, got declined, keeps declining, keeps being,
        keeps getting, keeps crashing, keeps saying, keeps telling, was rejected, been rejected, was refused, been
        refused, was cancelled, been cancelled, got cancelled, cancelled it, was reverted, been reverted, a payment
        reverted, was stopped, been stopped, was blocked, is blocked, been blocked, stopped working, is non
        functional, non-functional, is pending, still pending, as pending, was charged, been charged, got charged, am
        being charged, being charged, extra charge, extra fee, extra pound, extra dollar, extra euro, unexpected fee,
        hidden fee, strange charge, strange payment, strange transaction, unknown payment, unknown transaction, didn't
        make, did not make, never made, didn't do, did not do, definitely did not, wasn't me, didn't authorise, didn't
        authorize, don't recognise, don't recognize, do not recognise, do not recognize, someone is using, somebody is
        using, using my card, someone has access, was stolen, been stolen, got stolen, was taken, i lost my, i've lost
        my, have lost my, i lost mine, can't find my, cannot find my, don't see the, do not see the, can't see my, not
        sure where my, got an error, get an error, an error, could not get, couldn't get, could not use, couldn't use,
        cannot use, can't use, can't get, can't make, cannot make, can't pay, can't send, can't transfer, can't
        verify, won't work, won't accept, won't process, wouldn't process, wouldn't work, wouldn't let, didn't go
        through, did not go through, hasn't gone through, not gone through, failed, has failed, keeps failing, didn't
        process, not processed, did not get, did not receive, didn't receive, am waiting for, i'm waiting for, have
        been waiting, wrong pin, wrong amount, too many times, don't have a way, my card is wrecked, is fraudulent,
        was swallowed, swallowed my, ate my card, is damaged, is frozen, money is missing
        """
}
