# RUN: %pyc build --emit ast %s | FileCheck %s
x = 1 + 2
# CHECK: Module(body=[Assign(targets=[Name(id='x', ctx=Store(), lineno=2, col_offset=0
# CHECK-SAME: BinOp(left=Constant(value=1
