"""`TypedDict`: dictionaries whose keys are known."""

from __future__ import annotations

from typing import List, NotRequired, Optional, TypedDict


class Movie(TypedDict):
    """A film."""

    name: str
    year: int
    tags: List[str]


class Rated(Movie, total=False):
    stars: float
    note: Optional[str]


Point = TypedDict("Point", {"x": int, "y": int})


class Empty(TypedDict):
    pass


class Options(TypedDict):
    size: int
    label: NotRequired[str]


def describe(movie: Movie) -> str:
    year: int = movie["year"]
    movie["year"] += 1
    movie["tags"].append("seen")
    for tag in movie["tags"]:
        print(tag, end=" ")
    print(year, len(movie["name"]), movie["year"])
    return movie["name"] + "!"


def length(point: Point) -> int:
    return point["x"] ** 2 + point["y"] ** 2


movie: Movie = {"name": "Blade", "year": 1982, "tags": ["a"]}
print(describe(movie), describe({"name": "q", "year": 2, "tags": []}))
print(movie, type(movie).__name__, isinstance(movie, dict), len(movie), list(movie))
made = Movie(name="x", year=3, tags=[])
print(made, made == {"name": "x", "year": 3, "tags": []}, "name" in made, made.get("other"))
rated: Rated = {"name": "r", "year": 4, "tags": [], "stars": 4.5}
rated["note"] = None
print(rated, rated["stars"] * 2, rated.get("note"))
print(describe(rated))
point = Point(x=3, y=4)
point["x"] = -5
print(point, length(point), length({"x": 0, "y": 1}), Point(point))
films: list[Movie] = [{"name": "b", "year": 2, "tags": []}, {"name": "a", "year": 1, "tags": ["t"]}]
print([film["name"] for film in sorted(films, key=lambda film: film["year"])])
print(max(films, key=lambda film: film["name"])["year"])
options: Options = {"size": 1}
print(options.get("label", "none"), options["size"] + 1, {**options, "label": "l"})
empty: Empty = {}
print(empty)
try:
    print(options["label"])
except KeyError as error:
    print("KeyError", error)
for key, value in point.items():
    print(key, value)
