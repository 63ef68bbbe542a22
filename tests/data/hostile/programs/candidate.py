def solve_67a3c6ac(I):
    return C
