/* The same merge sort in C. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void merge(const int64_t *source, int64_t *target, int64_t start, int64_t middle, int64_t stop) {
    int64_t left = start, right = middle;
    for (int64_t place = start; place < stop; place++)
        if (left < middle && (right >= stop || source[left] <= source[right]))
            target[place] = source[left++];
        else
            target[place] = source[right++];
}

static void sort(int64_t *items, int64_t *spare, int64_t start, int64_t stop) {
    if (stop - start < 2) return;
    int64_t middle = (start + stop) / 2;
    sort(spare, items, start, middle);
    sort(spare, items, middle, stop);
    merge(spare, items, start, middle, stop);
}

int main(int argc, char **argv) {
    int64_t count = argc > 1 ? atol(argv[1]) : 1000, state = 42;
    int64_t *items = malloc(count * sizeof *items), *spare = malloc(count * sizeof *spare);
    for (int64_t i = 0; i < count; i++) {
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF;
        items[i] = state;
    }
    memcpy(spare, items, count * sizeof *items);
    sort(items, spare, 0, count);
    int64_t check = 0;
    for (int64_t i = 0; i < count; i++) check = (check * 31 + items[i]) & 0xFFFFFFFF;
    printf("%ld %ld %ld %ld\n", (long)check, (long)items[0], (long)items[count / 2], (long)items[count - 1]);
    free(items);
    free(spare);
}
