b = [0] * 5
print(b)
for i in range(2):
    b = 3
