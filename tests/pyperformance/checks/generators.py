import run_benchmark as program

print(list(program.tree(range(100))))
