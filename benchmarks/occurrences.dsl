# Programs that spend their time in `occurrences`, which `cpython.py` measures by themselves.

def largest_blank_squares(I):
    x1 = leastcolor(I)
    x2 = mostcolor(I)
    x3 = fork(astuple, identity, identity)
    x4 = interval(TWO, TEN, ONE)
    x5 = apply(x3, x4)
    x6 = lbind(canvas, x2)
    x7 = compose(asobject, x6)
    x8 = lbind(occurrences, I)
    x9 = compose(x8, x7)
    x10 = compose(size, x9)
    x11 = argmax(x5, x10)
    x12 = x9(x11)
    x13 = toindices(x7(x11))
    x14 = lbind(shift, x13)
    x15 = mapply(x14, x12)
    O = fill(I, x1, x15)
    return O

def blank_rectangles(I):
    x1 = mostcolor(I)
    x2 = interval(THREE, TEN, ONE)
    x3 = product(x2, x2)
    x4 = lbind(canvas, x1)
    x5 = lbind(occurrences, I)
    x6 = chain(x5, asobject, x4)
    x7 = mapply(x6, x3)
    O = fill(I, THREE, x7)
    return O

def copies_of_corner(I):
    x1 = crop(I, ORIGIN, TWO_BY_TWO)
    x2 = asobject(x1)
    x3 = occurrences(I, x2)
    x4 = lbind(shift, x2)
    x5 = mapply(x4, x3)
    O = fill(I, FIVE, x5)
    return O

def blank_bands(I):
    x1 = mostcolor(I)
    x2 = interval(ONE, TEN, ONE)
    x3 = lbind(astuple, TWO)
    x4 = rbind(astuple, TWO)
    x5 = combine(apply(x3, x2), apply(x4, x2))
    x6 = lbind(canvas, x1)
    x7 = lbind(occurrences, I)
    x8 = chain(x7, asobject, x6)
    x9 = mapply(x8, x5)
    O = fill(I, TWO, x9)
    return O

def every_object_again(I):
    x1 = objects(I, F, T, T)
    x2 = lbind(occurrences, I)
    x3 = compose(x2, normalize)
    x4 = mapply(x3, x1)
    O = fill(I, EIGHT, x4)
    return O
