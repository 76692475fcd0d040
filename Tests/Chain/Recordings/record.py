"""Records what the stages of a release say, so that later brokers can be held against it.

    python3 record.py FOLDER       one mail and its story, with the stages of .build/debug; a file for each stage in FOLDER
    python3 record.py --between FILE PROGRAM…    (used by the former) stands between a stage and the broker

A line of a recording is one message: {"by": "stage" or "broker", "frames": […]}, a frame being text, or {"base64": …}.
"""
import base64, json, os, pathlib, re, signal, subprocess, sys, tempfile, time

import zmq

PROJECT = pathlib.Path(__file__).resolve().parents[3]
BIN = PROJECT / ".build/debug"


def frame(data):
    try:
        return data.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode()}


def between(path, program):
    """Starts the stage on a socket of its own, hands messages on both ways and writes them down."""
    context = zmq.Context()
    broker, stage = context.socket(zmq.DEALER), context.socket(zmq.ROUTER)
    broker.connect(os.environ["CASEWIRE_SOCKET"])
    own = f"ipc:///tmp/cw-record-{os.getpid()}.sock"
    stage.bind(own)
    process = subprocess.Popen(program, env={**os.environ, "CASEWIRE_SOCKET": own}, stdin=0)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    poller, peer = zmq.Poller(), None
    poller.register(broker, zmq.POLLIN)
    poller.register(stage, zmq.POLLIN)
    with open(path, "w") as file:
        while process.poll() is None or poller.poll(200):
            for socket, _ in poller.poll(100):
                frames = socket.recv_multipart()
                if socket is stage:
                    peer, *frames = frames
                if frames[1] not in (b"PING", b"PONG"):
                    by = "stage" if socket is stage else "broker"
                    file.write(json.dumps({"by": by, "frames": [frame(each) for each in frames]}, ensure_ascii=False) + "\n")
                    file.flush()
                if socket is stage:
                    broker.send_multipart(frames)
                elif peer is not None:
                    stage.send_multipart([peer, *frames])
    broker.close(1000)
    sys.exit(process.returncode)


def record(target):
    """Runs the example shop, sends it one mail, and keeps what was said until nothing was said any more."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cw-", dir="/tmp"))
    for name in ("plugins", "knowledge", "templates", "training", "people.yaml"):
        (folder / name).symlink_to(PROJECT / name)
    target.mkdir(parents=True, exist_ok=True)
    pipeline = (PROJECT / "pipeline.yaml").read_text()
    wrapped = rf"run: {sys.executable} {__file__} --between {target.resolve()}/\1.jsonl {BIN}/\1"
    (folder / "pipeline.yaml").write_text(re.sub(r"run: \$\{CASEWIRE_BIN:-.build/release\}/(\w+)", wrapped, pipeline))
    standards = (PROJECT / "standards.yaml").read_text()
    (folder / "standards.yaml").write_text(re.sub(r"quiet: .*", "quiet: 200 milliseconds", standards))
    environment = {**os.environ, "CASEWIRE_VAR": str(folder / "var"), "CASEWIRE_WEB": "127.0.0.1:0",
                   "CASEWIRE_PIPELINE": str(folder / "pipeline.yaml")}
    up = subprocess.Popen([BIN / "casewire", "up"], env=environment, cwd=folder)
    status = lambda: subprocess.run([BIN / "casewire", "status", "--format", "json"], env=environment, capture_output=True)
    while status().returncode:
        time.sleep(0.5)
    subprocess.run([BIN / "casewire", "send", "docs/examples/late-parcel.eml"], env=environment, cwd=PROJECT, check=True)
    still, before = 0, 0
    # Until each stage that has something to say has said it.
    while still < 16 or '"DONE"' not in (target / "triage.jsonl").read_text():
        now = sum(file.stat().st_size for file in target.glob("*.jsonl"))
        still, before = still + 1 if now == before else 0, now
        time.sleep(0.5)
    print(subprocess.run([BIN / "casewire", "cases"], env=environment, capture_output=True, text=True).stdout)
    up.terminate()
    up.wait()


if __name__ == "__main__":
    if sys.argv[1] == "--between":
        between(sys.argv[2], sys.argv[3:])
    else:
        record(pathlib.Path(sys.argv[1]))
