#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double a(long i, long j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void times(const double *u, double *out, long n) {
    for (long i = 0; i < n; i++) {
        double sum = 0.0;
        for (long j = 0; j < n; j++) sum += a(i, j) * u[j];
        out[i] = sum;
    }
}

static void times_transposed(const double *u, double *out, long n) {
    for (long i = 0; i < n; i++) {
        double sum = 0.0;
        for (long j = 0; j < n; j++) sum += a(j, i) * u[j];
        out[i] = sum;
    }
}

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 100;
    double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *w = malloc(n * sizeof *w);
    for (long i = 0; i < n; i++) u[i] = 1.0, v[i] = w[i] = 0.0;
    for (int i = 0; i < 10; i++) {
        times(u, w, n);
        times_transposed(w, v, n);
        times(v, w, n);
        times_transposed(w, u, n);
    }
    double vbv = 0.0, vv = 0.0;
    for (long i = 0; i < n; i++) vbv += u[i] * v[i], vv += v[i] * v[i];
    printf("%.9f\n", sqrt(vbv / vv));
    return 0;
}
