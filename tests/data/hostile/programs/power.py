def solve_67a3c6ac(I):
    x = power(hmirror, 1000000000000)
    return x(I)
