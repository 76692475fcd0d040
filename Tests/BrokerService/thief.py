"""Two owners of keys for one door. The thief comes under the routing id of the victim: first beside it, then after it."""
import json, sys
import zmq

endpoint, broker, victim_secret, thief_secret = sys.argv[1], *(open(path).read().split()[0].encode() for path in sys.argv[2:])
context = zmq.Context()


def connect(secret):
    socket = context.socket(zmq.DEALER)
    socket.linger = 0
    socket.routing_id = b"victim"
    socket.curve_secretkey, socket.curve_publickey, socket.curve_serverkey = secret, zmq.curve_public(secret), broker
    socket.connect(endpoint)
    return socket


def ask(socket, command, header, patience=10_000):
    socket.send_multipart([b"CASEWIRE/1", command, json.dumps(header).encode()])
    heard = []
    while socket.poll(patience):
        _, answer, header, *_ = socket.recv_multipart()
        heard.append(json.loads(header).get("code", answer.decode()))
        patience = 500
    return heard


victim = connect(victim_secret)
print("victim greets:", ask(victim, b"HELLO", {"stage": "door", "instance": "v", "protocol": 1}))
thief = connect(thief_secret)
print("thief beside:", ask(thief, b"PING", {}, 1000))
print("victim still:", ask(victim, b"PING", {}))
thief.close()
victim.close()
# The broker has to see first that the victim is gone; until then the id is taken.
heard = []
for _ in range(20):
    thief = connect(thief_secret)
    heard = ask(thief, b"PING", {}, 1000)
    thief.close()
    if heard:
        break
print("thief after:", heard)
