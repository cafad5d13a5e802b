class T:
    def __init__(self): self._c = 0.0
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): print("deleted"); self._c = 0.0
    @property
    def ro(self): return 1
    def getx(self): return self._c
    def setx(self, v): self._c = v
t = T()
t.f = 212.0
print(t.f, t._c)
del t.f
print(t.f)
t.f += 1.8
print(t._c)
try:
    t.ro = 5
except AttributeError as e:
    print(e)


class Lazy:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        return "dyn_" + name


print(Lazy().known, Lazy().foo)
