# stdin: 3\n10 20\nname with spaces\n
n = int(input())
a, b = input().split()
print(n, int(a) + int(b))
print(input("prompt> "))
try:
    input()
except EOFError as error:
    print("end", error)
