"""Runs one program many times at once on one cache, kills some of the compilers, and expects the right output of all others."""

import os
import subprocess
import sys
import time

pyc, program, cache = sys.argv[1:]
environment = dict(os.environ, XDG_CACHE_HOME=cache)
for delay in (0.01, 0.03, 0.06, 0.1):
    victim = subprocess.Popen(
        [pyc, "run", program], env=environment, stdout=subprocess.DEVNULL
    )
    time.sleep(delay)
    victim.kill()
    victim.wait()
runs = [
    subprocess.Popen([pyc, "run", program], env=environment, stdout=subprocess.PIPE)
    for _ in range(6)
]
outputs = [run.communicate()[0] for run in runs]
assert outputs == [b"same\n"] * 6, outputs
assert (
    subprocess.run(
        [pyc, "run", program], env=environment, capture_output=True, check=True
    ).stdout
    == b"same\n"
)
