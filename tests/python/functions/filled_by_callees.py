def hanoi(n, src, dst, moves):
    if n == 0:
        return
    hanoi(n - 1, src, dst, moves)
    moves.append((src, dst))


def main():
    m = []
    hanoi(3, "A", "C", m)
    print(len(m), m)


main()


def add(moves):
    moves.append(1)


def fill():
    m = []
    add(m)
    print(len(m), m)


fill()
m = []
add(m)
print(m)
