# The starting difference measures: views of a pair of grids, written by hand for no task in particular.
# Each counts what of I is missing in C; the engine also runs it with the two exchanged.

# Colours that only I has.
def palette_view(S, I, C):
    return size(difference(palette(I), palette(C)))

# Cells in which the two differ, where they lie upon each other.
def cell_view(S, I, C):
    x1 = cellwise(I, C, TEN)
    return colorcount(x1, TEN)

# Colours with the number of their cells.
def colour_count_view(S, I, C):
    x1 = fork(astuple, color, size)
    x2 = apply(x1, partition(I))
    x3 = apply(x1, partition(C))
    return size(difference(x2, x3))

# Rows and columns that I has more than C.
def dimension_view(S, I, C):
    x1 = subtract(height(I), height(C))
    x2 = subtract(width(I), width(C))
    x3 = maximum(insert(ZERO, initset(x1)))
    x4 = maximum(insert(ZERO, initset(x2)))
    return add(x3, x4)

# Objects as they are: cells, colours and places.
def object_view(S, I, C):
    x1 = objects(I, T, F, T)
    x2 = objects(C, T, F, T)
    return size(difference(x1, x2))

# Sizes of objects.
def object_size_view(S, I, C):
    x1 = apply(size, objects(I, T, F, T))
    x2 = apply(size, objects(C, T, F, T))
    return size(difference(x1, x2))

# Places of objects.
def object_position_view(S, I, C):
    x1 = apply(ulcorner, objects(I, T, F, T))
    x2 = apply(ulcorner, objects(C, T, F, T))
    return size(difference(x1, x2))

# Shapes of objects, wherever they are and of whatever colour.
def object_shape_view(S, I, C):
    x1 = compose(toindices, normalize)
    x2 = apply(x1, objects(I, T, F, T))
    x3 = apply(x1, objects(C, T, F, T))
    return size(difference(x2, x3))

# Objects that I has more than C.
def object_count_view(S, I, C):
    x1 = size(objects(I, T, F, T))
    x2 = size(objects(C, T, F, T))
    x3 = subtract(x1, x2)
    return maximum(insert(ZERO, initset(x3)))

# Whole rows and columns of one colour.
def frontier_view(S, I, C):
    return size(difference(frontiers(I), frontiers(C)))
