"""An SMTP server on a free loopback port that behaves as FOLDER/mode says, looked at for each mail. usage: smtp_server.py FOLDER

ok      takes each mail: FOLDER/new/NUMBER.taken
refuse  answers 421 to whoever connects
busy    answers 451 to each recipient
stall   says nothing after the mail until the mode changes, then hangs up; the mail was not taken
drop    takes the mail and hangs up without a word: FOLDER/new/NUMBER.unanswered

It ends with its standard input. The port is written to FOLDER/port, how many have connected to FOLDER/connections."""
import itertools, os, socketserver, sys, threading, time

folder = sys.argv[1]
os.makedirs(f"{folder}/new", exist_ok=True)
numbers = itertools.count(1)
connections = itertools.count(1)


def mode():
    try:
        with open(f"{folder}/mode") as file:
            return file.read().strip() or "ok"
    except OSError:
        return "ok"


def write(name, content):
    with open(f"{folder}/{name}.draft", "wb") as file:
        file.write(content)
    os.rename(f"{folder}/{name}.draft", f"{folder}/{name}")


class Connection(socketserver.StreamRequestHandler):
    timeout = 60

    def say(self, text):
        self.wfile.write((text + "\r\n").encode())

    def handle(self):
        try:
            self.converse()
        except OSError:
            pass

    def converse(self):
        write("connections", str(next(connections)).encode())
        if mode() == "refuse":
            return self.say("421 not now")
        self.say("220 localhost ready")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "RCPT" and mode() == "busy":
                self.say("451 too busy, come again")
            elif verb == "DATA":
                self.say("354 go on")
                if not self.take():
                    return
            elif verb == "QUIT":
                return self.say("221 bye")
            else:
                self.say("250 ok")

    def take(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b".") else line)
        if mode() == "stall":
            while mode() == "stall":
                time.sleep(0.02)
            return False
        is_answered = mode() != "drop"
        ending = "taken" if is_answered else "unanswered"
        write(f"new/{next(numbers):06}.{ending}", b"".join(lines))
        if is_answered:
            self.say("250 queued")
        return is_answered


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Connection) as server:
    write("port", str(server.server_address[1]).encode())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
