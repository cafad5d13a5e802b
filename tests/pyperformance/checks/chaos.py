import random

import run_benchmark as program

points = [program.GVector(1.6, 3.3, 0.0), program.GVector(1.5, 4.1, 0.0), program.GVector(1.3, 5.3, 0.0), program.GVector(2.9, 5.5, 0.0)]
spline = program.Spline(points, 3, [0, 0, 0, 1, 1, 1])
print(spline, len(spline), spline.GetDomain())
print([str(spline(u / 10)) for u in range(11)])
random.seed(1234)
chaos = program.Chaosgame([spline], 0.25)
print(chaos.num_trafos, chaos.minx, chaos.maxx, chaos.miny, chaos.maxy)
point = program.GVector(2.0, 4.0, 0)
for _ in range(10):
    point = chaos.transform_point(point)
    print(point)
