"""The page of a run under way, served on a port of this machine alone, drawn anew whenever it is asked for."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from arcsynth.errors import ArcSynthError
from arcsynth.report.page import render_page
from arcsynth.runs import Run

LOOPBACK = "127.0.0.1"
"""The only address that is listened on."""

REFRESH = 2
"""The seconds after which an open page of an unfinished run asks again."""


class LiveServer(ThreadingHTTPServer):
    """Serves the page of one run, and nothing else, for reading only.

    Port 0 takes any free one. A run that has ended is served too; its page does not ask again.
    """

    daemon_threads = True

    def __init__(self, run: Run, port: int = 0) -> None:
        """Listen; OSError where the port is taken."""
        self.run = run
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: LiveServer

    def do_GET(self) -> None:
        # A page of another origin that had its name resolved to this machine would come with that name.
        if self.headers.get("Host") not in {self.server.address[7:-1], f"localhost:{self.server.server_address[1]}"}:
            self._send(HTTPStatus.FORBIDDEN, "text/plain", "this server answers to its own address alone\n")
        elif self.path != "/":
            self._send(HTTPStatus.NOT_FOUND, "text/plain", "the page of the run is at /\n")
        else:
            try:
                page = render_page(self.server.run, refresh=REFRESH)
            except ArcSynthError as error:
                self._send(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain", f"{error}\n")
            else:
                self._send(HTTPStatus.OK, "text/html", page)

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet: the terminal belongs to whoever started the server."""
