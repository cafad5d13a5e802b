import run_benchmark as program

print(list(program.n_queens(6)))
print(list(program.permutations(range(4), 2)))
