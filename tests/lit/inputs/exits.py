"""Runs a command and succeeds if it ends with the exit code named first."""

import subprocess
import sys

done = subprocess.run(sys.argv[2:], check=False)
if done.returncode != int(sys.argv[1]):
    sys.exit(f"exit code {done.returncode} instead of {sys.argv[1]}")
