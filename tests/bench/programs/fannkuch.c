#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 7;
    long *p = malloc(n * sizeof *p), *q = malloc(n * sizeof *q), *s = malloc(n * sizeof *s);
    for (long i = 0; i < n; i++) p[i] = q[i] = s[i] = i;
    long sign = 1, most = 0, sum = 0;
    for (;;) {
        long first = p[0];
        if (first != 0) {
            for (long i = 1; i < n; i++) q[i] = p[i];
            long flips = 1;
            for (;;) {
                long next = q[first];
                if (next == 0) break;
                q[first] = first;
                if (first >= 3) {
                    long i = 1, j = first - 1;
                    do {
                        long t = q[i];
                        q[i] = q[j];
                        q[j] = t;
                        i++, j--;
                    } while (i < j);
                }
                first = next;
                flips++;
            }
            sum += sign * flips;
            if (flips > most) most = flips;
        }
        if (sign == 1) {
            long t = p[0];
            p[0] = p[1];
            p[1] = t;
            sign = -1;
        } else {
            long t = p[1];
            p[1] = p[2];
            p[2] = t;
            sign = 1;
            for (long i = 2; i < n; i++) {
                if (s[i] != 0) {
                    s[i]--;
                    break;
                }
                if (i == n - 1) {
                    printf("%ld\nPfannkuchen(%ld) = %ld\n", sum, n, most);
                    return 0;
                }
                s[i] = i;
                t = p[0];
                for (long j = 0; j <= i; j++) p[j] = p[j + 1];
                p[i + 1] = t;
            }
        }
    }
}
