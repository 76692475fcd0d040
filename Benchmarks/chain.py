"""Measures the real chain from outside: readiness, memory, throughput, and latency to the acknowledgment when idle and at half load."""
import os, shutil, statistics, time, urllib.request

from pipelines import PROJECT, Pipeline, Usage, folder, remove, tool

MAIL = """From: Customer {n} <c{n}@example.net>
To: desk@hearth.example
Subject: Where is my order {n}?
Message-ID: <bench-{n}@example.net>
Content-Type: text/plain; charset=utf-8

I ordered a cast iron pan two weeks ago and it has not arrived. Where is my parcel?
"""


def sent(outbox):
    """When each mail was put into the outbox, by the address it goes to."""
    moments = {}
    for path in outbox.iterdir() if outbox.exists() else ():
        head = path.read_bytes()[:4000].decode(errors="replace").splitlines()
        address = next(line for line in head if line.lower().startswith("to:"))
        moments[address[3:].split("<")[-1].strip(" >")] = path.stat().st_mtime
    return moments


def wait_for(outbox, count, limit=300):
    until = time.perf_counter() + limit
    while sum(1 for _ in outbox.iterdir()) < count if outbox.exists() else True:
        if time.perf_counter() > until:
            break
        time.sleep(0.005)


def latencies(pipeline, outbox, prefix, count, rate):
    """Milliseconds from acceptance to the acknowledgment in the outbox, sorted; at a rate, or one mail a time."""
    before = sum(1 for _ in outbox.iterdir()) if outbox.exists() else 0
    accepted = tool("mails", "--socket", f"ipc://{pipeline.var}/run/intake.sock", "--prefix", prefix, "--count", count,
                    "--rate", rate)
    wait_for(outbox, before + count, 60)
    moments = sent(outbox)
    return sorted((moments[address] - moment) * 1000 for address, moment in accepted.items() if address in moments)


def at(values, share):
    return values[min(len(values) - 1, int(len(values) * share))]


def measure(table, count):
    home = folder()
    var = home / "var"
    try:
        with Pipeline(PROJECT / "pipeline.yaml", var) as pipeline:   # trains the topic model once
            table.add("real chain, ready, first start (model trained)", pipeline.ready, "s")
        shutil.rmtree(var / "outbox", ignore_errors=True)
        for path in var.glob("casewire.db*"):
            path.unlink()
        with Pipeline(PROJECT / "pipeline.yaml", var) as pipeline:
            table.add("real chain, ready, empty store", pipeline.ready, "s")
            sizes = pipeline.memory()
            table.add("real chain, idle memory, resident", sum(size[0] for size in sizes.values()), "MB")
            for name, (resident, _) in sorted(sizes.items()):
                table.add(f"    {name}", resident, "MB")
            run(table, pipeline, var / "outbox/new", home, count)
    finally:
        remove(home)


def run(table, pipeline, outbox, home, count):
    idle = latencies(pipeline, outbox, "idle", 40, 4)
    table.add("acceptance to acknowledgment sent, idle, median", at(idle, 0.5), "ms")
    before = sum(1 for _ in outbox.iterdir())
    mails = home / "mails"
    mails.mkdir()
    for number in range(count):
        (mails / f"{number}.eml").write_text(MAIL.format(n=number))
    with Usage(pipeline) as usage:
        began = time.perf_counter()
        pipeline.command("send", mails, "--format", "json")
        admitted = time.perf_counter() - began
        wait_for(outbox, before + count)
        spoken = time.perf_counter() - began
    table.add("mails read and admitted", count / admitted, "mails/s")
    table.add("mails acknowledged", count / spoken, "mails/s")
    for name, seconds in sorted(usage.cpu.items()):
        if seconds > 0:
            table.add(f"    processor time, {name}", seconds / count * 1000, "ms/mail")
    table.add("written to disk by the broker", usage.written / count / 1024, "KiB/mail")
    half = latencies(pipeline, outbox, "half", count, max(1, round(count / spoken / 2)))
    table.add("acceptance to acknowledgment sent, half load, p50", at(half, 0.5), "ms")
    table.add("acceptance to acknowledgment sent, half load, p99", at(half, 0.99), "ms")


# What a part of the pipeline costs: the same mails with it and without it, by turns, so that other work on the machine tells on both.

SURVEY_AND_LOOKOUT = ("understood: [responder, escalation, survey, lookout]", "understood: [responder, escalation]")
VARIANTS = {"shipped": (None, {}), "without survey and lookout on each contact": (SURVEY_AND_LOOKOUT, {}),
            "with metrics, read each second": (None, {"CASEWIRE_METRICS": "127.0.0.1:29464"})}


def desk(home, change):
    """The shipped pipeline in a folder of its own, with one of its lines changed."""
    home.mkdir()
    for name in ("standards.yaml", "people.yaml", "knowledge", "templates", "training", "plugins"): os.symlink(PROJECT / name, home / name)
    text = (PROJECT / "pipeline.yaml").read_text()
    if change:
        assert change[0] in text, change[0]
        text = text.replace(*change)
    (home / "pipeline.yaml").write_text(text)
    return home / "pipeline.yaml"


def spent(home, name, mails, count):
    """Milliseconds of processor time a mail, of the broker and of all processes, until each mail is acknowledged and nothing is left to do."""
    change, environment = VARIANTS[name]
    var = home / "var"
    for path in var.glob("casewire.db*"): path.unlink()
    shutil.rmtree(var / "outbox", ignore_errors=True)
    shutil.rmtree(home / "desk", ignore_errors=True)
    with Pipeline(desk(home / "desk", change), var, environment) as pipeline, Usage(pipeline) as usage:
        pipeline.command("send", mails, "--format", "json")
        outbox, until, seen = var / "outbox/new", time.monotonic() + 120, -1
        # At rest once every mail is acknowledged and no process works any more.
        while time.monotonic() < until:
            if "CASEWIRE_METRICS" in environment:
                urllib.request.urlopen("http://" + environment["CASEWIRE_METRICS"] + "/metrics").read()
            total = sum(pipeline.usage()[0].values())
            if outbox.exists() and sum(1 for _ in outbox.iterdir()) >= count and total - seen < 0.1: break
            seen = total
            time.sleep(1)
    return [seconds / count * 1000 for seconds in (usage.cpu["broker"], sum(usage.cpu.values()))]


def pairs(table, count, rounds):
    home = folder()
    try:
        mails = home / "mails"
        mails.mkdir()
        for number in range(count): (mails / f"{number}.eml").write_text(MAIL.format(n=number))
        spent(home, "shipped", mails, count)  # trains the topic model
        costs = {name: [] for name in VARIANTS}
        for _ in range(rounds):
            for name in VARIANTS: costs[name].append(spent(home, name, mails, count))
        for place, what in enumerate(("broker", "all processes")):
            for name in VARIANTS:
                ratios = [cost[place] / base[place] for cost, base in zip(costs[name], costs["shipped"])]
                table.add(f"processor time, {what}, {name}", statistics.median(cost[place] for cost in costs[name]), "ms/mail",
                          None if name == "shipped" else statistics.median(ratios), "" if name == "shipped" else "shipped")
    finally:
        remove(home)
