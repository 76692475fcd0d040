#!/usr/bin/python3
"""A test of the test: the broker with one thing wrong in it must break a promise in the simulation.

Every mutant below is a piece of Sources/Broker as it stands and what stands there instead. All of them are built at once into
a copy of the package, each behind a switch, so that one build serves them all; then the simulation runs under each.

usage: mutants.py FOLDER [NAME...]      the folder is made and kept, so that the next build is short
"""

import os
import pathlib
import shutil
import subprocess
import sys

SEEDS, STEPS = 300, 300

# name, file, the text as it is, the text with the switch, what it forgets
MUTANTS = [
    ("epoch", "Leases.swift", "held.epoch == epoch, held.session == session",
     'mutant("epoch") || (held.epoch == epoch && held.session == session)',
     "an answer under an epoch that is over is taken"),
    ("early", "Heart.swift", "return try speak(decide(events, now))",
     """if mutant("early") {
                    return try store.transaction { try speak(core.beat(events, now: now, $0)) }
                }
                return try speak(decide(events, now))""",
     "what is decided is said before it is on disk"),
    ("requeue", "Leases.swift", "            enqueue(row)\n",
     '            if !mutant("requeue") { enqueue(row) }\n',
     "what a lost process had not begun is not put back"),
    ("backoff", "Timers.swift", "nextDue = min(nextDue ?? moment, moment)",
     'if !mutant("backoff") { nextDue = min(nextDue ?? moment, moment) }',
     "a message that is to be tried later is never looked at again"),
    ("time", "Journal.swift", "{ max(now, row.updated) }", '{ mutant("time") ? now : max(now, row.updated) }',
     "a clock that is set back takes a case back with it"),
    ("heard", "Outcomes.swift", "if answers, theCase.heard != held.heard {",
     'if answers, theCase.heard != held.heard, !mutant("heard") {',
     "an answer is taken though the customer wrote meanwhile"),
    ("leave", "Saying.swift", "if say.state == .ready, isOverheard(say, theCase) {",
     'if say.state == .ready, isOverheard(say, theCase), !mutant("leave") {',
     "a text is let go though the customer wrote meanwhile"),
    ("lane", "ReadyQueue.swift", "guard let lane = item.lane else { return true }",
     'guard let lane = item.lane, !mutant("lane") else { return true }',
     "a case is worked at two places at once"),
    ("verdict", "Saying.swift", "        if !verdict.pass {\n", '        if !verdict.pass, !mutant("verdict") {\n',
     "a refused text counts as passed"),
    ("again", "Admission.swift", "if let content = admit.dedupe.map",
     'if !mutant("again"), let content = admit.dedupe.map',
     "the same content is taken twice"),
    ("key", "Submissions.swift", "if let earlier = try store.findSubmission(key: id) {",
     'if !mutant("key"), let earlier = try store.findSubmission(key: id) {',
     "a submission that comes again is not recognised"),
    ("sending", "Saying.swift", "        say.state = .sending\n", '        if !mutant("sending") { say.state = .sending }\n',
     "leave is given and not written down"),
    ("fence", "Core.swift", "incarnation = try store.beginIncarnation()",
     'incarnation = try mutant("fence") ? store.incarnation() : store.beginIncarnation()',
     "a new broker does not fence the old one off"),
    ("stale", "Failures.swift", "if let row = try store.findMessage(delivery), row.epoch == epoch {",
     'if let row = try store.findMessage(delivery), row.epoch == epoch || mutant("stale") {',
     "an outcome that came too late is told that it counts"),
    ("parked", "Failures.swift", "if let id = row.submission, var submission",
     'if !mutant("parked"), let id = row.submission, var submission',
     "a submission that cannot be read is left where nobody looks"),
    ("stranded", "OutcomeCheck.swift", 'case ("say.proposed", .proposed):',
     'case ("say.proposed", .proposed) where !mutant("stranded"):',
     "a text without its verdict is left where nobody looks"),
    ("sight", "Dispatch.swift", "where stage.reads.contains(section.name)",
     'where mutant("sight") || stage.reads.contains(section.name)',
     "a stage sees sections that it was not granted"),
    ("release", "ReadyQueue.swift", "guard let lane, lanes[lane]?.holder == id else { return }",
     'guard !mutant("release"), let lane, lanes[lane]?.holder == id else { return }',
     "a case stays locked after its work is done"),
    ("drained", "Dispatch.swift", "where wishes[stage.name]?.isDrained != true {",
     'where mutant("drained") || wishes[stage.name]?.isDrained != true {',
     "a drained stage is handed work"),
    ("lanes", "Reloading.swift", "for held in leases.values { queue.hold",
     'for held in leases.values where !mutant("lanes") { queue.hold',
     "a lane that is held is free when another plan comes"),
    ("order", "ReadyQueue.swift", "(rank(of: $0), $0) > (item.rank, item.id) } ?? list.endIndex",
     '!mutant("order") && (rank(of: $0), $0) > (item.rank, item.id) } ?? list.endIndex',
     "messages of a case are worked in the order in which they came back"),
    ("behind", "Rows.swift", "rank == 0 ? 2 * id : 2 * rank + 1", 'rank == 0 ? 2 * id : 2 * rank + (mutant("behind") ? 0 : 1)',
     "what was put back comes before what it was put behind, once the broker is started anew"),
    ("house", "House.swift", "latest.flatMap { $0.status == .open ? $0 : nil }",
     'latest.flatMap { $0.status == .open && !mutant("house") ? $0 : nil }',
     "a case of the house is opened although one is open under its key"),
    ("pointer", "House.swift", "try store.point(key, to: row.id)\n        try store.write(",
     'try mutant("pointer") ? store.index(key, caseID: row.id) : store.point(key, to: row.id)\n        try store.write(',
     "a key leads to a case of the house that is settled"),
    ("elsewhere", "House.swift", "(news.caseID, news.customer, news.trace) = (other.id, other.customer, other.trace)",
     """if !mutant("elsewhere") {
            (news.caseID, news.customer, news.trace) = (other.id, other.customer, other.trace)
        }""",
     "a message about another case is about the one that it was sent from"),
    ("count", "Outcomes.swift", "for one in outcome.count ?? [] { try count(one, store) }",
     'for one in outcome.count ?? [] where !mutant("count") || theCase.heard < 2 { try count(one, store) }',
     "what later contacts are about is not counted"),
    ("withdraw", "Outcomes.swift", "for name in outcome.withdraw ?? [] {", 'for name in outcome.withdraw ?? [] where !mutant("withdraw") {',
     "a promise that was withdrawn is owed still"),
    ("cancel", "Outcomes.swift", "for name in outcome.cancel ?? [] {", 'for name in outcome.cancel ?? [] where !mutant("cancel") {',
     "a timer that was cancelled goes off, and somebody is chased for what is not owed"),
    ("seldom", "Saying.swift", "[.sending, .sent].contains(other.state)",
     '(mutant("seldom") ? [.sent] : [.sending, .sent]).contains(other.state)',
     "two texts that are to be seldom leave at the same time"),
    ("word", "PeoplesWords.swift", "if let heard = seen[\"heard\"]?.int, heard < row.heard {",
     'if let heard = seen["heard"]?.int, heard < row.heard, !mutant("word") {',
     "a colleague answers what they have not seen"),
    ("released", "Parked.swift", "        try enqueueReading(row, orders: .object(orders), by: \"operator\", store)\n",
     '        if !mutant("released") { try enqueueReading(row, orders: .object(orders), by: "operator", store) }\n',
     "what an operator lets in is read by nobody"),
    ("erased", "Erasure.swift", "own.prefix(Self.atOnce).map(\\.id)", 'own.prefix(mutant("erased") ? 1 : Self.atOnce).map(\\.id)',
     "of a customer with several cases only the latest is erased"),
    ("holder", "Erasure.swift", "if let held = leases[id] { drop(held) }",
     'if let held = leases[id], !mutant("holder") { drop(held) }',
     "work goes on at a case that was erased"),
    ("rules", "StandardsChange.swift", "        for row in cases {\n", '        for row in cases where !mutant("rules") || row.heard < 2 {\n',
     "other standards are not told of to every open case"),
    ("whose", "Questions.swift", "let customer = tellsCustomers ? row.customer : nil",
     'let customer = tellsCustomers || mutant("whose") ? row.customer : nil',
     "a stage learns which cases are of one customer, without the grant"),
    ("since", "Questions.swift", "let since = arguments[\"since\"]?.moment",
     'let since = mutant("since") ? nil : arguments["since"]?.moment',
     "a stage that asks what has changed is told everything"),
    ("of", "Questions.swift", "try row.customer.map { try store.cases(of: $0, limit: Self.casesOfOne) } ?? [row]",
     """try mutant("of")
            ? store.cases(status: nil, of: .anybody, limit: Self.casesOfOne, offset: 0)
            : row.customer.map { try store.cases(of: $0, limit: Self.casesOfOne) } ?? [row]""",
     "a stage that asks for the cases of a customer is told of others"),
]

