/* The same tokens in C. */
#include <stdio.h>
#include <stdlib.h>

static long skip_string(const unsigned char *text, long at) {
    at++;
    while (text[at] != '"') {
        if (text[at] == '\\') at++;
        at++;
    }
    return at + 1;
}

static int is_of_number(int code) {
    return (code >= '0' && code <= '9') || code == '+' || code == '-' || code == '.' || code == 'E' || code == 'e';
}

int main(int argc, char **argv) {
    if (argc < 2) return 0;
    FILE *file = fopen(argv[1], "rb");
    fseek(file, 0, SEEK_END);
    long end = ftell(file), at = 0;
    rewind(file);
    unsigned char *text = malloc(end);
    if (fread(text, 1, end, file) != (size_t)end) return 1;
    fclose(file);
    long strings = 0, numbers = 0, words = 0, marks = 0, string_bytes = 0, total = 0;
    while (at < end) {
        int code = text[at];
        if (code == ' ' || code == '\n' || code == '\r' || code == '\t') {
            at++;
        } else if (code == '"') {
            long behind = skip_string(text, at);
            strings++;
            string_bytes += behind - at - 2;
            at = behind;
        } else if (code == '-' || (code >= '0' && code <= '9')) {
            long value = 0;
            while (at < end && is_of_number(text[at])) {
                if (text[at] >= '0' && text[at] <= '9') value = (value * 10 + text[at] - '0') & 0xFFFFFFFF;
                at++;
            }
            numbers++;
            total += value;
        } else if (code >= 'a' && code <= 'z') {
            while (at < end && text[at] >= 'a' && text[at] <= 'z') at++;
            words++;
        } else {
            marks++;
            at++;
        }
    }
    printf("%ld %ld %ld %ld %ld %ld\n", strings, string_bytes, numbers, total, words, marks);
    free(text);
}
