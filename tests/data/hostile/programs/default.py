def solve_67a3c6ac(I, x=[].append(1)):
    return I
