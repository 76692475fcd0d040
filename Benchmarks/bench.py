#!/usr/bin/env python3
"""Measures Casewire against the floors it stands on and the same chain on Redis, in one run on one machine.

usage: bench.py [--json FILE] [--runs N] [--mails N] [--cases N] [--growth CASES[,CASES…]] [--only PART[,PART…]]

Parts: floor, trivial, latency, peer, chain, pairs, parse, deadlines, growth; pairs only where it is asked for. Each figure is the median of its runs. What is held to a threshold is a ratio or a
count, never a time: `ok` says whether it is kept. Needs .build/release, made by "make build"; the peer needs redis-server and python3-redis
and is left out where they are missing.
"""
import argparse, importlib.util, json, os, shutil, statistics, subprocess, sys

from pipelines import BIN, HOPS, PROJECT, Pipeline, Usage, folder, load, remove, tool, write_trivial
import chain


class Table:
    """Prints rows as they come and keeps them for the file."""

    def __init__(self):
        self.rows = []
        print(f"{'what':58} {'value':>10} {'unit':16} {'ratio':>6} {'to':22} {'bound':>7}  ok")

    def add(self, what, value, unit, ratio=None, to="", least=None, most=None):
        kept = None
        if ratio is not None and (least is not None or most is not None):
            kept = (least is None or ratio >= least) and (most is None or ratio <= most)
        bound = f"≥ {least}" if least is not None else f"≤ {most}" if most is not None else ""
        self.rows.append({"what": what, "value": value, "unit": unit, "ratio": ratio, "to": to or None, "least": least,
                          "most": most, "ok": kept})
        print(f"{what:58} {value:10,.{0 if abs(value) >= 100 else 2}f} {unit:16} "
              f"{'' if ratio is None else format(ratio, '.2f'):>6} {to:22} {bound:>7}  "
              f"{'' if kept is None else 'yes' if kept else 'NO'}", flush=True)


def median(runs, measure):
    return statistics.median(measure() for _ in range(runs))


def floors(table, runs):
    echo = median(runs, lambda: tool("echo")["messages_per_second"])
    table.add("libzmq alone, ROUTER and DEALER over ipc, 1 KiB, echoed", echo, "messages/s")
    outcomes = median(runs, lambda: tool("commits")["outcomes_per_second"])
    table.add("SQLite alone, rows of a trivial outcome, 150 a commit", outcomes, "outcomes/s")
    return outcomes


def peer(table, cases, runs):
    """Cases a second through five hops on Redis Streams, or None where it is not installed."""
    python = "/usr/bin/python3"
    if not shutil.which("redis-server") or subprocess.run([python, "-c", "import redis"], stderr=subprocess.DEVNULL).returncode:
        print("redis-server or python3-redis is not installed: no peer is measured")
        return None
    def once():
        output = subprocess.run([python, PROJECT / "Benchmarks/redis_chain.py", str(cases)], check=True, stdout=subprocess.PIPE)
        return json.loads(output.stdout)["cases_per_second"]
    rate = median(runs, once)
    table.add("Redis Streams, five hops, appendfsync always", rate, "cases/s")
    return rate


