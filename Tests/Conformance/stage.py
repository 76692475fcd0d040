"""A stage that does all it should, or all but one thing: the fault that its argument names."""
import json, os, signal, sys, threading, time

import zmq

FAULT = sys.argv[1] if len(sys.argv) > 1 else ""
HELLO = {"stage": os.environ["CASEWIRE_STAGE"], "instance": os.environ["CASEWIRE_INSTANCE"], "protocol": 1}
if FAULT == "handshake":
    HELLO["stage"] = "somebody"

broker = zmq.Context().socket(zmq.DEALER)
broker.linger = 500
broker.connect(os.environ["CASEWIRE_SOCKET"])
is_open, leaving, heartbeat, greeted, heard, pinged, said, seen = False, False, 1.0, 0.0, time.monotonic(), 0.0, 0, 0
unanswered, settings = {}, None


def send(command, header={}, *bodies):
    global said
    said = 0 if command == b"HELLO" else said + (command != b"PING")
    broker.send_multipart([b"CASEWIRE/1", command, json.dumps(header).encode(), *bodies])


def greet():
    global greeted, is_open
    is_open, greeted = False, time.monotonic()
    send(b"HELLO", HELLO)


def work(header, bodies):
    lease = {"delivery": header["delivery"], "epoch": header["epoch"]}
    if FAULT == "epochs":
        lease["epoch"] = "1.1"
    try:
        if header["message"]["type"] != "case.contact":
            return [b"FAIL", {**lease, "kind": "permanent", "code": "unknown-type", "message": "not mine"}]
        data = json.loads(bodies[header["data"]])
        if FAULT == "least-sight":
            bodies[next(s["body"] for s in header["sections"])]
        if FAULT == "quiet-log":
            print(data["words"], file=sys.stderr, flush=True)
        if FAULT == "logs-asks":
            for section in header["sections"]:
                asks = json.loads(bodies[section["body"]]).get("asks", [])
                print(*(ask["quote"] for ask in asks), file=sys.stderr, flush=True)
        if FAULT == "logs-subject":
            print(header["case"]["subject"], file=sys.stderr, flush=True)
        outcome = {**lease, "append": [{"kind": "noted", "body": 0}], "emit": [{"output": "noted"}]}
        if FAULT == "grants":
            outcome["emit"] = [{"output": "refunds"}]
        if FAULT == "redelivery":
            outcome["timers"] = [{"name": str(time.time_ns()), "type": "sample.wake", "at": header["now"]}]
        return [b"DONE", outcome, b'{"seen": true}']
    except (ValueError, KeyError, IndexError) as error:
        if FAULT == "errors":
            return None
        kind = "retry" if FAULT == "error-kinds" else "permanent"
        return [b"FAIL", {**lease, "kind": kind, "code": "unreadable", "message": repr(error)}]
    except StopIteration:
        return None


def settle(header):
    key = (header["delivery"], header["epoch"]) if "epoch" in header else None
    gone = [k for k in unanswered if k == key or (key is None and k[0] == header["delivery"])]
    for each in gone:
        del unanswered[each]
    if gone and FAULT != "credit":
        send(b"CREDIT", {"credit": 1})


def hear(command, header, bodies):
    global is_open, heartbeat, leaving, settings, seen
    if command == b"WELCOME":
        if FAULT == "unknown-fields" and set(header) - {"pipeline", "settings", "heartbeat_ms", "limits"}:
            sys.exit(1)
        settings = header["settings"]
        if "word" not in settings and FAULT != "settings":
            sys.exit(78)
        is_open, heartbeat = True, header["heartbeat_ms"] / 1000
        if FAULT != "new-session":
            for answer in unanswered.values():
                send(*answer)
        send(b"CREDIT", {"credit": 2})
    elif command == b"DELIVER" and (not leaving or FAULT == "drain"):
        if FAULT != "started":
            send(b"STARTED", {"delivery": header["delivery"], "epoch": header["epoch"]})
        if FAULT == "answers":
            return
        seen += 1
        if FAULT == "extend" and seen == 1:
            time.sleep(1.2)
        answer = work(header, bodies)
        if answer:
            unanswered[(header["delivery"], header["epoch"])] = answer
            for _ in range(2 if FAULT == "slow-broker" else 1):
                send(*answer)
    elif command == b"COMMITTED":
        settle(header)
    elif command == b"REFUSED" and "delivery" in header:
        if FAULT != "stale":
            settle(header)
        else:
            send(b"CREDIT", {"credit": 1})
    elif command == b"REFUSED" and header["code"] == "unknown-session":
        greet()
    elif command == b"REFUSED":
        sys.exit(1 if FAULT == "refusal" else 78)
    elif command == b"DRAIN":
        leaving = True


def leave(*_):
    global leaving
    leaving = True


def watch():
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGUSR1)


signal.signal(signal.SIGUSR1, leave if FAULT != "stdin" else lambda *_: None)
signal.signal(signal.SIGTERM, leave if FAULT != "term" else signal.SIG_DFL)
threading.Thread(target=watch, daemon=True).start()
greet()
while not (leaving and not unanswered):
    now = time.monotonic()
    if not is_open and now - greeted > 1 and FAULT != "greets-again":
        greet()
    if is_open and now - heard > 3 * heartbeat and FAULT != "silence":
        greet()
    if is_open and now - pinged > heartbeat / 3 and FAULT != "heartbeat":
        pinged = now
        send(b"PING", {"sent": said})
    if not broker.poll(50):
        continue
    frames = broker.recv_multipart()
    heard = time.monotonic()
    try:
        signature, command, header, *bodies = frames
        header = json.loads(header)
        if signature == b"CASEWIRE/1" and isinstance(header, dict):
            hear(command, header, bodies)
    except (ValueError, KeyError) as error:
        if FAULT == "rubbish":
            raise
send(b"BYE")
# Waits for what is on its way, which the end of Python would cut off.
broker.context.destroy()
