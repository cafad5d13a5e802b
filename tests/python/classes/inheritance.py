class Shape:
    def __init__(self, name: str) -> None:
        self.name = name

    def area(self) -> float:
        return 0.0

    def describe(self) -> str:
        return f"{self.name} with area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return 3.14159 * self.radius**2


class Rectangle(Shape):
    def __init__(self, width: float, height: float) -> None:
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self) -> float:
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side: float) -> None:
        super().__init__(side, side)
        self.name = "square"

    def describe(self) -> str:
        return "a nice " + super().describe()


shapes: list[Shape] = [Circle(1.5), Rectangle(2.0, 3.5), Square(2.0), Shape("nothing")]
for shape in shapes:
    print(shape.describe())
print(sum([shape.area() for shape in shapes]))
for shape in shapes:
    print(
        isinstance(shape, Rectangle),
        isinstance(shape, Square),
        isinstance(shape, Shape),
    )
    if isinstance(shape, Circle):
        print("radius", shape.radius)
    elif isinstance(shape, Square):
        print("side", shape.width)


class Animal:
    sound = "..."

    def speak(self) -> str:
        return self.sound


class Dog(Animal):
    sound = "Woof"


class Puppy(Dog):
    def speak(self) -> str:
        return super().speak().lower() + "!"


for animal in [Animal(), Dog(), Puppy()]:
    print(animal.speak())


def total_area(items: list[Shape]) -> float:
    result = 0.0
    for item in items:
        result += item.area()
    return result


print(total_area(shapes))
