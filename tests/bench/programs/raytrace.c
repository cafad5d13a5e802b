/* The same picture in C: structures by value, a switch over the kinds of shapes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define DEPTH 4
#define FAR 1e30

typedef struct { double x, y, z; } Vec;
typedef struct { Vec origin, direction; } Ray;
typedef struct { int is_floor; double mirror, radius; Vec centre, paint; } Shape;

static Vec add(Vec a, Vec b) { return (Vec){a.x + b.x, a.y + b.y, a.z + b.z}; }
static Vec sub(Vec a, Vec b) { return (Vec){a.x - b.x, a.y - b.y, a.z - b.z}; }
static Vec scaled(Vec a, double f) { return (Vec){a.x * f, a.y * f, a.z * f}; }
static double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static Vec unit(Vec a) { return scaled(a, 1.0 / sqrt(dot(a, a))); }

static Shape shapes[10];
static int count;
static Vec light;

static double hit(const Shape *s, const Ray *ray) {
    if (s->is_floor) {
        if (ray->direction.y > -1e-9) return FAR;
        double distance = -ray->origin.y / ray->direction.y;
        return distance > 1e-6 ? distance : FAR;
    }
    Vec offset = sub(ray->origin, s->centre);
    double half = dot(offset, ray->direction);
    double inside = half * half - dot(offset, offset) + s->radius * s->radius;
    if (inside < 0.0) return FAR;
    double root = sqrt(inside), near = -half - root;
    if (near > 1e-6) return near;
    double far = root - half;
    return far > 1e-6 ? far : FAR;
}

static Vec normal_at(const Shape *s, Vec point) {
    return s->is_floor ? (Vec){0.0, 1.0, 0.0} : scaled(sub(point, s->centre), 1.0 / s->radius);
}

static Vec colour_at(const Shape *s, Vec point) {
    if (!s->is_floor) return s->paint;
    long squares = (long)floor(point.x) + (long)floor(point.z);
    return squares % 2 == 0 ? (Vec){0.9, 0.9, 0.9} : (Vec){0.2, 0.2, 0.2};
}

static int is_lit(Vec point, Vec towards, double distance) {
    Ray ray = {point, towards};
    for (int i = 0; i < count; i++)
        if (hit(&shapes[i], &ray) < distance) return 0;
    return 1;
}

static Vec trace(const Ray *ray, int depth) {
    double nearest = FAR;
    const Shape *found = &shapes[0];
    for (int i = 0; i < count; i++) {
        double distance = hit(&shapes[i], ray);
        if (distance < nearest) { nearest = distance; found = &shapes[i]; }
    }
    if (nearest == FAR) {
        double height = 0.5 * (ray->direction.y + 1.0);
        return (Vec){1.0 - 0.5 * height, 1.0 - 0.3 * height, 1.0};
    }
    Vec point = add(ray->origin, scaled(ray->direction, nearest));
    Vec normal = normal_at(found, point);
    Vec to_light = sub(light, point);
    double distance = sqrt(dot(to_light, to_light));
    Vec towards = scaled(to_light, 1.0 / distance);
    double bright = 0.15, slope = dot(normal, towards);
    if (slope > 0.0 && is_lit(point, towards, distance)) bright += 0.85 * slope;
    Vec colour = scaled(colour_at(found, point), bright);
    if (found->mirror > 0.0 && depth < DEPTH) {
        Vec back = sub(ray->direction, scaled(normal, 2.0 * dot(normal, ray->direction)));
        Ray next = {point, back};
        Vec seen = trace(&next, depth + 1);
        colour = add(scaled(colour, 1.0 - found->mirror), scaled(seen, found->mirror));
    }
    return colour;
}

int main(int argc, char **argv) {
    int width = argc > 1 ? atoi(argv[1]) : 60, height = width * 3 / 4;
    shapes[count++] = (Shape){1, 0.2, 0.0, {0}, {0}};
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++)
            shapes[count++] = (Shape){0, 0.1 * (row + column), 0.8,
                {2.0 * column - 2.0, 0.8 + 0.3 * row, 5.0 + 2.0 * row}, {0.3 + 0.3 * column, 0.9 - 0.3 * row, 0.5}};
    light = (Vec){-6.0, 9.0, -3.0};
    Vec eye = {0.0, 2.0, -4.0}, total = {0.0, 0.0, 0.0};
    for (int row = 0; row < height; row++)
        for (int column = 0; column < width; column++) {
            double x = (column + 0.5) / width - 0.5, y = 0.5 - (row + 0.5) / height;
            Ray ray = {eye, unit((Vec){x * 1.6, y * 1.2, 1.0})};
            total = add(total, trace(&ray, 0));
        }
    double scale = 1.0 / ((double)width * height);
    printf("%.4f %.4f %.4f\n", total.x * scale, total.y * scale, total.z * scale);
}
