"""lit's configuration: a folder per stage, tests through the public command line, checked with FileCheck.

Run by tests/run.py, which passes the compiler as `--param pyc=PATH`.
"""

import glob
import os

import lit.formats

config.name = "pyc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".py", ".test"]
config.excludes = ["lit.cfg.py", "inputs"]
config.test_source_root = os.path.dirname(__file__)
pyc = lit_config.params["pyc"]
config.test_exec_root = os.path.join(os.path.dirname(pyc), "lit")
os.makedirs(config.test_exec_root, exist_ok=True)

config.environment["PATH"] = os.environ["PATH"]
config.environment["XDG_CACHE_HOME"] = os.path.join(config.test_exec_root, "cache")
config.environment["HOME"] = config.test_exec_root

config.substitutions.append(("%pyc", pyc))
# `%blocks PROGRAM KINDS` prints how many blocks of memory the program takes in a round of each kind, `%instructions` how many instructions, `%faults`
# how many pages that the system has to clear.
counts = "%python " + os.path.join(config.test_source_root, "inputs", "counts.py")
for what in ["blocks", "instructions", "faults"]:
    config.substitutions.append(("%" + what, counts + " " + what))
# `%exits N COMMAND` succeeds if the command ends with exit code N.
config.substitutions.append(
    ("%exits", "%python " + os.path.join(config.test_source_root, "inputs", "exits.py"))
)
config.substitutions.append(
    ("%examples", os.path.join(config.test_source_root, "..", "..", "examples"))
)
config.substitutions.append(
    ("%stdlib", os.path.join(config.test_source_root, "..", "..", "stdlib"))
)
config.substitutions.append(("%python", os.environ.get("PYTHON", "python3")))

# What `make setup` installed from PyPI: NVIDIA's assembler, and Intel's OpenCL for CPUs.
root = os.path.realpath(os.path.join(config.test_source_root, "..", ".."))
config.substitutions.append(
    (
        "%ptxas",
        (
            glob.glob(
                os.path.join(
                    root, ".venv/lib/python3*/site-packages/nvidia/cu*/bin/ptxas"
                )
            )
            + ["ptxas"]
        )[0],
    )
)
config.substitutions.append(("%opencl", os.path.join(root, ".venv", "lib")))
vendors = os.path.join(config.test_exec_root, "vendors")
os.makedirs(vendors, exist_ok=True)
with open(os.path.join(vendors, "intel.icd"), "w") as file:
    file.write(os.path.join(root, ".venv", "lib", "libintelocl.so"))
config.substitutions.append(("%vendors", vendors))
