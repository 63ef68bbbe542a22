def solve_67a3c6ac(I):
    return tuple(x for x in I)
