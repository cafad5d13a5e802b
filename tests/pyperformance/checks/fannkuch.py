import run_benchmark as program

for n in range(2, 8):
    print(n, program.fannkuch(n))
