"""The same chain on Redis Streams: five workers, each of which takes messages of 1.5 KB, adds them to the next stream and drops them from
its own in one transaction, every transaction on disk before it is answered (`appendonly yes`, `appendfsync always`).

usage: redis_chain.py CASES     (needs redis-server and python3-redis; prints one line of JSON)
"""
import json, pathlib, shutil, socket, subprocess, sys, tempfile, threading, time

STREAMS = ["hop1", "hop2", "hop3", "hop4", "hop5"]
BATCH, IN_FLIGHT = 128, 1024


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def hop(connect, stream, following, done, cases, ended):
    server = connect()
    while not ended.is_set():
        answer = server.xreadgroup("workers", "one", {stream: ">"}, count=BATCH, block=100)
        taken = answer[0][1] if answer else []
        if not taken:
            continue
        with server.pipeline(transaction=True) as step:
            for _, fields in taken:
                if following:
                    step.xadd(following, fields)
            step.xack(stream, "workers", *[number for number, _ in taken])
            step.xdel(stream, *[number for number, _ in taken])
            step.execute()
        if not following:
            moment = time.perf_counter()
            done.extend(moment - float(fields[b"begun"]) for _, fields in taken)
            if len(done) >= cases:
                ended.set()


def measure(connect, cases):
    first = connect()
    for stream in STREAMS:
        first.xgroup_create(stream, "workers", id="0", mkstream=True)
    done, ended, body = [], threading.Event(), b"x" * 1500
    workers = [threading.Thread(target=hop, args=(connect, stream, following, done, cases, ended))
               for stream, following in zip(STREAMS, STREAMS[1:] + [None])]
    for worker in workers:
        worker.start()
    start, opened = time.perf_counter(), 0
    while opened < cases:
        room = min(BATCH, cases - opened, IN_FLIGHT - (opened - len(done)))
        if room <= 0:
            time.sleep(0.0005)
            continue
        with first.pipeline(transaction=True) as step:
            for _ in range(room):
                step.xadd(STREAMS[0], {"begun": repr(time.perf_counter()), "body": body})
            step.execute()
        opened += room
    ended.wait()
    seconds = time.perf_counter() - start
    for worker in workers:
        worker.join()
    done.sort()
    return {"cases_per_second": cases / seconds, "p50_ms": done[len(done) // 2] * 1000,
            "p99_ms": done[int(len(done) * 0.99)] * 1000}


def main():
    import redis
    home, port = tempfile.mkdtemp(prefix="cwr-"), free_port()
    server = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", home, "--save", "", "--appendonly", "yes",
         "--appendfsync", "always"], stdout=subprocess.DEVNULL)
    try:
        connect = lambda: redis.Redis(port=port)
        for _ in range(200):
            try:
                connect().ping()
                break
            except redis.ConnectionError:
                time.sleep(0.05)
        print(json.dumps(measure(connect, int(sys.argv[1]))))
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
