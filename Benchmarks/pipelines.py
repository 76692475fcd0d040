"""Runs a pipeline for a measurement and reads what its processes use."""
import json, os, pathlib, shutil, signal, subprocess, sys, tempfile, time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("CASEWIRE_BIN", PROJECT / ".build/release"))
TICKS = os.sysconf("SC_CLK_TCK")
HOPS = ["s1", "s2", "s3", "s4", "s5"]


class Pipeline:
    """A running `casewire up`. Use it in a with statement: it ends with it."""

    def __init__(self, file, var, environment=None):
        self.file, self.var = pathlib.Path(file), pathlib.Path(var)
        self.environment = {**os.environ, "CASEWIRE_VAR": str(var), "CASEWIRE_BIN": str(BIN),
                            "CASEWIRE_WEB": "127.0.0.1:0", **(environment or {})}

    def __enter__(self):
        self.log = self.var.with_suffix(".log")
        began = time.perf_counter()
        with open(self.log, "w") as output:
            self.process = subprocess.Popen([BIN / "casewire", "up", "--pipeline", self.file], env=self.environment,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        while time.perf_counter() - began < 120 and self.process.poll() is None:
            events = [json.loads(line) for line in self.log.read_text().splitlines() if line.endswith("}")]
            if any(event.get("event") == "ready" for event in events):
                self.ready = time.perf_counter() - began
                self.pids = {event["process"]: event["pid"] for event in events if event.get("event") == "started"}
                return self
            time.sleep(0.005)
        text = self.log.read_text()[-3000:]
        self.__exit__()
        sys.exit("the pipeline did not become ready:\n" + text)

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def command(self, *arguments, **options):
        return subprocess.run([BIN / "casewire", *arguments, "--pipeline", self.file], env=self.environment, check=True,
                              stdout=subprocess.PIPE, **options).stdout

    def usage(self):
        """Seconds of processor time of each process, and bytes the broker has written."""
        times = {}
        for name, pid in self.pids.items():
            fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
            times[name] = (int(fields[11]) + int(fields[12])) / TICKS
        written = dict(line.split(":") for line in open(f"/proc/{self.pids['broker']}/io"))
        return times, int(written["write_bytes"])

    def memory(self):
        """Resident and proportional size of each process in MB."""
        sizes = {}
        for name, pid in {"up": self.process.pid, **self.pids}.items():
            fields = dict(line.split(":", 1) for line in open(f"/proc/{pid}/smaps_rollup").read().splitlines()[1:])
            sizes[name] = tuple(int(fields[key].split()[0]) / 1024 for key in ("Rss", "Pss"))
        return sizes


class Usage:
    """What the processes of a pipeline used within a with statement."""

    def __init__(self, pipeline):
        self.pipeline = pipeline

    def __enter__(self):
        self.before, self.start = self.pipeline.usage(), time.perf_counter()
        return self

    def __exit__(self, *_):
        times, written = self.pipeline.usage()
        self.seconds = time.perf_counter() - self.start
        self.written = written - self.before[1]
        self.cpu = {name: spent - self.before[0][name] for name, spent in times.items()}


def folder():
    return pathlib.Path(tempfile.mkdtemp(prefix="cwb-", dir=os.environ.get("CASEWIRE_BENCH_DIR", "/tmp")))


def remove(path):
    shutil.rmtree(path, ignore_errors=True)


def tool(*arguments):
    """Runs one part of casewire-bench and returns what it reports."""
    output = subprocess.run([BIN / "casewire-bench", *map(str, arguments)], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(output.splitlines()[-1])


def write_trivial(home):
    """A pipeline of a source and five hops that hand on what they are handed."""
    var = home / "var"
    run = var / "run"
    manifest = ("name: {name}\nversion: 1.0.0\nprotocol: 1\nsummary: A part of the benchmark.\naccepts: [{accepts}]\n"
                "outputs: {{{outputs}}}\nreads: []\nwrites: []\nrights: {{source: {source}, voice: {voice}}}\n")

    def stage(name, accepts, outputs, targets, source="false", voice="false"):
        text = manifest.format(name=name, accepts=accepts, outputs=outputs, source=source, voice=voice)
        (home / f"{name}.yaml").write_text(text)
        return (f"  {name}:\n    manifest: {name}.yaml\n    run: {BIN}/casewire-bench\n    socket: ipc://{run}/{name}.sock\n"
                f"    outputs: {{{targets}}}\n")

    stages = stage("source", "message.dead, say.proposed, say.ready", "out: bench.hop", "out: s1", source="true", voice="true")
    for name, target in zip(HOPS, HOPS[1:] + [None]):
        stages += stage(name, "bench.hop", "next: bench.hop", f"next: {target or '[]'}")
    (home / "pipeline.yaml").write_text(
        f"name: bench\ndesk: {{name: Bench, address: desk@bench.example}}\nknowledge: {PROJECT}/knowledge\nvar: {var}\nstore: sqlite:{var}/casewire.db\nstandards: {PROJECT}/standards.yaml\n"
        f"people: {PROJECT}/people.yaml\ncontrol: ipc://{run}/control.sock\ntap: ipc://{run}/tap.sock\nstages:\n{stages}")
    return home / "pipeline.yaml"


def load(pipeline, cases, rate=0):
    run = pipeline.var / "run"
    return tool("load", "--socket", f"ipc://{run}/source.sock", "--control", f"ipc://{run}/control.sock",
                "--tap", f"ipc://{run}/tap.sock", "--last", HOPS[-1], "--cases", cases, "--rate", rate)
