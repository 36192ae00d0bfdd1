"""A PostgreSQL server for tests: Debian's, in a folder of its own, on a free port of this machine,
never as root. It goes with the process that started it, however that ends."""

import ctypes
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")
PR_SET_PDEATHSIG = 1


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def as_child():
    """Nobody, where we are root; stopped when we end."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


class Server:
    """Roles: owner (all rights, no password asked), desk (owns the databases), reader (SELECT),
    stranger (nothing); the last three with the password "secret"."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rapporteur-postgresql-"))
        self.port = free_port()
        self.process = None
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        self.call("initdb", "-D", "data", "-U", "owner", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")
        (self.folder / "data/pg_hba.conf").write_text(
            "host all owner 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
        self.start()
        self.sql("postgres", *(f"CREATE ROLE {name} LOGIN PASSWORD 'secret'"
                               for name in ("desk", "reader", "stranger")))

    def call(self, program, *arguments):
        return subprocess.run([PROGRAMS / program, *arguments], cwd=self.folder, check=True,
                              capture_output=True, preexec_fn=as_child, timeout=120)

    def start(self):
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [PROGRAMS / "postgres", "-D", "data", "-p", str(self.port), "-k",
                 str(self.folder), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
                cwd=self.folder, preexec_fn=as_child, stdout=subprocess.DEVNULL, stderr=log)
        end = time.monotonic() + 60
        while subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", "127.0.0.1", "-p",
                              str(self.port)], check=False).returncode != 0:
            assert time.monotonic() < end, (self.folder / "log").read_text()
            time.sleep(0.05)

    def kill(self):
        """At once, as if the machine had lost its power."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, database, *statements):
        """Runs SQL as the owner of the server; its rows as tab-separated text."""
        commands = [word for statement in statements for word in ("-c", statement)]
        done = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h",
             "127.0.0.1", "-p", str(self.port), "-U", "owner", "-d", database, *commands],
            capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def database(self, name):
        """The address of a new database of the role desk."""
        self.sql("postgres", f"CREATE DATABASE {name} OWNER desk")
        return self.address(name)

    def address(self, database, role="desk", password="secret"):
        return f"postgresql://{role}:{password}@127.0.0.1:{self.port}/{database}"


def server_for(test):
    """A server that stops with the test; the test is skipped where none is installed."""
    if not (PROGRAMS / "postgres").exists() or shutil.which("psql") is None:
        test.skipTest("no PostgreSQL server: script/setup test installs it")
    server = Server()
    test.addCleanup(server.stop)
    return server
