"""Measures reports over many cases: how long each takes from a store on disk, how much memory, and what parity raises alarms for.

    python3 Benchmarks/reports.py [CASES] [FOLDER OF THE PROGRAMS] [--seed N] [--unequal] [--only REPORT,…] [--keep FOLDER]

Fills a store with cases of two years (100,000), the same every time: logs of six to fourteen entries with texts of the length
that the shipped templates give them, five sections each, promises, signs, votes; what came in, and causes. No broker runs while it
is read. With --unequal small accounts are granted things more seldom (10 instead of 15 %) and customers who write German wait longer
(by a fifth); without it chance alone tells customers apart.
"""
import argparse, json, os, pathlib, random, resource, shutil, sqlite3, subprocess, sys, tempfile, time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
REPORTS = ["standards", "voice", "survey", "parity", "promises", "escalations", "workload", "feedback", "understanding", "intake", "all"]
parser = argparse.ArgumentParser()
parser.add_argument("cases", type=int, nargs="?", default=100_000)
parser.add_argument("programs", type=pathlib.Path, nargs="?", default=PROJECT / ".build/release")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--unequal", action="store_true")
parser.add_argument("--only", default=",".join(REPORTS))
parser.add_argument("--keep", type=pathlib.Path, help="a folder for what the reports say")
options = parser.parse_args()
CASES, PROGRAMS = options.cases, options.programs.resolve()
START, DAY = 1_704_186_000_000, 86_400_000  # Tuesday, 2 January 2024, 09:00 UTC
TOPICS = ["order-status", "refund-status", "return", "exchange", "damaged", "invoice", "delivery", "warranty", "product", "other"]
MOODS, LANGUAGES = ["calm"] * 6 + ["worried"] * 2 + ["upset", "angry", "happy"], ["en"] * 6 + ["de"] * 2 + ["fr", "es"]
PEOPLE, CHANNELS = ["nora", "emma", "liam", "rosa"], ["mail"] * 7 + ["form"] * 2 + ["api"]
WORDS = "Where is my order? It was to come on Monday and nobody has told me anything since. I need it for a birthday. "
SIZES = ["large"] * 2 + ["middle"] * 6 + ["small"] * 12
TEXT = "Thank you for your patience. We have looked into it with the carrier, and this is where it stands. " * 8


def moment(at):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at // 1000)) + f".{at % 1000:03}Z"


def size(account):
    """The size of an account, by its number: the one fact about it that no stage is told."""
    return SIZES[account * 7 % len(SIZES)]


