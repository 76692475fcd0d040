"""Says again what a stage of an earlier release said: `replay.py RECORDING.jsonl`, in the place of the stage.

To each delivery it answers with the recorded messages of the delivery of the same type, in the same order. What every stage copies from
a delivery is copied from today's: its number, its epoch, and the versions of the sections it builds on.
"""
import base64, collections, json, os, signal, sys, threading

import zmq

HEADS = ("STARTED", "EXTEND", "BEGIN", "DONE", "FAIL")


def data(frame):
    return frame.encode() if isinstance(frame, str) else base64.b64decode(frame["base64"])


def load(path):
    """The messages outside of deliveries, and those of each delivery in turn, by the delivery's type."""
    loose, types, answers = [], {}, collections.OrderedDict()
    for line in open(path):
        entry = json.loads(line)
        frames = [data(frame) for frame in entry["frames"]]
        command, header = frames[1].decode(), json.loads(frames[2])
        lease = (header.get("delivery"), header.get("epoch"))
        if entry["by"] == "broker":
            if command == "DELIVER":
                types[lease] = header["message"]["type"]
                answers[lease] = []
        elif command in HEADS:
            answers[lease].append((command, header, frames))
        elif command in ("HELLO", "CREDIT"):
            loose.append(frames)
    turns = collections.defaultdict(collections.deque)
    for lease, messages in answers.items():
        if messages:
            turns[types[lease]].append(messages)
    return loose, turns


def main(path):
    loose, turns = load(path)
    broker = zmq.Context().socket(zmq.DEALER)
    broker.linger = 500
    broker.connect(os.environ["CASEWIRE_SOCKET"])
    leaving, held, waiting = threading.Event(), {}, {}
    signal.signal(signal.SIGTERM, lambda *_: leaving.set())

    def watch():
        while os.read(0, 4096):
            pass
        leaving.set()

    threading.Thread(target=watch, daemon=True).start()

    def send(header, frames):
        broker.send_multipart([*frames[:2], json.dumps(header, ensure_ascii=False).encode(), *frames[3:]])

    def play(number):
        """Says what is recorded, up to what the broker must answer first."""
        today, messages = held[number]
        versions = {section["name"]: section["version"] for section in today["sections"]}
        while messages:
            command, header, frames = messages.pop(0)
            header = {**header, "delivery": number, "epoch": today["epoch"]}
            if command == "BEGIN":
                header["say"] = today["say"]["say"]
            if "set" in header:
                header["set"] = [{**section, "base": versions.get(section["name"], 0)} for section in header["set"]]
            for name in ("verdicts", "results"):
                if name in header:
                    header[name] = [{**each, "say": today["say"]["say"]} for each in header[name]]
            send(header, frames)
            if command in ("BEGIN", "DONE", "FAIL"):
                return

    for frames in loose[:1]:
        broker.send_multipart(frames)
    while not leaving.is_set():
        if not broker.poll(200):
            broker.send_multipart([b"CASEWIRE/1", b"PING", b"{}"])
            continue
        _, command, raw, *_ = broker.recv_multipart()
        header = json.loads(raw)
        if command == b"WELCOME":
            for frames in loose[1:]:
                broker.send_multipart(frames)
        elif command == b"DELIVER":
            number, kind = header["delivery"], header["message"]["type"]
            # A message that was put back comes again, and is answered as before.
            if number not in waiting:
                waiting[number] = turns[kind].popleft() if turns[kind] else None
            lease = {"delivery": number, "epoch": header["epoch"]}
            started = ("STARTED", lease, [b"CASEWIRE/1", b"STARTED", b""])
            nothing = ("DONE", lease, [b"CASEWIRE/1", b"DONE", b""])
            held[number] = (header, list(waiting[number] or [started, nothing]))
            play(number)
        elif command in (b"GO", b"STOP"):
            play(header["delivery"])
        elif command == b"COMMITTED":
            broker.send_multipart([b"CASEWIRE/1", b"CREDIT", b'{"credit": 1}'])
        elif command == b"REFUSED":
            # Nothing that an earlier release may say is refused.
            print("refused:", raw.decode(), file=sys.stderr, flush=True)
        elif command == b"DRAIN":
            leaving.set()
    broker.send_multipart([b"CASEWIRE/1", b"BYE", b"{}"])


main(sys.argv[1])
