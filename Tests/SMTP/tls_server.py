"""An SMTP server on a free loopback port that serves one connection by TLS, from the first byte or by STARTTLS, and asks for
a password. usage: tls_server.py FOLDER implicit|starttls   (FOLDER holds cert.pem and key.pem; port and log are written there)"""
import base64, json, os, socket, ssl, sys

folder, mode = sys.argv[1:]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
listener = socket.create_server(("127.0.0.1", 0))
listener.settimeout(30)
with open(f"{folder}/port.draft", "w") as file:
    file.write(str(listener.getsockname()[1]))
os.rename(f"{folder}/port.draft", f"{folder}/port")
log = {"encrypted": False, "login": None, "mail": "", "plain_commands": []}


def serve(connection):
    connection.settimeout(20)
    if mode == "implicit":
        connection = context.wrap_socket(connection, server_side=True)
        log["encrypted"] = True
    lines = connection.makefile("rb")
    say = lambda text: connection.sendall((text + "\r\n").encode())
    say("220 localhost ready")
    while line := lines.readline().decode().strip():
        verb = line.split()[0].upper()
        if not log["encrypted"]:
            log["plain_commands"].append(verb)
        if verb == "EHLO":
            offers = ["AUTH PLAIN"] if log["encrypted"] else ["STARTTLS"]
            say("\r\n".join(["250-localhost"] + [f"250-{o}" for o in offers] + ["250 8BITMIME"]))
        elif verb == "STARTTLS":
            say("220 go ahead")
            connection = context.wrap_socket(connection, server_side=True)
            lines = connection.makefile("rb")
            log["encrypted"] = True
        elif verb == "AUTH":
            words = line.split()
            if len(words) < 3:
                say("334 ")
                words.append(lines.readline().decode().strip())
            log["login"] = base64.b64decode(words[2]).decode().split("\0")[1:]
            say("235 welcome")
        elif verb == "DATA":
            say("354 go on")
            while (text := lines.readline()) not in (b".\r\n", b""):
                log["mail"] += text.decode()
            say("250 queued")
        elif verb == "QUIT":
            say("221 bye")
            return
        else:
            say("250 ok")


try:
    serve(listener.accept()[0])
except (OSError, ssl.SSLError) as error:
    log["error"] = str(error)
with open(f"{folder}/log.draft", "w") as file:
    json.dump(log, file)
os.rename(f"{folder}/log.draft", f"{folder}/log")
