# The starting library: general programs written by hand for no task in particular.
# One function a program, in the DSL's own syntax; see `arcsynth dsl` for the primitives.

# Whole grids turned, mirrored and scaled.
def mirror_rows(I):
    return hmirror(I)

def mirror_columns(I):
    return vmirror(I)

def transpose(I):
    return dmirror(I)

def antitranspose(I):
    return cmirror(I)

def quarter_turn(I):
    return rot90(I)

def half_turn(I):
    return rot180(I)

def three_quarter_turn(I):
    return rot270(I)

def double_size(I):
    return upscale(I, TWO)

def triple_size(I):
    return upscale(I, THREE)

def scale_by_colours(I):
    x1 = numcolors(I)
    return upscale(I, x1)

def scale_by_other_colours(I):
    x1 = decrement(numcolors(I))
    return upscale(I, x1)

def half_size(I):
    return downscale(I, TWO)

def third_size(I):
    return downscale(I, THREE)

# Copies side by side.
def beside_mirror(I):
    return hconcat(I, vmirror(I))

def mirror_beside(I):
    return hconcat(vmirror(I), I)

def above_mirror(I):
    return vconcat(I, hmirror(I))

def mirror_above(I):
    return vconcat(hmirror(I), I)

def twice_beside(I):
    return hconcat(I, I)

def twice_above(I):
    return vconcat(I, I)

def kaleidoscope(I):
    x1 = hconcat(I, vmirror(I))
    return vconcat(x1, hmirror(x1))

def inner_kaleidoscope(I):
    x1 = hconcat(vmirror(I), I)
    return vconcat(hmirror(x1), x1)

def four_turns(I):
    x1 = hconcat(I, rot90(I))
    x2 = hconcat(rot270(I), rot180(I))
    return vconcat(x1, x2)

def nine_mirrors(I):
    x1 = vmirror(I)
    x2 = hconcat(hconcat(x1, I), x1)
    x3 = hmirror(x2)
    return vconcat(vconcat(x3, x2), x3)

# Parts of the grid.
def top_half(I):
    return tophalf(I)

def bottom_half(I):
    return bottomhalf(I)

def left_half(I):
    return lefthalf(I)

def right_half(I):
    return righthalf(I)

def top_left_quarter(I):
    return tophalf(lefthalf(I))

def inside(I):
    return trim(I)

def without_separators(I):
    return compress(I)

def top_third(I):
    return first(vsplit(I, THREE))

def left_third(I):
    return first(hsplit(I, THREE))

def without_repetition(I):
    x1 = dedupe(I)
    return dmirror(dedupe(dmirror(x1)))