SWITCH = """import Glibc

private let active = getenv("CASEWIRE_MUTANT").map { String(cString: $0) }

/// Whether the broker is wrong in this way.
func mutant(_ name: String) -> Bool { active == name }
"""


def copy(root, package):
    """The package with all mutants in it. Files that have not changed keep their dates, so that little is built again."""
    keep = {}
    for part in ("Sources", "plugins", "Tests", "Benchmarks"):
        for path in (root / part).rglob("*") if (root / part).exists() else []:
            if path.is_file() and not path.is_symlink():
                keep[path.relative_to(root)] = path.read_bytes()
    keep[pathlib.Path("Package.swift")] = (root / "Package.swift").read_bytes()
    keep[pathlib.Path("Sources/Broker/Mutant.swift")] = SWITCH.encode()
    for name, file, old, new, _ in MUTANTS:
        place = pathlib.Path("Sources/Broker") / file
        text = keep[place].decode()
        if text.count(old) != 1:
            sys.exit(f"mutant {name}: {file} has {text.count(old)} places like\n  {old.strip()}\n"
                     "The broker has changed: say in Tests/Simulation/mutants.py where the fault is to be made now.")
        keep[place] = text.replace(old, new).encode()
    if package.exists():
        for path in [path for path in package.rglob("*") if path.is_file()]:
            if path.relative_to(package) not in keep and path.name != "Package.resolved":
                path.unlink()
    for place, data in keep.items():
        path = package / place
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def simulate(program, name=None):
    environment = {**os.environ, **({"CASEWIRE_MUTANT": name} if name else {})}
    run = subprocess.run([program, "--seeds", str(SEEDS), "--steps", str(STEPS), "--brief"], env=environment,
                         capture_output=True, text=True, timeout=900)
    return run.returncode, (run.stdout.strip().splitlines() or [run.stderr.strip()[-300:]])[-1]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    wanted = [mutant for mutant in MUTANTS if mutant[0] in sys.argv[2:] or not sys.argv[2:]]
    root = pathlib.Path(__file__).resolve().parents[2]
    folder = pathlib.Path(sys.argv[1]).resolve()
    copy(root, folder / "package")
    build = ["swift", "build", "--package-path", folder / "package", "--scratch-path", folder / "build"]
    subprocess.run([*build, "--product", "simulate"], check=True)
    program = folder / "build/debug/simulate"
    code, last = simulate(program)
    if code != 0:
        sys.exit(f"the broker as it is does not pass: {last}")
    missed = []
    for name, _, _, _, what in wanted:
        code, last = simulate(program, name)
        caught = code != 0 and "breaks a promise" in last
        print(f"{'caught' if caught else 'MISSED'}  {name:9} {what}\n        {last}", flush=True)
        if not caught:
            missed.append(name)
    if missed:
        sys.exit(f"{len(missed)} of {len(wanted)} mutants were missed: {', '.join(missed)}")
    print(f"all {len(wanted)} mutants were caught, and the broker as it is broke no promise")


main()
