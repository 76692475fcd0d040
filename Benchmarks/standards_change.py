"""Measures a change of standards over many open cases: how long until each is looked at anew, and how many messages wait meanwhile.

    python3 Benchmarks/standards_change.py [CASES] [FOLDER OF THE PROGRAMS]

Fills a store with open cases (100,000), changes a figure of standards.yaml, and runs the broker with one escalation.
"""
import json, os, pathlib, shutil, sqlite3, subprocess, sys, tempfile, time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
PROGRAMS = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else PROJECT / ".build/release"
WORDS = "Where is my order? It was to come on Monday and nobody has told me anything since. " * 4


def fill(path, cases):
    """Open cases of the last day, acknowledged and not answered, each with a log of three entries and two sections."""
    now, sections = int(time.time() * 1000), ("contact", "understanding")
    bodies = lambda value: json.dumps(value).encode()
    with sqlite3.connect(path) as db:
        for number in range(1, cases + 1):
            at, customer = now - number % 1440 * 60_000, {"name": "Ann", "address": f"c{number}@example.net"}
            contact = {"channel": "mail", "from": customer, "words": WORDS, "attachments": [], "references": [], "problems": []}
            said = {"purpose": "acknowledgment", "audience": "customer", "to": [customer["address"]], "text": "We have it. " * 20,
                    "by": "responder", "say": number, "heard": 1, "answers": False}
            understanding = {"heard": 1, "topic": "order-status", "confidence": 0.9, "alternatives": [], "mood": "calm", "strength": 0.1,
                             "asks": [{"quote": "Where is my order?", "kind": "question", "contact": 1}], "safety": [],
                             "satisfied": False, "wants_person": False, "evidence": []}
            db.execute("INSERT INTO cases (id, ref, status, heard, entries, opened, updated, customer, subject, owner, trace)"
                       " VALUES (?, ?, 'open', 1, 3, ?, ?, ?, 'Order', 'nora', ?)",
                       (number, f"CW-{number:07}", at, at, customer["address"], "0" * 32))
            log = [("heard", "intake", contact), ("decided", "escalation", {"owner": "nora"}), ("said", "responder", said)]
            db.executemany("INSERT INTO entries (case_id, seq, kind, at, by, body) VALUES (?, ?, ?, ?, ?, ?)", [
                (number, seq, kind, at + seq * 1000, by, bodies(body)) for seq, (kind, by, body) in enumerate(log, 1)])
            values = ({"customer": customer, "channel": "mail", "references": []}, understanding)
            db.executemany("INSERT INTO sections (case_id, name, schema, version, at, by, body) VALUES (?, ?, ?, 1, ?, 'bench', ?)", [
                (number, name, name + "/1", at, bodies(value)) for name, value in zip(sections, values)])


class Desk:
    """The shipped pipeline in a folder of its own, with the broker alone; escalation is started by hand."""

    def __init__(self, folder):
        self.folder, self.var = folder, folder / "var"
        for name in ("standards.yaml", "people.yaml", "pipeline.yaml"): shutil.copy(PROJECT / name, folder)
        for name in ("knowledge", "templates", "training", "plugins"): os.symlink(PROJECT / name, folder / name)
        self.environment = {**os.environ, "CASEWIRE_VAR": str(self.var), "CASEWIRE_BIN": str(PROGRAMS)}

    def start(self, *command, **more):
        return subprocess.Popen(command, cwd=self.folder, env={**self.environment, **more}, stdin=subprocess.PIPE,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def broker(self):
        process = self.start(PROGRAMS / "casewire", "broker")
        while not self.status():
            if process.poll() is not None: sys.exit(f"the broker ended with {process.returncode}; casewire check says why")
            time.sleep(0.2)
        return process

    def escalation(self):
        socket = f"ipc://{self.var}/run/escalation.sock"
        return self.start(PROGRAMS / "escalation", CASEWIRE_SOCKET=socket, CASEWIRE_STAGE="escalation", CASEWIRE_INSTANCE="escalation-0")

    def status(self):
        asked = subprocess.run([PROGRAMS / "casewire", "status", "--format", "json"], cwd=self.folder, env=self.environment, capture_output=True)
        return json.loads(asked.stdout) if asked.returncode == 0 else None

    def ask(self, question):
        db = sqlite3.connect(self.var / "casewire.db")
        try: return db.execute(question).fetchone()
        finally: db.close()


def leave(process):
    process.terminate()
    process.wait(30)


def sweep(desk):
    """Until every open case was told of and worked; the most messages that waited for the stage at one time."""
    broker, begun, most = desk.broker(), time.monotonic(), 0
    stage = desk.escalation()
    while True:
        stages = (desk.status() or {"stages": []})["stages"]
        mine = next((one for one in stages if one["name"] == "escalation"), {"waiting": 1, "holding": 0})
        most = max(most, mine["waiting"] + mine["holding"])
        if desk.ask("SELECT after IS NULL FROM standards") == (1,) and mine["waiting"] + mine["holding"] == 0: break
        time.sleep(1)
    seconds = time.monotonic() - begun
    for process in (stage, broker): leave(process)
    return seconds, most


with tempfile.TemporaryDirectory() as name:
    desk = Desk(pathlib.Path(name))
    leave(desk.broker())
    fill(desk.var / "casewire.db", CASES)
    # Whoever has no mark yet has it after this; what comes then is a change.
    standards = desk.folder / "standards.yaml"
    standards.write_text(standards.read_text().replace("within: 4 business hours", "within: 6 business hours"))
    seconds, most = sweep(desk)
    print(json.dumps({
        "cases": CASES, "seconds": round(seconds, 1), "cases_a_second": round(CASES / seconds), "waiting_at_most": most,
        "timers": desk.ask("SELECT count(*) FROM messages WHERE state = 0 AND timer IS NOT NULL")[0],
        "dead": desk.ask("SELECT count(*) FROM messages WHERE state = 2")[0]}))
