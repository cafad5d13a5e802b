#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 1000;
    char *is_prime = malloc(n);
    memset(is_prime, 1, n);
    is_prime[0] = is_prime[1] = 0;
    for (long i = 2; i * i < n; i++)
        if (is_prime[i])
            for (long j = i * i; j < n; j += i) is_prime[j] = 0;
    long count = 0;
    for (long i = 0; i < n; i++)
        if (is_prime[i]) count++;
    printf("%ld\n", count);
    return 0;
}
