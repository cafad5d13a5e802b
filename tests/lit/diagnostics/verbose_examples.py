# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
import doctest

# CHECK: Running the examples of docstrings one by one can't be compiled
doctest.testmod(verbose=True)