# Objects cut out.
def largest_object(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    return subgrid(x2, I)

def smallest_object(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, size)
    return subgrid(x2, I)

def largest_group(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, size)
    return subgrid(x2, I)

def smallest_group(I):
    x1 = objects(I, F, T, T)
    x2 = argmin(x1, size)
    return subgrid(x2, I)

def most_colourful_group(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, numcolors)
    return subgrid(x2, I)

def topmost_group(I):
    x1 = objects(I, F, T, T)
    x2 = argmin(x1, uppermost)
    return subgrid(x2, I)

def foreground(I):
    x1 = fgpartition(I)
    x2 = merge(x1)
    return subgrid(x2, I)

def rarest_colour(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    return subgrid(x2, I)

def symmetric_group(I):
    x1 = objects(I, F, T, T)
    x2 = rbind(subgrid, I)
    x3 = apply(x2, totuple(x1))
    x4 = fork(equality, identity, vmirror)
    return extract(x3, x4)

# Colours.
def exchange_extremes(I):
    x1 = mostcolor(I)
    x2 = leastcolor(I)
    return switch(I, x1, x2)

def rarest_to_commonest(I):
    x1 = mostcolor(I)
    x2 = leastcolor(I)
    return replace(I, x2, x1)

def foreground_to_rarest(I):
    x1 = leastcolor(I)
    x2 = merge(fgpartition(I))
    return fill(I, x1, x2)

def replace_grey(I):
    return replace(I, FIVE, ZERO)

def single_cell_of_commonest(I):
    x1 = mostcolor(I)
    return canvas(x1, UNITY)

def single_cell_of_largest(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    return canvas(color(x2), UNITY)

def commonest_everywhere(I):
    x1 = mostcolor(I)
    return canvas(x1, shape(I))

# Drawing on the grid.
def fill_enclosed(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    return fill(I, FOUR, x5)

def box_objects(I):
    x1 = objects(I, T, T, T)
    x2 = mapply(outbox, x1)
    return fill(I, THREE, x2)

def fill_boxes(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(delta, x1)
    return fill(I, TWO, x2)

def insides_of_objects(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(compose(backdrop, inbox), x1)
    return fill(I, EIGHT, x2)

def cover_largest(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    return cover(I, x2)

def cover_single_cells(I):
    x1 = objects(I, T, F, T)
    x2 = sizefilter(x1, ONE)
    return cover(I, merge(x2))

def paint_largest(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    return fill(I, TWO, x2)

def rays_right(I):
    x1 = objects(I, T, F, T)
    x2 = fork(recolor, color, compose(rbind(shoot, RIGHT), ulcorner))
    return paint(I, mapply(x2, x1))

def rays_down(I):
    x1 = objects(I, T, F, T)
    x2 = fork(recolor, color, compose(rbind(shoot, DOWN), ulcorner))
    return paint(I, mapply(x2, x1))

def crosses(I):
    x1 = objects(I, T, F, T)
    x2 = compose(vfrontier, center)
    x3 = compose(hfrontier, center)
    x4 = fork(combine, x2, x3)
    x5 = fork(recolor, color, x4)
    return underpaint(I, mapply(x5, x1))

def join_alike(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = mfilter(x3, fork(either, vline, hline))
    return underfill(I, x1, x4)

def move_down_one(I):
    x1 = merge(objects(I, T, T, T))
    return move(I, x1, DOWN)

def move_right_one(I):
    x1 = merge(objects(I, T, T, T))
    return move(I, x1, RIGHT)

def symmetric_completion(I):
    x1 = asobject(dmirror(I))
    return underpaint(I, x1)

def mirror_completion(I):
    x1 = asobject(vmirror(I))
    return underpaint(I, x1)

def turn_completion(I):
    x1 = asobject(rot180(I))
    return underpaint(I, x1)

# Two halves compared.
def both_halves(I):
    x1 = ofcolor(lefthalf(I), ZERO)
    x2 = ofcolor(righthalf(I), ZERO)
    x3 = intersection(x1, x2)
    x4 = canvas(ZERO, shape(lefthalf(I)))
    return fill(x4, TWO, x3)

def both_halves_above(I):
    x1 = ofcolor(tophalf(I), ZERO)
    x2 = ofcolor(bottomhalf(I), ZERO)
    x3 = intersection(x1, x2)
    x4 = canvas(ZERO, shape(tophalf(I)))
    return fill(x4, TWO, x3)

def halves_agree(I):
    return cellwise(lefthalf(I), righthalf(I), ZERO)

def halves_agree_above(I):
    return cellwise(tophalf(I), bottomhalf(I), ZERO)

# Sizes and counts.
def by_object_count(I):
    x1 = objects(I, T, F, T)
    x2 = size(x1)
    return canvas(ZERO, astuple(ONE, x2))

def colour_columns(I):
    x1 = order(fgpartition(I), size)
    x2 = apply(color, x1)
    return repeat(x2, ONE)

def self_product(I):
    x1 = hupscale(vupscale(I, THREE), THREE)
    x2 = hconcat(hconcat(I, I), I)
    x3 = vconcat(vconcat(x2, x2), x2)
    return cellwise(x1, x3, ZERO)
