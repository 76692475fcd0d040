"""Hands mails to a broker at a fixed rate, whatever it answers: one that is told LATER comes again, as mail servers do, but no
faster. usage: flood.py CONTROL-SOCKET SECONDS RATE FIRST-NUMBER

Prints one JSON object: mails offered (first tries and others), accepted (different mails), later, refused, and the seconds that the
slowest answer took."""
import collections, json, sys, time
import zmq

address, seconds, rate, first = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
broker = zmq.Context().socket(zmq.DEALER)
broker.linger = 0
broker.sndhwm = 100_000
broker.connect(address)
start = time.monotonic()
count = collections.Counter()
waiting = {}  # offered and unanswered: number -> when
again = collections.deque()  # told LATER: (from when, number)
slowest, fresh = 0.0, 0


def send(command, header, *bodies):
    broker.send_multipart([b"CASEWIRE/1", command, json.dumps(header).encode(), *bodies])


def greet():
    send(b"HELLO", {"stage": "casewire", "instance": "flood", "protocol": 1})


def offer(number):
    mail = (
        f"From: Customer {number} <c{number}@flood.example>\r\nTo: desk@hearth.example\r\nSubject: Order {number}\r\n"
        f"Message-ID: <f{number}@flood.example>\r\nDate: Sat, 21 Nov 2026 18:12:44 +0100\r\n\r\n"
        "Hello,\r\n\r\nI ordered a pan two weeks ago. Where is my parcel?\r\n"
    )
    waiting[number] = time.monotonic()
    count["offered"] += 1
    send(b"SUBMIT", {"id": f"flood:{number}", "via": "flood", "to": "intake", "raw": 0, "media": "message/rfc822"},
         mail.encode())


def hear(timeout):
    global slowest
    while broker.poll(timeout):
        timeout = 0
        _, command, header, *_ = broker.recv_multipart()
        header = json.loads(header)
        if command == b"REFUSED" and header["code"] == "unknown-session":
            greet()
            again.extend((0, number) for number in waiting)
            waiting.clear()
        if command not in (b"ACCEPTED", b"LATER", b"REFUSED") or "id" not in header:
            continue
        number = int(header["id"].removeprefix("flood:"))
        slowest = max(slowest, time.monotonic() - waiting.pop(number, time.monotonic()))
        count[command.decode().lower()] += 1
        if command == b"LATER":
            again.append((time.monotonic() + header["after_ms"] / 1000, number))


greet()
while count["offered"] < int(seconds * rate):
    now = time.monotonic()
    for _ in range(int(min(now - start, seconds) * rate) - count["offered"]):
        if again and again[0][0] <= now:
            offer(again.popleft()[1])
        else:
            offer(first + fresh)
            fresh += 1
    hear(5)
end = time.monotonic() + 60
while waiting and time.monotonic() < end:
    hear(100)
print(json.dumps({"offered": count["offered"], "accepted": count["accepted"], "later": count["later"],
                  "refused": count["refused"], "unanswered": len(waiting), "slowest": slowest}))
