"""`warnings`: what is said once, always or never, and recorded."""

import sys
import warnings
from warnings import warn


class Old(DeprecationWarning):
    pass


def told(times):
    for _ in range(times):
        warn("twice said, once shown")


told(3)
told(1)
warnings.warn("with a class", RuntimeWarning)
warnings.warn(FutureWarning("an object"))
warnings.warn("old, but this is the main module", DeprecationWarning)
warnings.warn(Old("derived"))
warnings.warn("hidden", PendingDeprecationWarning)
warnings.warn("hidden", ImportWarning)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("ignored")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for number in range(2):
        warnings.warn(f"number {number}")
    warnings.warn("other", Old)
print(len(caught), [str(one.message) for one in caught], [one.category.__name__ for one in caught], caught[0].lineno)
print(issubclass(caught[-1].category, DeprecationWarning), issubclass(caught[0].category, DeprecationWarning))
with warnings.catch_warnings():
    warnings.simplefilter("error", UserWarning)
    try:
        warn("as an error")
    except UserWarning as error:
        print("raised", error)
    warnings.filterwarnings("ignore", message="sil.nt")
    warn("silent now")
    warn("silly", RuntimeWarning)
warnings.filterwarnings("once", category=SyntaxWarning)
for number in range(2):
    warn("once in all", SyntaxWarning)
warn("once in all", SyntaxWarning)
warnings.resetwarnings()
warn("no longer hidden", ImportWarning)
try:
    warnings.simplefilter("sometimes")
except AssertionError as error:
    print(error)
print("end", file=sys.stderr)