def made(number, dice):
    """One case: its head, its log, its sections."""
    at = START + int(number / CASES * 700 * DAY) + dice.randrange(8 * 3_600_000)
    owner, topic, mood, language = dice.choice(PEOPLE), dice.choice(TOPICS), dice.choice(MOODS), dice.choice(LANGUAGES)
    account = dice.randrange(CASES // 2)
    customer = {"name": "Ann Other", "address": f"c{account}@example.net"}
    wait = 90 * (1.2 if options.unequal and language == "de" else 1)
    grants = 0.10 if options.unequal and size(account) == "small" else 0.15
    channel, quote, log, heard = dice.choice(CHANNELS), WORDS[:18], [], 0

    def add(kind, after, by, body):
        nonlocal at
        at += int(after * 60_000)
        log.append((kind, at, by, body))

    def hears(after):
        nonlocal heard
        heard += 1
        add("heard", after, "intake", {"channel": channel, "from": customer, "subject": "Order", "words": WORDS * dice.randrange(1, 6),
                                       "attachments": [], "references": [], "problems": []})

    def says(purpose, after, author=None):
        body = {"purpose": purpose, "audience": "customer", "to": [customer["address"]], "text": TEXT, "by": "responder", "say": number,
                "heard": heard, "answers": purpose == "answer", "subject": "Re: Order", "message_id": f"<{number}.{len(log)}@example.net>"}
        add("said", after, "responder", {**body, "author": author} if author else body)

    hears(0)
    add("decided", 0.01, "escalation", {"owner": owner})
    add("noted", 0.01, "escalation", {"mood": mood, "heard": 1})
    says("acknowledgment", dice.expovariate(1))
    if dice.random() < 0.2: add("noted", 5, "escalation", {"sign": "mood", "heard": 1, "reason": "the customer's mood gets worse"})
    if dice.random() < 0.1: add("noted", 60, "escalation", {"rung": 1, "clock": "first-answer", "told": [dice.choice(PEOPLE)]})
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        says("answer", dice.expovariate(1 / wait), owner if dice.random() < 0.6 else None)
        if dice.random() < grants:
            name = f"say-{number}-{len(log)}"
            add("promised", 0, "responder", {"name": name, "kind": dice.choice(["refund", "delivery", "contact", "check"]), "what": "We will refund it by Friday.",
                                             "due": moment(at + 2 * DAY), "authority": owner, "evidence": "a text that says it is done"})
            if dice.random() < 0.9: add("decided", dice.expovariate(1 / 1500), "escalation", {"kept": name})
        if dice.random() < 0.4: hears(dice.expovariate(1 / 600)); says("answer", dice.expovariate(1 / 90), owner)
    settled = number < CASES * 0.98
    if settled: add("decided", 3 * 1440, "escalation", {"resolved": "content"})
    clocks = {name: {"started": moment(log[0][1]), "due": moment(log[0][1] + DAY), "met": moment(at)} for name in ("acknowledge", "first-answer", "update", "resolve")}
    sections = {
        "contact": {"customer": customer, "channel": channel, "subject": "Order", "references": [f"<{number}@example.net>"] * 3},
        "understanding": {"heard": heard, "topic": topic, "confidence": 0.9, "alternatives": [{"topic": "other", "confidence": 0.05}] * 3, "mood": mood,
                          "strength": 0.3, "language": language, "asks": [{"quote": quote, "kind": "question", "contact": 1}], "safety": [],
                          "satisfied": False, "wants_person": False, "evidence": ["order", "monday", "birthday"]},
        "answering": {"acknowledged": heard, "answered": heard, "questions": 0,
                      "coverage": [{"ask": quote, "span": TEXT[:60], "article": f"{topic}#how"}] if dice.random() < 0.7 else [{"ask": quote}]},
        "care": {"advocate": {"id": owner, "name": owner.title()}, "earlier": [], "clocks": clocks, "rung": 0, "turn": "customer"}}
    if dice.random() < 0.3:
        vote = {"question": "csat", "score": dice.choice([1, 2, 3, 4, 4, 5, 5, 5]), "words": WORDS, "at": moment(at + DAY), "quote": dice.random() < 0.3}
        sections["feedback"] = {"asked": moment(at + DAY), "question": "csat", "votes": [vote]}
    if dice.random() < 0.2:
        meant = [] if dice.random() < 0.8 else [{"what": "topic", "before": topic, "after": dice.choice(TOPICS), "by": owner, "at": moment(at), "heard": 1}]
        sections["review"] = {"machine": {"heard": 1, "topic": topic, "confidence": 0.9, "mood": mood, "language": language}, "by": owner,
                              "at": moment(at), "corrections": meant}
    return customer["address"], owner, heard, settled, log, sections


def cause(number, dice):
    """A case of the house about what went wrong: its log; mended in time, late, or not yet."""
    at, owner = START + dice.randrange(690) * DAY, dice.choice(PEOPLE)
    log = [("noted", at, "escalation", {"cause": "a customer wrote about damaged", "key": "damaged", "ref": f"CW-{number:07}"})]
    fate = dice.random()
    if fate < 0.3: log.append(("noted", at + 14 * DAY, "escalation", {"overdue": moment(at + 14 * DAY)}))
    if fate < 0.9: log.append(("decided", at + (20 if fate < 0.3 else 6) * DAY, "escalation", {"mended": "Another maker.", "person": owner}))
    return owner, fate < 0.9, log


def fill(path):
    dice = random.Random(options.seed)
    bodies = lambda value: json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous = OFF")

        def put(number, ref, status, heard, log, customer, owner, kind):
            first, last = log[0][1], log[-1][1]
            db.execute(
                "INSERT INTO cases (id, ref, status, heard, entries, opened, updated, resolved, customer, subject, owner, kind, trace)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'Order', ?, ?, ?)",
                (number, ref, status, heard, len(log), first, last, last if status == "resolved" else None, customer, owner, kind, "0" * 32))
            db.executemany("INSERT INTO entries (case_id, seq, kind, at, by, body) VALUES (?, ?, ?, ?, ?, ?)", [
                (number, seq, kind, at, by, bodies(body)) for seq, (kind, at, by, body) in enumerate(log, 1)])

        for number in range(1, CASES + 1):
            customer, owner, heard, settled, log, sections = made(number, dice)
            put(number, f"CW-{number:07}", "resolved" if settled else "open", heard, log, customer, owner, None)
            db.executemany("INSERT INTO sections (case_id, name, schema, version, at, by, body) VALUES (?, ?, ?, 1, ?, 'bench', ?)", [
                (number, name, name + "/1", log[-1][1], bodies(value)) for name, value in sections.items()])
            came = [entry for entry in log if entry[0] == "heard"]
            db.executemany(
                "INSERT INTO submissions (key, via, source, at, state, case_id, settled) VALUES (?, ?, 'intake', ?, ?, ?, ?)", [
                    (f"{number}-{index}", came[0][3]["channel"], at, "followed_up" if index else "opened", number, at)
                    for index, (_, at, _, _) in enumerate(came)])
        for number in range(CASES + 1, CASES + 1 + CASES // 200):
            owner, mended, log = cause(number, dice)
            put(number, f"CW-{number:07}", "resolved" if mended else "open", 0, log, None, owner, "cause")


def run(folder, environment, *command):
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([PROGRAMS / "casewire", *command], cwd=folder, env=environment, capture_output=True)
    seconds, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    # Alarms of parity end with 1.
    if done.returncode not in (0, 1): sys.exit(f"{command}: {done.stderr.decode()}")
    return {"seconds": round(seconds, 2), "processor_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)}


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for file in ("standards.yaml", "people.yaml", "pipeline.yaml"): shutil.copy(PROJECT / file, folder)
    for file in ("knowledge", "templates", "training", "plugins"): os.symlink(PROJECT / file, folder / file)
    environment = {**os.environ, "CASEWIRE_VAR": str(folder / "var"), "CASEWIRE_BIN": str(PROGRAMS)}
    store = folder / "var/casewire.db"
    broker = subprocess.Popen([PROGRAMS / "casewire", "broker"], cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not store.exists() or not subprocess.run([PROGRAMS / "casewire", "status"], cwd=folder, env=environment, capture_output=True).returncode == 0:
        if broker.poll() is not None: sys.exit("the broker ended; casewire check says why")
        time.sleep(0.2)
    broker.terminate()
    broker.wait(30)
    fill(store)
    with open(folder / "sizes.csv", "w") as file:
        file.writelines(f"c{account}@example.net,{size(account)}\n" for account in range(CASES // 2))
    figures = {"cases": CASES, "seed": options.seed, "unequal": options.unequal, "megabytes": round(store.stat().st_size / 1e6)}
    asked = options.only.split(",")
    for report in asked:
        more = ["--accounts", folder / "sizes.csv"] if report in ("parity", "all") else []
        figures[report] = run(folder, environment, "report", report, "--format", "json", "-o", folder / f"{report}.json", *more)
    if "all" in asked:
        figures["all as html"] = run(folder, environment, "report", "all", "-o", folder / "all.html", "--accounts", folder / "sizes.csv")
        figures["html_kilobytes"] = round((folder / "all.html").stat().st_size / 1000)
    if "parity" in asked: figures["alarms"] = json.loads((folder / "parity.json").read_text())["alarms"]
    figures["resident_megabytes"] = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000)
    print(json.dumps(figures))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for name in [f"{report}.json" for report in asked] + ["all.html"] * ("all" in asked): shutil.copy(folder / name, options.keep)
