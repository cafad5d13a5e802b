# RUN: %pyc build --emit llvm %s | FileCheck %s --check-prefix=LLVM
# RUN: %pyc build --emit mlir %s | FileCheck %s --check-prefix=MLIR
# RUN: %pyc build --emit asm %s | FileCheck %s --check-prefix=ASM
print("x")
# MLIR: {{func|llvm}}.func
# LLVM: define
# ASM: .text