def trivial(table, cases, runs, floor, redis, with_latency, parts):
    """A source and five stages that hand on 1.5 KB."""
    home = folder()
    try:
        with Pipeline(write_trivial(home), home / "var") as pipeline:
            load(pipeline, 200)
            rates, results = [], []
            for _ in range(runs):
                with Usage(pipeline) as usage:
                    rates.append(load(pipeline, cases)["cases_per_second"])
                results.append(usage)
            rate = statistics.median(rates)
            usage = results[rates.index(sorted(rates)[len(rates) // 2])]
            if "trivial" in parts:
                outcomes = rate * len(HOPS)
                table.add("five trivial hops, all durable", rate, "cases/s", redis and rate / redis, "Redis Streams" if redis else "", 1.5)
                table.add("their outcomes", outcomes, "outcomes/s", floor and outcomes / floor, "SQLite alone" if floor else "", 0.5)
                hops = len(HOPS) * cases
                table.add("processor time of the broker", usage.cpu["broker"] / hops * 1e6, "µs/hop")
                stages = [usage.cpu[f"{name}-0"] / cases * 1e6 for name in HOPS]
                table.add("processor time of a stage", statistics.median(stages), "µs/hop")
                table.add("written to disk by the broker", usage.written / cases, "bytes/case", usage.written / cases / (len(HOPS) * 1500),
                          "bodies of the hops", most=12)
            if with_latency:
                for share in (10, 50, 90):
                    per_second = max(1, int(rate * share / 100))
                    result = load(pipeline, min(cases, per_second * 8), per_second)
                    for name, label in (("acceptance_ms", "submitted to accepted"), ("chain_ms", "submitted to five hops done")):
                        for quantile, key in (("p50", "p50"), ("p99", "p99"), ("p99.9", "p999")):
                            table.add(f"{label}, {share} % load, {quantile}", result[name][key], "ms")
    finally:
        remove(home)


def parse(table):
    """Mails read a second, the memory that takes, and the slowest ten; left out where there are no mails."""
    data = os.environ.get("CASEWIRE_MAIL_DATA")
    if not data or not os.path.isdir(data):
        print("CASEWIRE_MAIL_DATA names no folder of mails: reading them is not measured")
        return
    result = tool("parse", "--folder", data)
    table.add(f"mails read, {result['mails']} of them, {result['bytes'] / 1e6:.1f} MB", result["mails_per_second"], "mails/s")
    table.add("their bytes", result["bytes_per_second"] / 1e6, "MB/s")
    table.add("peak memory while reading them", result["peak_megabytes"], "MB")
    for slow in result["slowest"]:
        table.add(f"  slow: {slow['file'][-48:]}", slow["milliseconds"], "ms")


def growth(table, sizes, cases, runs):
    """The same cases again with ever more cases in the store."""
    first = None
    for size in sizes:
        home = folder()
        try:
            (home / "var").mkdir(mode=0o700)
            tool("fill", "--store", home / "var/casewire.db", "--cases", size)
            with Pipeline(write_trivial(home), home / "var") as pipeline:
                load(pipeline, 200)
                costs, rates = [], []
                for _ in range(runs):
                    with Usage(pipeline) as usage:
                        rates.append(load(pipeline, cases)["cases_per_second"])
                    costs.append(usage.cpu["broker"] / cases * 1e6)
                cost, resident = statistics.median(costs), pipeline.memory()["broker"][0]
            first = first or cost
            table.add(f"broker's processor time a case, {size:,} in the store", cost, "µs/case", cost / first,
                      f"{sizes[0]:,} in the store", most=1.15)
            table.add(f"five trivial hops, {size:,} in the store", statistics.median(rates), "cases/s")
            table.add(f"broker's memory, resident, {size:,} in the store", resident, "MB")
        finally:
            remove(home)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--json")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--mails", type=int, default=500)
    arguments.add_argument("--cases", type=int, default=2000)
    arguments.add_argument("--growth", default="1000,100000")
    arguments.add_argument("--only", default="floor,peer,trivial,latency,chain,parse,deadlines,growth")
    options = arguments.parse_args()
    parts = options.only.split(",")
    table = Table()
    floor = floors(table, options.runs) if "floor" in parts else None
    redis = peer(table, options.cases * 4, options.runs) if "peer" in parts else None
    if "trivial" in parts or "latency" in parts:
        trivial(table, options.cases, options.runs, floor, redis, "latency" in parts, parts)
    if "chain" in parts:
        chain.measure(table, options.mails)
    if "pairs" in parts:
        chain.pairs(table, options.mails, options.runs)
    if "parse" in parts:
        parse(table)
    if "deadlines" in parts:
        table.add("deadlines reckoned, one core", tool("deadlines")["a_second"], "deadlines/s")
    if "growth" in parts:
        growth(table, [int(size) for size in options.growth.split(",")], options.cases, options.runs)
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"rows": table.rows, "cores": os.cpu_count()}, file, indent=1)
    missed = [row["what"] for row in table.rows if row["ok"] is False]
    print(f"{sum(row['ok'] is True for row in table.rows)} bounds kept, {len(missed)} missed")


if __name__ == "__main__":
    main()
