/* The same trees in C: malloc and free. */
#include <stdio.h>
#include <stdlib.h>

typedef struct Node { struct Node *left, *right; } Node;

static Node *new_node(Node *left, Node *right) {
    Node *node = malloc(sizeof *node);
    node->left = left;
    node->right = right;
    return node;
}

static Node *build(long depth) {
    if (depth == 0) return new_node(NULL, NULL);
    Node *left = build(depth - 1);
    return new_node(left, build(depth - 1));
}

static long count_nodes(const Node *node) {
    long total = 1;
    if (node->left) total += count_nodes(node->left);
    if (node->right) total += count_nodes(node->right);
    return total;
}

static void discard(Node *node) {
    if (node->left) discard(node->left);
    if (node->right) discard(node->right);
    free(node);
}

int main(int argc, char **argv) {
    long depth = argc > 1 ? atol(argv[1]) : 8;
    Node *lasting = build(depth);
    for (long level = 4; level <= depth; level += 2) {
        long times = 1L << (depth - level + 4), total = 0;
        for (long i = 0; i < times; i++) {
            Node *tree = build(level);
            total += count_nodes(tree);
            discard(tree);
        }
        printf("%ld trees of depth %ld: %ld nodes\n", times, level, total);
    }
    printf("lasting tree of depth %ld: %ld nodes\n", depth, count_nodes(lasting));
    discard(lasting);
}
