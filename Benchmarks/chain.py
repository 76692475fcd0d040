#!/usr/bin/env python3
"""Measures the running chain from outside: readiness, latency to the acknowledgment, memory, throughput.

usage: chain.py [MAILS]     (default 500; needs .build/release, made by "make build")
"""
import json, os, pathlib, shutil, signal, statistics, subprocess, sys, tempfile, time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("CASEWIRE_BIN", PROJECT / ".build/release"))
MAIL = """From: Customer {n} <c{n}@example.net>
To: desk@hearth.example
Subject: Where is my order {n}?
Message-ID: <bench-{n}@example.net>
Content-Type: text/plain; charset=utf-8

I ordered a cast iron pan two weeks ago and it has not arrived. Where is my parcel?
"""


def start(var):
    environment = {**os.environ, "CASEWIRE_VAR": str(var), "CASEWIRE_BIN": str(BIN), "CASEWIRE_WEB": "127.0.0.1:0"}
    log = var.with_suffix(".log")
    began = time.perf_counter()
    with open(log, "w") as output:
        up = subprocess.Popen([BIN / "casewire", "up", "--pipeline", PROJECT / "pipeline.yaml"], env=environment,
                              stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    while time.perf_counter() - began < 60 and up.poll() is None:
        events = [json.loads(line) for line in log.read_text().splitlines() if line.endswith("}")]
        if any(event.get("event") == "ready" for event in events):
            ready = time.perf_counter() - began
            pids = {event["process"]: event["pid"] for event in events if event.get("event") == "started"}
            return up, {"up": up.pid, **pids}, ready, environment
        time.sleep(0.005)
    sys.exit("the pipeline did not become ready:\n" + log.read_text()[-2000:])


def memory(pids):
    """Resident and proportional size of each process in MB."""
    sizes = {}
    for name, pid in pids.items():
        fields = dict(line.split(":", 1) for line in open(f"/proc/{pid}/smaps_rollup").read().splitlines()[1:])
        sizes[name] = tuple(int(fields[key].split()[0]) / 1024 for key in ("Rss", "Pss"))
    return sizes


def acknowledged(outbox, address, began):
    while time.perf_counter() - began < 20:
        for path in outbox.iterdir() if outbox.exists() else ():
            head = path.read_bytes()[:4000]
            if address.encode() in head:
                return time.perf_counter() - began
        time.sleep(0.001)
    sys.exit(f"no acknowledgment to {address} within 20 s")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cw-", dir="/tmp"))
    var = folder / "var"
    try:
        first, _, training, _ = start(var)   # trains the topic model once
        first.send_signal(signal.SIGTERM)
        first.wait()
        shutil.rmtree(var / "outbox", ignore_errors=True)
        (var / "casewire.db").unlink()
        up, pids, ready, environment = start(var)
        sizes = memory(pids)
        latencies = []
        for n in range(20):
            subprocess.run([BIN / "intake", "deliver", "--socket", f"ipc://{var}/run/intake.sock"], env=environment, check=True,
                           input=MAIL.format(n=f"lat{n}").encode())
            latencies.append(acknowledged(var / "outbox/new", f"clat{n}@", time.perf_counter()) * 1000)
        mails = folder / "mails"
        mails.mkdir()
        for n in range(count):
            (mails / f"{n}.eml").write_text(MAIL.format(n=n))
        began = time.perf_counter()
        subprocess.run([BIN / "casewire", "send", mails, "--pipeline", PROJECT / "pipeline.yaml", "--format", "json"],
                       env=environment, check=True, stdout=subprocess.DEVNULL)
        admitted = time.perf_counter() - began
        while sum(1 for _ in (var / "outbox/new").iterdir()) < 20 + count and time.perf_counter() - began < 300:
            time.sleep(0.01)
        spoken = time.perf_counter() - began
        up.send_signal(signal.SIGTERM)
        up.wait()
        latencies.sort()
        print(f"ready, empty store, first start (model trained)  {training:.2f} s")
        print(f"ready, empty store                               {ready:.2f} s        (to be below 2 s)")
        print(f"acceptance to acknowledgment in the outbox, idle median {statistics.median(latencies):.0f} ms, "
              f"slowest of 20 {latencies[-1]:.0f} ms   (to be below 100 ms)")
        print(f"idle memory, resident                            {sum(s[0] for s in sizes.values()):.0f} MB "
              f"(proportional {sum(s[1] for s in sizes.values()):.0f} MB)   (to be below 250 MB)")
        for name, (resident, proportional) in sorted(sizes.items()):
            print(f"    {name:14} {resident:6.1f} MB  ({proportional:.1f} MB)")
        print(f"{count} mails admitted                            {count / admitted:.0f} a second")
        print(f"{count} mails acknowledged                        {count / spoken:.0f} a second")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
