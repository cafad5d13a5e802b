# Rows of values with commas between them: reading, writing, quotes, dialects.
import csv
import io
import os

for lines in [
    ["a,b,c"], ["a,b,c\n", "1,2,3\r\n"], [""], ["\n", "a\n"], [","], ["a,"], ['"a"'], ['"a,b",c'], ['"a""b"'], ['a"b'], ['"a"b,c'], ['"a\n', 'b",c\n'], ['"open'],
    [" a, b "], ['"",""'], ["é,日本"], ["a\tb"], ["a;b"], ['a,"b'], ["'a,b'"], ['x,"multi\r\n', 'line",y\r\n', "z\r\n"],
]:  # fmt: skip
    print(lines, list(csv.reader(lines)))
print(
    list(csv.reader(["a;b", "c;'d;e'"], delimiter=";", quotechar="'")),
    list(csv.reader(["a\tb,c"], "excel-tab")),
    list(csv.reader(['a, "b, c"'], skipinitialspace=True)),
)
print(
    list(csv.reader(["a\\,b,c"], escapechar="\\")),
    list(csv.reader(['"a\\"b"'], escapechar="\\", doublequote=False)),
    list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)),
)
rows = csv.reader(io.StringIO("h1,h2\n1,2\n\n3,4\n"))
print(next(rows), rows.line_num)
for row in rows:
    print(row, rows.line_num)
try:
    list(csv.reader(['"a"b'], strict=True))
except csv.Error as error:
    print(error)
try:
    list(csv.reader(['"a'], strict=True))
except csv.Error as error:
    print(error)
for first, *rest in csv.reader(["name,1,2", "other"]):
    print(first, rest)

ROWS = [["a", "b"], ["a,b", 'say "x"'], ["", ""], ["line\nbreak", " space "], ["é", "'"], ["\r", ";"]]
for options in [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]:
    out = io.StringIO()
    rows_out = csv.writer(out, quoting=options)
    print([rows_out.writerow(row) for row in ROWS])
    rows_out.writerow([1, 2.5, None, True])
    rows_out.writerow(("x", 3))
    rows_out.writerow([""])
    rows_out.writerow([])
    print(repr(out.getvalue()))
out = io.StringIO()
csv.writer(out, delimiter=";", lineterminator="\n").writerows([["a;b", 1], ["c", -0.5]])
csv.writer(out, "excel-tab").writerow(["a\tb", "c"])
csv.writer(out, "unix").writerow(["a", 1])
csv.writer(out, quotechar="'").writerow(["it's", '"'])
csv.writer(out, doublequote=False, escapechar="\\").writerow(['a"b', "c\\d"])
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\").writerow(["a,b", "c"])
print(repr(out.getvalue()))
try:
    csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as error:
    print(error)
try:
    csv.reader([], delimiter="ab")
except TypeError as error:
    print(error)

table = csv.DictReader(["name,age", "Ann,30", "", "Bob", '"C, D",5'])
print(table.fieldnames)
people = list(table)
print(people, people[0]["name"], int(people[0]["age"]) + 1, table.line_num)
print(
    list(csv.DictReader(["1;2"], fieldnames=["x", "y"], delimiter=";")),
    list(csv.DictReader(["a,b", "1"], restval="?")),
    list(csv.DictReader([])),
)
out = io.StringIO()
writer = csv.DictWriter(out, ["name", "age"], restval="-")
writer.writeheader()
writer.writerow({"name": "Ann", "age": "30"})
writer.writerows([{"name": "Bob"}, {"age": "1", "name": "x,y"}])
csv.DictWriter(out, fieldnames=["a"], extrasaction="ignore").writerow({"a": 1, "b": 2})
print(repr(out.getvalue()))
try:
    writer.writerow({"name": "x", "other": "1"})
except ValueError as error:
    print(error)
with open("/tmp/pyc-test-table.csv", "w", newline="") as file:
    csv.writer(file).writerows([["x", "y"], ["1", "a\nb"]])
with open("/tmp/pyc-test-table.csv", newline="") as file:
    print(list(csv.reader(file)), file.tell())
os.remove("/tmp/pyc-test-table.csv")
