"""Posts to servers on this host that behave badly."""

import socket
import threading
import time
import unittest

from casewire_stage import NoReply, post


class WebTests(unittest.TestCase):
    def serve(self, *pieces: bytes) -> str:
        """A server that says these pieces to one post, a twentieth of a second apart; its address."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        self.was_cut = threading.Event()

        def answer() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.recv(65536)
                try:
                    for piece in pieces:
                        peer.sendall(piece)
                        time.sleep(0.05)
                except OSError:
                    self.was_cut.set()

        threading.Thread(target=answer, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    def test_the_answer_is_read_up_to_its_limit(self) -> None:
        url = self.serve(b"HTTP/1.1 201 Made\r\nX-A: b\r\nContent-Length: 10\r\n\r\n0123456789")
        reply = post(url, b"{}", {}, within=2, most=4)
        self.assertEqual((reply.status, reply.reason, reply.headers["x-a"], reply.body), (201, "Made", "b", b"0123"))

    def test_a_redirect_is_an_answer(self) -> None:
        url = self.serve(b"HTTP/1.1 307 There\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")
        self.assertEqual(post(url, b"", {}, within=2).status, 307)

    def test_it_ends_in_time_and_lets_go_of_a_server_that_drips(self) -> None:
        for start in (b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"):
            url, begun = self.serve(start, *[b"y"] * 200), time.monotonic()
            with self.assertRaises(NoReply):
                post(url, b"", {}, within=0.3, most=1000)
            self.assertLess(time.monotonic() - begun, 3)
            self.assertTrue(self.was_cut.wait(2))

    def test_whatever_is_wrong_is_told_by_its_kind_and_not_in_the_servers_words(self) -> None:
        with self.assertRaises(NoReply) as caught:
            post(self.serve(b"I am a teapot\r\n"), b"", {}, within=2)
        self.assertEqual(str(caught.exception), "BadStatusLine")
        for url in ("http://127.0.0.1:9/", "http://[", "http://a b/", "http://127.0.0.1:9/\u20ac"):
            with self.assertRaises(NoReply):
                post(url, b"", {}, within=2)


if __name__ == "__main__":
    unittest.main()
