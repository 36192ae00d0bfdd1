"""A real `rapporteur serve` on a free port of loopback, and what tests ask it with."""

import glob
import http.client
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

from support import EXAMPLES, PROGRAM, SOURCE, CliTest

# Where script/setup puts what Debian does not have.
sys.path += glob.glob(str(SOURCE / "build/python-test/lib/python3*/site-packages"))


class Reply:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)

    def error(self):
        return self.json()["error"]

    def __str__(self):
        return f"{self.status} {dict(self.headers)}\n{self.body[:2000]!r}"


class ServeTest(CliTest):
    """A register of reports, served."""

    arguments = []
    reports = EXAMPLES

    def setUp(self):
        super().setUp()
        self.put_register("r.db", self.reports)
        self.start(*self.arguments)

    def start(self, *arguments, **more):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("RAPPORTEUR_")} | more
        self.server = subprocess.Popen(
            [PROGRAM, "serve", "--register", "r.db", "--port", "0", *map(str, arguments)], cwd=self.folder,
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end, self.server)
        readable, _, _ = select.select([self.server.stdout], [], [], 60)
        line = self.server.stdout.readline().decode() if readable else ""
        self.assertRegex(line, r"^http://.*:\d+/$", "the server did not start")
        self.base = line.strip()
        self.port = urllib.parse.urlsplit(self.base).port

    def end(self, server):
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()
        server.stdout.close()
        server.stderr.close()

    def token(self, role):
        return self.ok("token", "create", "--role", role, "--register", "r.db").text().strip()

    def ask(self, path, method="GET", body=None, token=None, port=None, **headers):
        """One request; `path` goes on the line as it is, `body` as JSON unless it is bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            if token:
                named["Authorization"] = "Bearer " + token
            if body is not None and not isinstance(body, bytes):
                body = json.dumps(body).encode()
                named.setdefault("Content-Type", "application/json")
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path, **more):
        """The JSON of a question that must be answered; `path` below /api/v1."""
        reply = self.ask("/api/v1" + path, **more)
        self.assertEqual(reply.status, 200, f"{path}: {reply}")
        return reply.json()

    def raw(self, data, timeout=10):
        """What comes back for these bytes until the other end closes or time is over."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as line:
            line.sendall(data)
            out = b""
            try:
                while piece := line.recv(65536):
                    out += piece
            except (TimeoutError, ConnectionResetError):
                pass
            return out

    def assertAlive(self):
        self.assertIsNone(self.server.poll(), "the server is gone")
        self.assertEqual(self.ask("/api/v1").status, 200)

    def wait_for_job(self, name, token):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            job = self.get("/jobs/" + name, token=token)["job"]
            if job["state"] in ("done", "failed"):
                return job
            time.sleep(0.1)
        self.fail("the job does not end")


def quoted(words):
    return urllib.parse.quote(words, safe="")
