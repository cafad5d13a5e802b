import helper
from constants import LIMIT, NAMES
from helper import Counter, double as twice

print(helper.double(4), twice("ab"), LIMIT, NAMES)
counter = Counter()
counter.bump()
counter.bump()
print(counter.count, helper.Counter().count)
helper.total += 5
print(helper.total, helper.add_to_total(1), helper.total)
print(__name__, helper.__name__)
