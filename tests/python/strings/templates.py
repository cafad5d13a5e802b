"""Text that is put together: `format`, `%` and f-strings."""



# fmt
print('{} {}'.format(1, 'a'), '{1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{0[1]} {0}'.format([1, 2]), '{:>5}|{:<5}|{:^5}'.format(1, 2, 3), '{:.2f}'.format(3.14159), '{!r}'.format('x'), '{:{}}'.format('a', 5))
class P:
    def __init__(self):
        self.x = 4
print('{0.x}'.format(P()), '{:,}'.format(1234567), format(3.5, '.2f'), format(5, '03d'), '{{}}'.format())
print('{n:>{w}}'.format(n=5, w=4))
rows = {'k': [1, 2], 'j': [3]}
print('{0[k]} {1} {0[k][0]} {name!r:>8} {:d}'.format(rows, 5, name='n') if False else '{0[k]} {1} {0[k][0]} {name!r:>8}'.format(rows, 5, name='n'))
template = '{} and {}'
print(template.format(1, 'two'), '{:>{w}}|{:<{w}}|'.format(1, 2, w=4))
try:
    print('{} {}'.format(1))
except IndexError as e:
    print(e)


# pct
print('%d %s %r %5.2f %-5s| %05d %x %o %e %g %c %%' % (5, 'a', 'b', 3.14159, 'ab', 42, 255, 8, 12345.678, 0.0001, 'z'))
print('%s' % 5, '%s and %s' % ('a', [1]), '%(k)s=%(v)d' % {'k': 'x', 'v': 3})
print('%5d|%-5d|%+d|% d' % (1, 2, 3, 4), '%.3s' % 'abcdef', '%*d' % (5, 3))
t = (1, 2)
print('%d-%d' % t)


# fstr
x = 5
y = 3.14159
name = 'bob'
w = 10
print(f'{x=} {y=:.2f} {name!r} {name!s:>5} {name:^{w}}|{x:05d}|{y:{w}.{2}f}|{x:,}|{1234567:_}|{x:b}|{255:#x}|{y:e}|{0.5:%}')
print(f'{x + 1 = }', f'{name.upper()}', f"{'nested'}", f'{{}}', f'{x:>+8}')
print(f'{[1, 2]!r:>10}', f'{None}', f'{True:d}', f'{x!r:*<4}')


