#include <stdio.h>
#include <stdlib.h>

static long place(long n, long row, char *columns, char *down, char *up) {
    if (row == n) return 1;
    long count = 0;
    for (long c = 0; c < n; c++) {
        if (!columns[c] && !down[row + c] && !up[row - c + n]) {
            columns[c] = down[row + c] = up[row - c + n] = 1;
            count += place(n, row + 1, columns, down, up);
            columns[c] = down[row + c] = up[row - c + n] = 0;
        }
    }
    return count;
}

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 8;
    printf("%ld\n", place(n, 0, calloc(n, 1), calloc(2 * n, 1), calloc(2 * n + 1, 1)));
    return 0;
}
