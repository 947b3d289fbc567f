"""Commands on one folder, in one process, one after another: a process starts in a second and a half."""

import json
import subprocess
import sys
from dataclasses import dataclass

from navmark.project.ground import ROOT

ONE_AFTER_ANOTHER = """
import contextlib, io, json, os, sys
from navmark.project import cli

folder, lines = json.loads(sys.stdin.read())
told = []
for name, *arguments in lines:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = cli.main([name, "--data", folder, *arguments])
    told.append([code, said.getvalue(), sorted(os.listdir(folder)) if os.path.exists(folder) else None])
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Told:
    """What came of a command: its exit code, what it said, the names in the folder after it; None where there is no folder."""

    code: int
    words: str
    names: list[str] | None

    @property
    def found(self):
        """Of what was asked for as JSON."""
        return json.loads(self.words)


def commands(environment, folder, *lines):
    """Runs each line, a command and its arguments, on the folder, all in one process."""
    asked = json.dumps([str(folder), [[str(word) for word in line] for line in lines]])
    process = [sys.executable, "-c", ONE_AFTER_ANOTHER]
    done = subprocess.run(process, input=asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Told(*one) for one in json.loads(done.stdout)]


def codes(told):
    return [one.code for one in told]
