import run_benchmark as program

u = [1] * 20
for _ in range(5):
    v = program.eval_AtA_times_u(u)
    u = program.eval_AtA_times_u(v)
print(u)
print(v)
