import run_benchmark as program

program.offset_momentum(program.BODIES["sun"])
print(program.report_energy())
program.advance(0.01, 500)
print(program.report_energy())
