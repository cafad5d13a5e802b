"""A ray tracer of spheres over a chequered floor, with shadows and reflections. Every point, direction and colour is an object.

pyc run --release tests/bench/programs/raytrace.py [WIDTH]
"""

import math
import sys

DEPTH = 4
FAR = 1e30


class Vec:
    def __init__(self, x: float, y: float, z: float) -> None:
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other: "Vec") -> "Vec":
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Vec") -> "Vec":
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def scaled(self, factor: float) -> "Vec":
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: "Vec") -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self) -> "Vec":
        return self.scaled(1.0 / math.sqrt(self.dot(self)))


class Ray:
    def __init__(self, origin: Vec, direction: Vec) -> None:
        self.origin = origin
        self.direction = direction

    def at(self, distance: float) -> Vec:
        return self.origin + self.direction.scaled(distance)


class Shape:
    def __init__(self, mirror: float) -> None:
        self.mirror = mirror

    def hit(self, ray: Ray) -> float:
        return FAR

    def normal(self, point: Vec) -> Vec:
        return point

    def colour(self, point: Vec) -> Vec:
        return point


class Sphere(Shape):
    def __init__(self, centre: Vec, radius: float, paint: Vec, mirror: float) -> None:
        super().__init__(mirror)
        self.centre = centre
        self.radius = radius
        self.paint = paint

    def hit(self, ray: Ray) -> float:
        offset = ray.origin - self.centre
        half = offset.dot(ray.direction)
        inside = half * half - offset.dot(offset) + self.radius * self.radius
        if inside < 0.0:
            return FAR
        root = math.sqrt(inside)
        near = -half - root
        if near > 1e-6:
            return near
        far = root - half
        return far if far > 1e-6 else FAR

    def normal(self, point: Vec) -> Vec:
        return (point - self.centre).scaled(1.0 / self.radius)

    def colour(self, point: Vec) -> Vec:
        return self.paint


class Floor(Shape):
    def hit(self, ray: Ray) -> float:
        if ray.direction.y > -1e-9:
            return FAR
        distance = -ray.origin.y / ray.direction.y
        return distance if distance > 1e-6 else FAR

    def normal(self, point: Vec) -> Vec:
        return Vec(0.0, 1.0, 0.0)

    def colour(self, point: Vec) -> Vec:
        squares = int(math.floor(point.x)) + int(math.floor(point.z))
        return Vec(0.9, 0.9, 0.9) if squares % 2 == 0 else Vec(0.2, 0.2, 0.2)


class Scene:
    def __init__(self, shapes: list[Shape], light: Vec) -> None:
        self.shapes = shapes
        self.light = light

    def is_lit(self, point: Vec, towards: Vec, distance: float) -> bool:
        ray = Ray(point, towards)
        for shape in self.shapes:
            if shape.hit(ray) < distance:
                return False
        return True

    def trace(self, ray: Ray, depth: int) -> Vec:
        nearest = FAR
        found = self.shapes[0]
        for shape in self.shapes:
            distance = shape.hit(ray)
            if distance < nearest:
                nearest = distance
                found = shape
        if nearest == FAR:
            height = 0.5 * (ray.direction.y + 1.0)
            return Vec(1.0 - 0.5 * height, 1.0 - 0.3 * height, 1.0)
        point = ray.at(nearest)
        normal = found.normal(point)
        to_light = self.light - point
        distance = math.sqrt(to_light.dot(to_light))
        towards = to_light.scaled(1.0 / distance)
        bright = 0.15
        slope = normal.dot(towards)
        if slope > 0.0 and self.is_lit(point, towards, distance):
            bright += 0.85 * slope
        colour = found.colour(point).scaled(bright)
        if found.mirror > 0.0 and depth < DEPTH:
            back = ray.direction - normal.scaled(2.0 * normal.dot(ray.direction))
            seen = self.trace(Ray(point, back), depth + 1)
            colour = colour.scaled(1.0 - found.mirror) + seen.scaled(found.mirror)
        return colour


def spheres() -> list[Shape]:
    shapes: list[Shape] = [Floor(0.2)]
    for row in range(3):
        for column in range(3):
            centre = Vec(2.0 * column - 2.0, 0.8 + 0.3 * row, 5.0 + 2.0 * row)
            paint = Vec(0.3 + 0.3 * column, 0.9 - 0.3 * row, 0.5)
            shapes.append(Sphere(centre, 0.8, paint, 0.1 * (row + column)))
    return shapes


def main() -> None:
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    height = width * 3 // 4
    scene = Scene(spheres(), Vec(-6.0, 9.0, -3.0))
    eye = Vec(0.0, 2.0, -4.0)
    total = Vec(0.0, 0.0, 0.0)
    for row in range(height):
        for column in range(width):
            x = (column + 0.5) / width - 0.5
            y = 0.5 - (row + 0.5) / height
            ray = Ray(eye, Vec(x * 1.6, y * 1.2, 1.0).unit())
            total = total + scene.trace(ray, 0)
    scale = 1.0 / (width * height)
    print(f"{total.x * scale:.4f} {total.y * scale:.4f} {total.z * scale:.4f}")


main()
