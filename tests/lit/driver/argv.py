# RUN: %pyc run %s -x --help "two words" | FileCheck %s
# RUN: %pyc build %s -o %t && %t 1 2 | FileCheck %s --check-prefix=BUILT
import sys

print(len(sys.argv), sys.argv[1:])
# CHECK: 4 ['-x', '--help', 'two words']
# BUILT: 3 ['1', '2']
