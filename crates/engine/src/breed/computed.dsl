# Values computed from the demo pairs or the input, which may take the place of a constant: a program that was
# learned with one task's colours and sizes then carries over to others.

# Colours that inputs have and outputs lack (iz): some input, or all of them.

def iz_first(S):
    inputs = merge(initset(mapply(compose(palette, first), S)))
    outputs = merge(initset(mapply(compose(palette, last), S)))
    return first(difference(inputs, outputs))

def iz_last(S):
    inputs = merge(initset(mapply(compose(palette, first), S)))
    outputs = merge(initset(mapply(compose(palette, last), S)))
    return last(difference(inputs, outputs))

def iz_common_first(S):
    inputs = apply(compose(palette, first), S)
    outputs = merge(initset(mapply(compose(palette, last), S)))
    held_by = chain(size, lbind(sfilter, inputs), lbind(lbind, contained))
    common = sfilter(first(inputs), matcher(held_by, size(S)))
    return first(difference(common, outputs))

def iz_common_last(S):
    inputs = apply(compose(palette, first), S)
    outputs = merge(initset(mapply(compose(palette, last), S)))
    held_by = chain(size, lbind(sfilter, inputs), lbind(lbind, contained))
    common = sfilter(first(inputs), matcher(held_by, size(S)))
    return last(difference(common, outputs))

# Colours that outputs have and inputs lack (zo): some output, or all of them.

def zo_first(S):
    inputs = merge(initset(mapply(compose(palette, first), S)))
    outputs = merge(initset(mapply(compose(palette, last), S)))
    return first(difference(outputs, inputs))

def zo_last(S):
    inputs = merge(initset(mapply(compose(palette, first), S)))
    outputs = merge(initset(mapply(compose(palette, last), S)))
    return last(difference(outputs, inputs))

def zo_second(S):
    inputs = merge(initset(mapply(compose(palette, first), S)))
    outputs = merge(initset(mapply(compose(palette, last), S)))
    colours = difference(outputs, inputs)
    return first(remove(first(colours), colours))

def zo_common_first(S):
    outputs = apply(compose(palette, last), S)
    inputs = merge(initset(mapply(compose(palette, first), S)))
    held_by = chain(size, lbind(sfilter, outputs), lbind(lbind, contained))
    common = sfilter(first(outputs), matcher(held_by, size(S)))
    return first(difference(common, inputs))

# The most and the least common colours of the inputs, of the outputs, and of this input.

def most_in(S):
    return mostcommon(apply(compose(mostcolor, first), S))

def least_in(S):
    return mostcommon(apply(compose(leastcolor, first), S))

def most_out(S):
    return mostcommon(apply(compose(mostcolor, last), S))

def least_out(S):
    return mostcommon(apply(compose(leastcolor, last), S))

def most_here(I):
    return mostcolor(I)

def second_here(I):
    by_count = order(palette(I), lbind(colorcount, I))
    return last(remove(last(by_count), by_count))

def least_here(I):
    return leastcolor(I)

def kept_first(S):
    inputs = merge(initset(mapply(compose(palette, first), S)))
    outputs = merge(initset(mapply(compose(palette, last), S)))
    ground = mostcommon(apply(compose(mostcolor, first), S))
    return first(remove(ground, intersection(inputs, outputs)))

# Sizes, of the outputs and in proportion to the inputs.

def output_shape(S):
    return mostcommon(apply(compose(shape, last), S))

def output_height(S):
    return mostcommon(apply(compose(height, last), S))

def output_width(S):
    return mostcommon(apply(compose(width, last), S))

def times_higher(S):
    return mostcommon(apply(fork(divide, compose(height, last), compose(height, first)), S))

def times_wider(S):
    return mostcommon(apply(fork(divide, compose(width, last), compose(width, first)), S))

def times_lower(S):
    return mostcommon(apply(fork(divide, compose(height, first), compose(height, last)), S))

def input_shape(I):
    return shape(I)

# Counts in this input.

def colours_here(I):
    return decrement(numcolors(I))

def objects_here(I):
    return size(objects(I, T, F, T))

def largest_here(I):
    return valmax(objects(I, T, F, T), size)

# The turn or reflection that makes the first output of the first input.

def turn(S):
    turns = insert(rot90, insert(rot180, insert(rot270, initset(identity))))
    mirrors = insert(hmirror, insert(vmirror, insert(dmirror, initset(cmirror))))
    turned = chain(first, rbind(rapply, first(first(S))), initset)
    return extract(combine(turns, mirrors), matcher(turned, last(first(S))))
