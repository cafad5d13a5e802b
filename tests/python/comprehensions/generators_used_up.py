print(" ".join(str(x) for x in range(5)))
xs = [1]
xs.extend(i * i for i in range(3))
print(xs)
print(",".join(f"{k}={v}" for k, v in {"a": 1, "b": 2}.items()))
print((1, 2) * 2, 3 * ("a",), 0 * (1,))
