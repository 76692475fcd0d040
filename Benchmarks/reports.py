"""Measures reports over many cases: how long each takes from a store on disk, and how much memory.

    python3 Benchmarks/reports.py [CASES] [FOLDER OF THE PROGRAMS]

Fills a store with cases of two years (100,000), the same every time: logs of six to fourteen entries with texts of the length
that the shipped templates give them, five sections each, promises, signs, votes. No broker runs while it is read.
"""
import json, os, pathlib, random, resource, shutil, sqlite3, subprocess, sys, tempfile, time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
PROGRAMS = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else PROJECT / ".build/release"
START, DAY = 1_704_186_000_000, 86_400_000  # Tuesday, 2 January 2024, 09:00 UTC
TOPICS = ["order-status", "refund-status", "return", "exchange", "damaged", "invoice", "delivery", "warranty", "product", "other"]
MOODS, LANGUAGES = ["calm"] * 6 + ["worried"] * 2 + ["upset", "angry", "happy"], ["en"] * 6 + ["de"] * 2 + ["fr", "es"]
PEOPLE, CHANNELS = ["nora", "emma", "liam", "rosa"], ["mail"] * 7 + ["form"] * 2 + ["api"]
WORDS = "Where is my order? It was to come on Monday and nobody has told me anything since. I need it for a birthday. "
TEXT = "Thank you for your patience. We have looked into it with the carrier, and this is where it stands. " * 8


def moment(at):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at // 1000)) + f".{at % 1000:03}Z"


def made(number, dice):
    """One case: its head, its log, its sections."""
    at = START + int(number / CASES * 700 * DAY) + dice.randrange(8 * 3_600_000)
    owner, topic, mood, language = dice.choice(PEOPLE), dice.choice(TOPICS), dice.choice(MOODS), dice.choice(LANGUAGES)
    customer = {"name": "Ann Other", "address": f"c{dice.randrange(CASES // 2)}@example.net"}
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
        says("answer", dice.expovariate(1 / 90), owner if dice.random() < 0.6 else None)
        if dice.random() < 0.15:
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
    return customer["address"], owner, heard, settled, log, sections


def fill(path):
    dice = random.Random(1)
    bodies = lambda value: json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        for number in range(1, CASES + 1):
            customer, owner, heard, settled, log, sections = made(number, dice)
            first, last = log[0][1], log[-1][1]
            db.execute("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'Order', ?, NULL, ?)", (
                number, f"CW-{number:07}", "resolved" if settled else "open", heard, len(log), first, last, last if settled else None, customer, owner, "0" * 32))
            db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", [
                (number, seq, kind, at, by, bodies(body)) for seq, (kind, at, by, body) in enumerate(log, 1)])
            db.executemany("INSERT INTO sections VALUES (?, ?, ?, 1, ?, 'bench', ?)", [
                (number, name, name + "/1", last, bodies(value)) for name, value in sections.items()])


def run(folder, environment, *command):
    begun = time.monotonic()
    done = subprocess.run([PROGRAMS / "casewire", *command], cwd=folder, env=environment, capture_output=True)
    seconds = time.monotonic() - begun
    # Alarms of parity end with 1.
    if done.returncode not in (0, 1): sys.exit(f"{command}: {done.stderr.decode()}")
    return round(seconds, 2)


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
    figures = {"cases": CASES, "megabytes": round(store.stat().st_size / 1e6)}
    for report in ("standards", "parity", "all"):
        figures[report + "_seconds"] = run(folder, environment, "report", report, "--format", "json", "-o", str(folder / f"{report}.json"))
    figures["all_html_seconds"] = run(folder, environment, "report", "all", "-o", str(folder / "all.html"))
    figures["html_kilobytes"] = round((folder / "all.html").stat().st_size / 1000)
    figures["resident_megabytes"] = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000)
    print(json.dumps(figures))
