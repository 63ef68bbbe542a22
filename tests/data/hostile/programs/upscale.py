def solve_67a3c6ac(I):
    x = upscale(I, 100)
    y = upscale(x, 100)
    z = upscale(y, 100)
    return z
