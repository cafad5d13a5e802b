import shapes.circle
from shapes import UNIT, describe
from shapes.square import Square

print(shapes.circle.area(2.0), UNIT)
print(describe(Square(3)), Square(2).area())
