"""Constants, logic, arithmetic, containers and functions of functions."""

from __future__ import annotations

from collections import Counter

F, T = False, True
ZERO, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE, TEN = range(11)
NEG_ONE, NEG_TWO = -1, -2
DOWN, RIGHT, UP, LEFT = (1, 0), (0, 1), (-1, 0), (0, -1)
ORIGIN, UNITY, NEG_UNITY, UP_RIGHT, DOWN_LEFT = (0, 0), (1, 1), (-1, -1), (-1, 1), (1, -1)
ZERO_BY_TWO, TWO_BY_ZERO, TWO_BY_TWO, THREE_BY_THREE = (0, 2), (2, 0), (2, 2), (3, 3)


# Logic and arithmetic.
def identity(x):
    return x


def flip(b):
    return not b


def equality(a, b):
    return a == b


def contained(value, container):
    return value in container


def greater(a, b):
    return a > b


def both(a, b):
    return a and b


def either(a, b):
    return a or b


def positive(x):
    return x > 0


def branch(condition, a, b):
    return a if condition else b


def numerical(operation):
    """Extend an operation on integers to pairs: part by part, an integer standing for a pair of itself."""

    def extended(a, b):
        if isinstance(a, int) and isinstance(b, int):
            return operation(a, b)
        (ai, aj), (bi, bj) = (a, a) if isinstance(a, int) else a, (b, b) if isinstance(b, int) else b
        return operation(ai, bi), operation(aj, bj)

    return extended


add = numerical(lambda a, b: a + b)
subtract = numerical(lambda a, b: a - b)
multiply = numerical(lambda a, b: a * b)
divide = numerical(lambda a, b: a // b)


def invert(n):
    return multiply(n, -1)


def double(n):
    return multiply(n, 2)


def halve(n):
    return divide(n, 2)


def even(n):
    return n % 2 == 0


def increment(x):
    return add(x, 1)


def decrement(x):
    return subtract(x, 1)


# Containers.
def combine(a, b):
    return type(a)((*a, *b))


def intersection(a, b):
    return a & b


def difference(a, b):
    return type(a)(item for item in a if item not in b)


def dedupe(tup):
    return tuple(dict.fromkeys(tup))


def order(container, compfunc):
    return tuple(sorted(container, key=compfunc))


def repeat(item, num):
    return (item,) * num


def size(container):
    return len(container)


def merge(containers):
    return type(containers)(item for container in containers for item in container)


def maximum(container):
    return max(container, default=0)


def minimum(container):
    return min(container, default=0)


def valmax(container, compfunc):
    return max(map(compfunc, container), default=0)


def valmin(container, compfunc):
    return min(map(compfunc, container), default=0)


def argmax(container, compfunc):
    return max(container, key=compfunc)


def argmin(container, compfunc):
    return min(container, key=compfunc)


def mostcommon(container):
    counts = Counter(container)
    return max(frozenset(counts), key=counts.__getitem__)


def leastcommon(container):
    counts = Counter(container)
    return min(frozenset(counts), key=counts.__getitem__)


def initset(value):
    return frozenset((value,))


def insert(value, container):
    return container | {value}


def remove(value, container):
    return type(container)(item for item in container if item != value)


def other(container, value):
    return first(remove(value, container))


def sfilter(container, condition):
    return type(container)(item for item in container if condition(item))


def mfilter(container, function):
    return merge(sfilter(container, function))


def extract(container, condition):
    return next(item for item in container if condition(item))


def toivec(i):
    return i, 0


def tojvec(j):
    return 0, j


def totuple(container):
    return tuple(container)


def first(container):
    return next(iter(container))


def last(container):
    return tuple(container)[-1]


def interval(start, stop, step):
    return tuple(range(start, stop, step))


def astuple(a, b):
    return a, b


def product(a, b):
    return frozenset((x, y) for x in a for y in b)


def pair(a, b):
    return tuple(zip(a, b, strict=False))


# Functions of functions.
def compose(outer, inner):
    return lambda x: outer(inner(x))


def chain(h, g, f):
    return lambda x: h(g(f(x)))


def matcher(function, target):
    return lambda x: function(x) == target


def rbind(function, fixed):
    return lambda *args: function(*args, fixed)


def lbind(function, fixed):
    return lambda *args: function(fixed, *args)


def power(function, n):
    def repeated(x):
        for _ in range(n):
            x = function(x)
        return x

    return repeated


def fork(outer, a, b):
    return lambda x: outer(a(x), b(x))


def apply(function, container):
    return type(container)(map(function, container))


def rapply(functions, value):
    return type(functions)(function(value) for function in functions)


def mapply(function, container):
    return merge(apply(function, container))


def papply(function, a, b):
    return tuple(map(function, a, b))


def mpapply(function, a, b):
    return merge(papply(function, a, b))


def prapply(function, a, b):
    return frozenset(function(x, y) for x in a for y in b)
