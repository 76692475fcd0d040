"""Gathers the texts that the mood model learns from.

    python3 training/mood.py DATA > mood-all.csv
    casewire train mood-all.csv --for mood -o training/mood.model

DATA is a folder with emotion/goemotions-train.tsv and emotion/goemotions-labels.txt (GoEmotions, Apache-2.0),
intents/banking77-train.csv (Banking77, CC BY 4.0) and intents/clinc150-train.csv (CLINC150, CC BY 3.0). To these come the
messages of training/mood.csv, which are ours.
"""

import csv
import pathlib
import sys

# GoEmotions' emotions as moods; "talk" is what people say to each other in no mood that matters here.
MOODS = {
    "angry": "anger annoyance disgust",
    "upset": "disappointment disapproval sadness grief remorse embarrassment",
    "worried": "fear nervousness",
    "happy": "admiration amusement approval caring excitement gratitude joy love optimism pride relief",
    "talk": "neutral curiosity realization surprise desire confusion",
}
MOOD_OF = {emotion: mood for mood, emotions in MOODS.items() for emotion in emotions.split()}

# Intents in which something did not happen that should have. All others merely want to know, ...
TROUBLES = set("""
    Refund_not_showing_up balance_not_updated_after_bank_transfer balance_not_updated_after_cheque_or_cash_deposit
    card_arrival card_not_working card_payment_fee_charged card_payment_not_recognised
    card_payment_wrong_exchange_rate card_swallowed cash_withdrawal_charge cash_withdrawal_not_recognised
    contactless_not_working declined_card_payment declined_cash_withdrawal declined_transfer
    direct_debit_payment_not_recognised extra_charge_on_statement failed_transfer pending_cash_withdrawal
    pending_top_up reverted_card_payment? top_up_failed top_up_reverted transaction_charged_twice
    transfer_fee_charged transfer_not_received_by_recipient unable_to_verify_identity virtual_card_not_working
    wrong_amount_of_cash_received wrong_exchange_rate_for_cash_withdrawal
""".split())
# ... except for those that are asked in too many ways to teach anything.
UNDECIDED = set("""
    beneficiary_not_allowed cancel_transfer compromised_card lost_or_stolen_card lost_or_stolen_phone
    passcode_forgotten pending_card_payment pending_transfer pin_blocked request_refund terminate_account
    why_verify_identity account_blocked card_declined damaged_card report_fraud lost_luggage report_lost_card oos
""".split())
OWN = 25  # times each text of ours counts: they are few and to the point


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def talk(folder):
    """What people say to each other. Who is angry about a film is not angry with a service: three in five of those in
    trouble count as mere talk, so that only the words weigh which both have in common."""
    labels = (folder / "goemotions-labels.txt").read_text().split()
    lines = (folder / "goemotions-train.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[::2]):
        text, emotions, *_ = line.split("\t")
        moods = {MOOD_OF[labels[int(emotion)]] for emotion in emotions.split(",")}
        if len(moods) != 1:
            continue  # two moods at once teach neither
        mood = moods.pop()
        yield text, "talk" if mood != "happy" and number % 5 < 3 else mood


def questions(folder):
    """Questions to a bank and to an assistant."""
    for name in ("banking77-train.csv", "clinc150-train.csv"):
        for row in rows(folder / name)[::2]:
            if row["category"] not in UNDECIDED:
                yield row["text"], "upset" if row["category"] in TROUBLES else "calm"


def main():
    data = pathlib.Path(sys.argv[1])
    own = [(row["text"], row["category"]) for row in rows(pathlib.Path(__file__).with_name("mood.csv"))]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("text", "category"))
    writer.writerows(talk(data / "emotion"))
    writer.writerows(questions(data / "intents"))
    writer.writerows(own * OWN)


main()
