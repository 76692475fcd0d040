"""Measures the real chain from outside: readiness, memory, throughput, and latency to the acknowledgment when idle and at half load."""
import shutil, subprocess, threading, time

from pipelines import BIN, PROJECT, Pipeline, Usage, folder, remove

MAIL = """From: Customer {n} <c{n}@example.net>
To: desk@hearth.example
Subject: Where is my order {n}?
Message-ID: <bench-{n}@example.net>
Content-Type: text/plain; charset=utf-8

I ordered a cast iron pan two weeks ago and it has not arrived. Where is my parcel?
"""


class Outbox:
    """Notes when each mail appears in the outbox, by the address it goes to."""

    def __init__(self, path):
        self.path, self.seen, self.moments, self.ended = path, set(), {}, False
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.ended:
            for path in self.path.iterdir() if self.path.exists() else ():
                if path.name not in self.seen:
                    self.seen.add(path.name)
                    head = path.read_bytes()[:4000].decode(errors="replace")
                    address = next(line for line in head.splitlines() if line.lower().startswith("to:"))
                    self.moments[address.split("<")[-1].strip(" >").removeprefix("To: ")] = time.perf_counter()
            time.sleep(0.002)

    def wait(self, count, limit=300):
        until = time.perf_counter() + limit
        while len(self.moments) < count and time.perf_counter() < until:
            time.sleep(0.005)
        return len(self.moments)

    def close(self):
        self.ended = True
        self.thread.join()


def deliver(pipeline, number):
    """Hands one mail to the door for mail and returns when it was taken."""
    subprocess.run([BIN / "intake", "deliver", "--socket", f"ipc://{pipeline.var}/run/intake.sock"],
                   env=pipeline.environment, check=True, input=MAIL.format(n=number).encode())
    return time.perf_counter()


def latencies(pipeline, outbox, prefix, count, gap):
    """Milliseconds from acceptance to the acknowledgment of mails that come one in each gap of seconds."""
    taken, workers, before = {}, [], len(outbox.moments)
    start = time.perf_counter()
    for index in range(count):
        time.sleep(max(0, start + index * gap - time.perf_counter()))
        name = f"{prefix}{index}"
        def work(name=name):
            taken[f"c{name}@example.net"] = deliver(pipeline, name)
        workers.append(threading.Thread(target=work))
        workers[-1].start()
        if gap == 0:
            workers[-1].join()
            outbox.wait(before + index + 1, 20)
    for worker in workers:
        worker.join()
    outbox.wait(before + count, 60)
    return sorted((outbox.moments[address] - moment) * 1000 for address, moment in taken.items() if address in outbox.moments)


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
            outbox = Outbox(var / "outbox/new")
            try:
                run(table, pipeline, outbox, home, count)
            finally:
                outbox.close()
    finally:
        remove(home)


def run(table, pipeline, outbox, home, count):
    idle = latencies(pipeline, outbox, "idle", 20, 0)
    table.add("acceptance to acknowledgment sent, idle, median", at(idle, 0.5), "ms")
    before = len(outbox.moments)
    mails = home / "mails"
    mails.mkdir()
    for number in range(count):
        (mails / f"{number}.eml").write_text(MAIL.format(n=number))
    with Usage(pipeline) as usage:
        began = time.perf_counter()
        pipeline.command("send", mails, "--format", "json")
        admitted = time.perf_counter() - began
        outbox.wait(before + count)
        spoken = time.perf_counter() - began
    table.add("mails read and admitted", count / admitted, "mails/s")
    table.add("mails acknowledged", count / spoken, "mails/s")
    for name, seconds in sorted(usage.cpu.items()):
        if seconds > 0:
            table.add(f"    processor time, {name}", seconds / count * 1000, "ms/mail")
    table.add("written to disk by the broker", usage.written / count / 1024, "KiB/mail")
    # A mail door is a process a mail: its start is not what is measured, and it takes processor time from what is.
    half = latencies(pipeline, outbox, "half", min(count, 200), 2 * spoken / count)
    table.add("acceptance to acknowledgment sent, half load, p50", at(half, 0.5), "ms")
    table.add("acceptance to acknowledgment sent, half load, p99", at(half, 0.99), "ms")
