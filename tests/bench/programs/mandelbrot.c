#include <stdio.h>
#include <stdlib.h>

static long escape(double cx, double cy, long limit) {
    double x = 0.0, y = 0.0;
    for (long i = 0; i < limit; i++) {
        double xx = x * x, yy = y * y;
        if (xx + yy > 4.0) return i;
        y = 2.0 * x * y + cy;
        x = xx - yy + cx;
    }
    return limit;
}

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 100;
    long total = 0;
    for (long row = 0; row < n; row++)
        for (long column = 0; column < n; column++) total += escape(3.0 * column / n - 2.0, 2.0 * row / n - 1.0, 200);
    printf("%ld\n", total);
    return 0;
}
