import run_benchmark as program

print(program.benchmark(1000))
