# What `cpython.py` runs beside CPython, together with the starting library: programs of the kind that people write,
# each for no task in particular, that look for objects, measure, move and draw them.

def shadow_objects(I):
    x1 = objects(I, T, T, T)
    x2 = rbind(shift, UNITY)
    x3 = lbind(recolor, FIVE)
    x4 = compose(x3, x2)
    x5 = mapply(x4, x1)
    O = underpaint(I, x5)
    return O

def stack_of_shadows(I):
    x1 = merge(objects(I, T, T, T))
    x2 = lbind(shift, x1)
    x3 = interval(ONE, SIX, ONE)
    x4 = rbind(multiply, DOWN)
    x5 = apply(x4, x3)
    x6 = mapply(x2, x5)
    O = underpaint(I, x6)
    return O

def trails(I):
    x1 = objects(I, T, F, T)
    x2 = interval(ZERO, TEN, ONE)
    x3 = lbind(multiply, RIGHT)
    x4 = apply(x3, x2)
    x5 = lbind(lbind, shift)
    x6 = rbind(apply, x4)
    x7 = chain(merge, x6, x5)
    x8 = mapply(x7, x1)
    O = underpaint(I, x8)
    return O

def mark_centres(I):
    x1 = objects(I, T, T, T)
    x2 = apply(center, x1)
    x3 = mapply(neighbors, x2)
    O = fill(I, THREE, x3)
    return O

def frame_by_size(I):
    x1 = objects(I, T, F, T)
    x2 = valmax(x1, size)
    x3 = matcher(size, x2)
    x4 = sfilter(x1, x3)
    x5 = difference(x1, x4)
    x6 = mapply(outbox, x4)
    x7 = mapply(outbox, x5)
    x8 = underfill(I, TWO, x6)
    O = underfill(x8, ONE, x7)
    return O

def colour_by_order(I):
    x1 = objects(I, T, T, T)
    x2 = order(x1, size)
    x3 = size(x2)
    x4 = interval(ONE, increment(x3), ONE)
    x5 = mpapply(recolor, x4, x2)
    O = paint(I, x5)
    return O

def leftmost_to_the_edge(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, leftmost)
    x3 = invert(leftmost(x2))
    x4 = tojvec(x3)
    O = move(I, x2, x4)
    return O

def mirror_each(I):
    x1 = objects(I, F, T, T)
    x2 = mapply(vmirror, x1)
    x3 = merge(x1)
    x4 = cover(I, x3)
    O = paint(x4, x2)
    return O

def turn_each(I):
    x1 = objects(I, F, F, T)
    x2 = fork(combine, dmirror, hmirror)
    x3 = mapply(x2, x1)
    O = underpaint(I, x3)
    return O

def lines_between_alike(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = product(x2, x2)
    x4 = fork(connect, first, last)
    x5 = apply(x4, x3)
    x6 = fork(either, vline, hline)
    x7 = mfilter(x5, x6)
    O = underfill(I, x1, x7)
    return O

def rays_of_corners(I):
    x1 = objects(I, T, F, T)
    x2 = rbind(shoot, UNITY)
    x3 = rbind(shoot, NEG_UNITY)
    x4 = compose(x2, lrcorner)
    x5 = compose(x3, ulcorner)
    x6 = fork(combine, x4, x5)
    x7 = fork(recolor, color, x6)
    x8 = mapply(x7, x1)
    O = underpaint(I, x8)
    return O

def nearest_pairs(I):
    x1 = objects(I, T, T, T)
    x2 = sizefilter(x1, ONE)
    x3 = prapply(manhattan, x2, x2)
    x4 = difference(x3, initset(ZERO))
    x5 = minimum(x4)
    x6 = canvas(x5, UNITY)
    return x6

def touching_groups(I):
    x1 = objects(I, T, F, T)
    x2 = merge(x1)
    x3 = lbind(rbind, adjacent)
    x4 = leastcolor(I)
    x5 = ofcolor(I, x4)
    x6 = x3(x5)
    x7 = mfilter(x1, x6)
    O = fill(I, EIGHT, x7)
    return O

def enclosed_by_any(I):
    x1 = objects(I, T, F, F)
    x2 = mostcolor(I)
    x3 = colorfilter(x1, x2)
    x4 = rbind(bordering, I)
    x5 = compose(flip, x4)
    x6 = sfilter(x3, x5)
    x7 = lbind(recolor, THREE)
    x8 = mapply(x7, x6)
    O = paint(I, x8)
    return O

def square_holes(I):
    x1 = objects(I, T, F, F)
    x2 = sfilter(x1, square)
    x3 = matcher(size, ONE)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, SEVEN, x5)
    return O

