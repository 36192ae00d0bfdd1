"""What the tests of the program share: calling it, a folder of its own, the example reports."""

import atexit
import functools
import importlib
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get("RAPPORTEUR_SOURCE", pathlib.Path(__file__).parents[2]))
PROGRAM = os.environ.get("RAPPORTEUR", str(SOURCE / "build/dev/rapporteur"))
EXAMPLES = SOURCE / "examples/reports"


class Run:
    """One call of the program: what it printed and how it ended."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr.decode("utf-8", "backslashreplace")

    def text(self):
        return self.out.decode("utf-8")

    def lines(self):
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.text().split("\n") if line]

    def errors(self):
        """The error records among the JSON lines on standard error."""
        records = (json.loads(line) for line in self.err.splitlines())
        return [record["error"] for record in records if "error" in record]

    def __str__(self):
        return f"exit {self.code}\n--- stdout\n{self.out[:2000]!r}\n--- stderr\n{self.err[:2000]}"


@functools.cache
def made_register(reports):
    """A register of those reports, made once a process."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rapporteur-made-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    subprocess.run([PROGRAM, "ingest", "--quiet", "--register", folder / "made.db", *reports],
                   check=True, capture_output=True, timeout=240)
    return folder / "made.db"


def as_nobody():
    nobody = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)


class CliTest(unittest.TestCase):
    """A test with a folder that goes away, in which the program runs."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rapporteur-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def put_register(self, name, *reports):
        """A register of those files and folders, as ingest makes it."""
        shutil.copyfile(made_register(reports), self.folder / name)

    def put_records(self, name, records):
        return self.put(name, "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records))

    def run_program(self, *arguments, stdin=b"", env=None, **more):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("RAPPORTEUR_")}
        environment.update(env or {})
        return Run(subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, env=environment,
                                  capture_output=True, cwd=self.folder, timeout=240, **more))

    def without_root(self):
        """What run_program needs so that the rights of files count; skips where that cannot be."""
        if os.geteuid() != 0:
            return {}
        try:
            subprocess.run([PROGRAM, "--version"], preexec_fn=as_nobody, check=True,
                           capture_output=True)
        except (OSError, subprocess.SubprocessError):
            self.skipTest("the program cannot be run by another user here")
        return {"preexec_fn": as_nobody}

    def ok(self, *arguments, **more):
        run = self.run_program(*arguments, **more)
        self.assertEqual(run.code, 0, run)
        return run


def needs(test, module):
    """A module that a second reader needs; the test is skipped where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        return test.skipTest(f"no {module}: script/setup test installs it")


def example_reports():
    return sorted(EXAMPLES.glob("*.txt"))
