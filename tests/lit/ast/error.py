# RUN: %exits 1 %pyc build --emit ast %s 2>&1 | FileCheck %s
x = (1 +
# CHECK: error[E0101]