def grow_four_times(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = lbind(mapply, dneighbors)
    x4 = fork(combine, identity, x3)
    x5 = power(x4, FOUR)
    x6 = x5(x2)
    O = underfill(I, x1, x6)
    return O

def largest_alone(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, size)
    x3 = normalize(x2)
    x4 = canvas(ZERO, shape(x2))
    O = paint(x4, x3)
    return O

def same_shapes(I):
    x1 = objects(I, T, T, T)
    x2 = compose(toindices, normalize)
    x3 = apply(x2, totuple(x1))
    x4 = mostcommon(x3)
    x5 = matcher(x2, x4)
    x6 = mfilter(x1, x5)
    O = fill(I, FOUR, x6)
    return O

def odd_one_out(I):
    x1 = objects(I, F, T, T)
    x2 = compose(toindices, normalize)
    x3 = apply(x2, totuple(x1))
    x4 = leastcommon(x3)
    x5 = matcher(x2, x4)
    x6 = extract(x1, x5)
    O = subgrid(x6, I)
    return O

def checkerboard(I):
    x1 = asindices(I)
    x2 = fork(add, first, last)
    x3 = compose(even, x2)
    x4 = sfilter(x1, x3)
    O = fill(I, ZERO, x4)
    return O

def below_the_diagonal(I):
    x1 = asindices(I)
    x2 = fork(greater, first, last)
    x3 = sfilter(x1, x2)
    O = underfill(I, SIX, x3)
    return O

def crosses_of_rarest(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = fork(combine, hfrontier, vfrontier)
    x4 = mapply(x3, x2)
    O = underfill(I, x1, x4)
    return O

def boxes_in_boxes(I):
    x1 = objects(I, F, F, T)
    x2 = compose(outbox, outbox)
    x3 = fork(combine, outbox, x2)
    x4 = mapply(x3, x1)
    O = underfill(I, ONE, x4)
    return O

def fill_rare_colours(I):
    x1 = fgpartition(I)
    x2 = lbind(greater, TEN)
    x3 = compose(x2, size)
    x4 = sfilter(x1, x3)
    x5 = fork(recolor, color, backdrop)
    x6 = mapply(x5, x4)
    O = underpaint(I, x6)
    return O

def rows_by_colour(I):
    x1 = rbind(order, identity)
    x2 = apply(x1, I)
    O = order(x2, size)
    return O

def quarters_alike(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = astuple(lefthalf(x1), righthalf(x1))
    x4 = astuple(lefthalf(x2), righthalf(x2))
    x5 = combine(x3, x4)
    O = argmax(x5, numcolors)
    return O

def tile_largest(I):
    x1 = objects(I, F, F, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = hconcat(x3, vmirror(x3))
    O = vconcat(x4, hmirror(x4))
    return O

def enlarge_objects(I):
    x1 = objects(I, F, T, T)
    x2 = rbind(upscale, TWO)
    x3 = mapply(x2, x1)
    x4 = shape(I)
    x5 = double(x4)
    x6 = canvas(mostcolor(I), x5)
    O = paint(x6, x3)
    return O

def corners_of_groups(I):
    x1 = partition(I)
    x2 = mapply(corners, x1)
    O = fill(I, NINE, x2)
    return O

def repeat_downwards(I):
    x1 = asobject(tophalf(I))
    x2 = lbind(shift, x1)
    x3 = compose(x2, toivec)
    x4 = height(tophalf(I))
    x5 = interval(ZERO, 30, x4)
    x6 = mapply(x3, x5)
    O = paint(I, x6)
    return O
