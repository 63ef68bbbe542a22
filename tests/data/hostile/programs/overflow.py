def solve_67a3c6ac(I):
    x = multiply(9223372036854775807, 9223372036854775807)
    return canvas(x, (1, 1))
