"""A real server on loopback for tests of what the program fetches."""

import http.server
import threading
import time

from support import CliTest

GOOD = "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.\n"


class Host(http.server.BaseHTTPRequestHandler):
    """Answers from the table `pages`: path -> (status, headers, body) or a function of the request."""

    pages = {}
    asked = []
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        type(self).asked.append((time.monotonic(), self.path, dict(self.headers)))
        page = self.pages.get(self.path, (404, {}, b"nothing here"))
        if callable(page):
            page = page(self)
        if page is None:
            return
        status, headers, body = page
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class WebTest(CliTest):
    def setUp(self):
        super().setUp()
        self.host = type("ThisHost", (Host,), {"pages": {}, "asked": []})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.host)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def serve(self, path, body=GOOD, status=200, **headers):
        body = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.host.pages[path] = (status, {"Content-Type": "text/plain; charset=utf-8", **named}, body)

    def paths(self):
        return [path for _, path, _ in self.host.asked]
