# RUN: %exits 1 %pyc check --message-format json %s 2>&1 | FileCheck %s
# One object a line, with lines and columns from 1.
x = undefined_name
# CHECK: {"code":"E0{{[0-9]+}}"{{.*}}"kind":"diagnostic","labels":[{"end":{"column":19,"line":3{{.*}}"primary":true,"start":{"column":5,"line":3
