# Programs that evolution found on demo pairs of training tasks (make campaign); no test output was seen.
# Each names by content key the tasks that it was learned on, and the operator, run, round and parents.

# learned on 0f989d48f27bf8cc6b12e2c19298c557 33d27358db5a9fb528d84a53d2c513b9 34040a02ff3076a19c55e971fa8afca7 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676 953b3eee169aa6b9a983bd0b84bb9885 a1765f39bd1d6509833ad2b4d3ed7eaf fa2f2c44efeff35e022cafb2ef38ccd7
# found by crossover in round 410 of tasks-1, of a4b8de68b417b36293374da000723514 and 4fcaa7410c0c9935e4c32c16003c5cb9
def found_1(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = decrement(x6)
    x8 = sign(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    x11 = paint(x2, x10)
    x12 = asobject(x11)
    O = paint(I, x12)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 33d27358db5a9fb528d84a53d2c513b9 34040a02ff3076a19c55e971fa8afca7 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676 953b3eee169aa6b9a983bd0b84bb9885 a1765f39bd1d6509833ad2b4d3ed7eaf fa2f2c44efeff35e022cafb2ef38ccd7
# found by crossover in round 409 of tasks-1, of 82ee9d9da87a154a12a50f8404af3fcd and 921aa1ed03831188ef85d5e387af7872
def found_2(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = sign(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    x11 = paint(x2, x10)
    x12 = asobject(x11)
    O = paint(I, x12)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 5bf75ac4a8793cae0249ab6985852229 758f669bfb290808cf6f373910ec4d9b 953b3eee169aa6b9a983bd0b84bb9885 970b8cd386f85e2c05e2481d24e840d3 9a6af030bc5eb797c50fae004b23ef09 a6a762d1bb72f19c495a0f61261b2d52 dd876d9fdf9a7f6f67a91113b6d1a156
# found by crossover in round 404 of tasks-1, of 47ae80c33d0865547a74ab00dd015e5c and 153e9c6bceaefa347168dead7a256dde
def found_3(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = bottomhalf(I)
    x6 = downscale(x5, THREE)
    x7 = leastcolor(x6)
    x8 = sign(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 5bf75ac4a8793cae0249ab6985852229 758f669bfb290808cf6f373910ec4d9b 953b3eee169aa6b9a983bd0b84bb9885 970b8cd386f85e2c05e2481d24e840d3 9a6af030bc5eb797c50fae004b23ef09 a6a762d1bb72f19c495a0f61261b2d52 dd876d9fdf9a7f6f67a91113b6d1a156
# found by constant in round 390 of tasks-1, of abfe3f48e9953b9977be8350865de090
def found_4(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = bottomhalf(I)
    x6 = downscale(x5, THREE)
    x7 = leastcolor(x6)
    x8 = sign(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    x11 = paint(x2, x10)
    O = switch(x11, TEN, TEN)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 25aa0dca40d5ddb1f1266b2a297234cf 26874330c1d6d76ca943b33352e79582 57cef1d70d445c7925afd91689f067d8 6f1aa9e36acd93d665f0131fbe915990 93dfad5fa3034403abfca0d988daf090 bfc1914b77018c41a6487ad66eadb43f
# found by primitive in round 404 of tasks-1, of 8ef93a295d47bc7d5baa463964fd17c9
def found_5(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = replace(I, TWO, TWO)
    x6 = righthalf(x5)
    x7 = bottomhalf(x6)
    x8 = leastcolor(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = invert(x10)
    x12 = upscale(x4, x11)
    x13 = asobject(x12)
    O = paint(x2, x13)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 33d27358db5a9fb528d84a53d2c513b9 52feb606173c4f00ab53a4ad012f0eb7 953b3eee169aa6b9a983bd0b84bb9885 a1765f39bd1d6509833ad2b4d3ed7eaf d1f2cabff1a513aff5bfdacc38417b09 fa2f2c44efeff35e022cafb2ef38ccd7
# found by crossover in round 301 of tasks-1, of 486b04a958fdffddaf7ba11e82dc5433 and 52512c31eedb1a661fe08b1a2d5d72a6
def found_6(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = decrement(x7)
    x9 = halve(x8)
    x10 = upscale(x6, x9)
    x11 = asobject(x10)
    O = paint(x4, x11)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 33d27358db5a9fb528d84a53d2c513b9 52feb606173c4f00ab53a4ad012f0eb7 953b3eee169aa6b9a983bd0b84bb9885 a1765f39bd1d6509833ad2b4d3ed7eaf d1f2cabff1a513aff5bfdacc38417b09 fa2f2c44efeff35e022cafb2ef38ccd7
# found by primitive in round 292 of tasks-1, of ee440e02342b329c5740be5eaa4ee78a
def found_7(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = switch(x6, EIGHT, EIGHT)
    x8 = leastcolor(I)
    x9 = decrement(x8)
    x10 = halve(x9)
    x11 = upscale(x7, x10)
    x12 = asobject(x11)
    O = paint(x4, x12)
    return O

# learned on 45a534be95e942038a52c1137efe7385 4def64d4a5a9342e115d2d4dee842c9b 55845fb3084ed863fb236067863ea9d1 93dfad5fa3034403abfca0d988daf090 970b8cd386f85e2c05e2481d24e840d3 a6a762d1bb72f19c495a0f61261b2d52 b9335ea0d0cfe92ee8ef235bfa853a2b
# found by crossover in round 409 of tasks-1, of 20a80fd2c06627561a1536c2cbc71fb8 and 8352ab0b24f307bea9f5acd26feb096a
def found_8(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = objects(I, T, T, T)
    x6 = argmax(x5, square)
    x7 = toobject(x6, x4)
    x8 = color(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 33d27358db5a9fb528d84a53d2c513b9 6f3d0913c4e49bad0ecd5d1497bf4d96 83f4a8fda8abdcfe4fa89c8c77caa556 953b3eee169aa6b9a983bd0b84bb9885
# found by remove in round 408 of tasks-1, of dd87f8afb87728388b6eddfa09257003
def found_9(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = leastcommon(S)
    x4 = last(x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = decrement(x7)
    x9 = decrement(x8)
    x10 = halve(x9)
    x11 = upscale(x6, x10)
    x12 = asobject(x11)
    x13 = paint(x4, x12)
    x14 = halve(x8)
    x15 = upscale(x13, x14)
    x16 = asobject(x15)
    O = paint(x2, x16)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 33d27358db5a9fb528d84a53d2c513b9 6f3d0913c4e49bad0ecd5d1497bf4d96 83f4a8fda8abdcfe4fa89c8c77caa556 953b3eee169aa6b9a983bd0b84bb9885
# found by remove in round 382 of tasks-1, of ade452e91f3c2f0a1b11552400da7a72
def found_10(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = leastcommon(S)
    x4 = last(x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = decrement(x7)
    x9 = decrement(x8)
    x10 = halve(x9)
    x11 = upscale(x6, x10)
    x12 = asobject(x11)
    x13 = paint(x4, x12)
    x14 = halve(x8)
    x15 = vupscale(x13, x14)
    x16 = asobject(x15)
    O = paint(x2, x16)
    return O

# learned on 1370dbdc42952c79df24bf01d2ac284d 191cd01c91dcf85fc8d99b02d02b6102 52584834c65db39266759c1624db0ab5 7384e87f29f7671f3e51cce9072cc676 93dfad5fa3034403abfca0d988daf090 bf14f308b88ea36164a656caa7dee656
# found by crossover in round 348 of tasks-1, of f4bffbc8ea40ea6a67af5d8b99c6893c and d81895d10016aa6b7c89a38f2ce393cc
def found_11(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, FIVE)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 1370dbdc42952c79df24bf01d2ac284d 55845fb3084ed863fb236067863ea9d1 93dfad5fa3034403abfca0d988daf090 a54fc2decfaec9189dc2777e963b2efe a6a762d1bb72f19c495a0f61261b2d52 b9335ea0d0cfe92ee8ef235bfa853a2b
# found by crossover in round 392 of tasks-1, of b3e79156d24299848f25eeb85ec581d0 and 2417ff8b5750759b6041c168d6a367e3
def found_12(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = fgpartition(I)
    x6 = last(x5)
    x7 = toobject(x6, x4)
    x8 = color(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 4def64d4a5a9342e115d2d4dee842c9b 57cef1d70d445c7925afd91689f067d8 7384e87f29f7671f3e51cce9072cc676 bf14f308b88ea36164a656caa7dee656 c5636530cdfb4b5aa88a1fda2debdada
# found by crossover in round 321 of tasks-1, of 1f5ad48ef373571deefc40054b2c9ab7 and 4615a178114eb64df628f49666ddf3dd
def found_13(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, EIGHT)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 4def64d4a5a9342e115d2d4dee842c9b 57cef1d70d445c7925afd91689f067d8 7384e87f29f7671f3e51cce9072cc676 bf14f308b88ea36164a656caa7dee656 c5636530cdfb4b5aa88a1fda2debdada
# found by crossover in round 327 of tasks-1, of 95307a5a653bf026e82088378aae3387 and 53677ae592934121dbaac674930a1ae4
def found_14(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, EIGHT)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = vupscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 4def64d4a5a9342e115d2d4dee842c9b 57cef1d70d445c7925afd91689f067d8 7384e87f29f7671f3e51cce9072cc676 bf14f308b88ea36164a656caa7dee656 c5636530cdfb4b5aa88a1fda2debdada
# found by primitive in round 403 of tasks-1, of 10983652f8005e122937316ed1935539
def found_15(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, EIGHT)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = halve(x7)
    x9 = vupscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 33d27358db5a9fb528d84a53d2c513b9 953b3eee169aa6b9a983bd0b84bb9885 a1765f39bd1d6509833ad2b4d3ed7eaf fa2f2c44efeff35e022cafb2ef38ccd7
# found by primitive in round 169 of tasks-1, of 5c143ad5d20e76c2a60fccd41b8f0086
def found_16(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    x10 = paint(x2, x9)
    x11 = asobject(x10)
    O = paint(I, x11)
    return O

# learned on 1370dbdc42952c79df24bf01d2ac284d 191cd01c91dcf85fc8d99b02d02b6102 758f669bfb290808cf6f373910ec4d9b 83f4a8fda8abdcfe4fa89c8c77caa556 dd876d9fdf9a7f6f67a91113b6d1a156
# found by remove in round 399 of tasks-1, of 73c9437a9e9e3b67fbb4fb07c3ed2df2
def found_17(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = vmirror(I)
    x6 = downscale(x5, FIVE)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 55845fb3084ed863fb236067863ea9d1 57cef1d70d445c7925afd91689f067d8 bf14f308b88ea36164a656caa7dee656 ddb82a432fa3cecb8e06bded9eb7ac7a
# found by rewire in round 321 of tasks-1, of 33cde2bb7426637a676f6f987148d0c7
def found_18(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = objects(I, T, F, T)
    x6 = size(x5)
    x7 = downscale(I, x6)
    x8 = leastcolor(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    O = paint(x2, x12)
    return O

# learned on 03742ca1b70a18b4e73d013008b4cb4a a6a762d1bb72f19c495a0f61261b2d52 be933845a30491e2fdc7854a5af78342 ddb82a432fa3cecb8e06bded9eb7ac7a
# found by remove in round 410 of tasks-1, of 97a74854d549055cd2212bc73607ee42
def found_19(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = flip(F)
    x4 = objects(I, x3, F, F)
    x5 = argmin(x4, inbox)
    x6 = normalize(x5)
    x7 = backdrop(x6)
    x8 = first(S)
    x9 = last(x8)
    x10 = toobject(x7, x9)
    O = paint(x2, x10)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676
# found by rewire in round 396 of tasks-1, of 3e08bbd73711fb54d7bdfe3a35046e19
def found_20(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = halve(x5)
    x7 = halve(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 bf14f308b88ea36164a656caa7dee656 ddb82a432fa3cecb8e06bded9eb7ac7a
# found by constant in round 336 of tasks-1, of eb107a3547b9dad580d81bdfcc5450a4
def found_21(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, SIX)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 d1f2cabff1a513aff5bfdacc38417b09 fa2f2c44efeff35e022cafb2ef38ccd7
# found by primitive in round 359 of tasks-1, of ca6d5ca67d0249ee89cfe3169015fdfd
def found_22(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = decrement(x7)
    x9 = add(x8, NEG_ONE)
    x10 = halve(x9)
    x11 = upscale(x6, x10)
    x12 = asobject(x11)
    O = paint(x4, x12)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 d1f2cabff1a513aff5bfdacc38417b09 fa2f2c44efeff35e022cafb2ef38ccd7
# found by remove in round 366 of tasks-1, of eb085eeaa613ec7e6bb4289b9f15b470
def found_23(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = decrement(x7)
    x9 = decrement(x8)
    x10 = halve(x9)
    x11 = upscale(x6, x10)
    x12 = asobject(x11)
    O = paint(x4, x12)
    return O

# learned on 1370dbdc42952c79df24bf01d2ac284d 191cd01c91dcf85fc8d99b02d02b6102 52584834c65db39266759c1624db0ab5 93dfad5fa3034403abfca0d988daf090
# found by constant in round 410 of tasks-1, of bab8f769bd62fb5a601725a81e121e6d
def found_24(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = replace(I, FIVE, NEG_ONE)
    x6 = hconcat(I, x5)
    x7 = downscale(x6, FIVE)
    x8 = leastcolor(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    O = paint(x2, x12)
    return O

# learned on 1370dbdc42952c79df24bf01d2ac284d 191cd01c91dcf85fc8d99b02d02b6102 52584834c65db39266759c1624db0ab5 93dfad5fa3034403abfca0d988daf090
# found by crossover in round 404 of tasks-1, of f2a37def7f57f9e3963ec0a0f57b9f0a and 64dd01cf0c6b0d2ee6f9db8e1d573a3b
def found_25(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = replace(I, FIVE, ONE)
    x6 = hconcat(I, x5)
    x7 = downscale(x6, FIVE)
    x8 = leastcolor(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    O = paint(x2, x12)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 55845fb3084ed863fb236067863ea9d1 57cef1d70d445c7925afd91689f067d8 bf14f308b88ea36164a656caa7dee656
# found by remove in round 325 of tasks-1, of e9ffe8130b003e80b3d4bca1711e317a
def found_26(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = objects(I, T, T, T)
    x6 = size(x5)
    x7 = downscale(I, x6)
    x8 = leastcolor(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    O = paint(x2, x12)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 758f669bfb290808cf6f373910ec4d9b bf14f308b88ea36164a656caa7dee656 ddb82a432fa3cecb8e06bded9eb7ac7a
# found by constant in round 412 of all-1, of 10983652f8005e122937316ed1935539
def found_27(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, THREE)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = vupscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 191cd01c91dcf85fc8d99b02d02b6102 bded89f1180cefe7cc35826f43328532 bf14f308b88ea36164a656caa7dee656 c5636530cdfb4b5aa88a1fda2debdada
# found by remove in round 340 of tasks-1, of 513db7be6fc03d6aa4410e415f4b8947
def found_28(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, FOUR)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 26874330c1d6d76ca943b33352e79582 2b73c0cc60446efc845c16ba152e98d2 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676
# found by rewire in round 299 of tasks-1, of eb0b1a55df40a6c946688579d02f4f48
def found_29(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = halve(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 26874330c1d6d76ca943b33352e79582 2b73c0cc60446efc845c16ba152e98d2 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676
# found by constant in round 353 of tasks-1, of 2766b25c09f25651d7835535a16e78db
def found_30(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = halve(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    x11 = paint(x2, x10)
    O = switch(x11, NEG_ONE, NEG_ONE)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 83f4a8fda8abdcfe4fa89c8c77caa556 953b3eee169aa6b9a983bd0b84bb9885 a54fc2decfaec9189dc2777e963b2efe
# found by remove in round 327 of tasks-1, of e7f9c29be56e89badd0d088ba66455f7
def found_31(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = halve(x5)
    x7 = upscale(x4, x6)
    x8 = asobject(x7)
    O = paint(x2, x8)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 83f4a8fda8abdcfe4fa89c8c77caa556 953b3eee169aa6b9a983bd0b84bb9885 a54fc2decfaec9189dc2777e963b2efe
# found by remove in round 331 of tasks-1, of c24d6220ae09f5cfffad53c113e819fa
def found_32(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = sign(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 83f4a8fda8abdcfe4fa89c8c77caa556 953b3eee169aa6b9a983bd0b84bb9885 a54fc2decfaec9189dc2777e963b2efe
# found by rewire in round 406 of tasks-1, of fc78f334411e13c5913f83755a304a6c
def found_33(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = sign(x6)
    x8 = vupscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 416a8b4133b97a675218aa53ca57d189 858f12922cccf67b0edb766eaf274e89 953b3eee169aa6b9a983bd0b84bb9885 970b8cd386f85e2c05e2481d24e840d3
# found by constant in round 412 of all-1, of 9251e29079b34d714ae5f2d988fee752
def found_34(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = objects(I, T, T, T)
    x6 = argmax(x5, portrait)
    x7 = vmirror(x6)
    x8 = paint(x4, x7)
    x9 = downscale(I, NEG_TWO)
    x10 = leastcolor(x9)
    x11 = halve(x10)
    x12 = sign(x11)
    x13 = upscale(x8, x12)
    x14 = asobject(x13)
    x15 = paint(x2, x14)
    x16 = asobject(x15)
    x17 = paint(I, x16)
    O = branch(T, x17, I)
    return O

# learned on 55845fb3084ed863fb236067863ea9d1 970b8cd386f85e2c05e2481d24e840d3 a6a762d1bb72f19c495a0f61261b2d52 b9335ea0d0cfe92ee8ef235bfa853a2b
# found by constant in round 399 of tasks-1, of e37d666f1e2c27f6e304696581c7266d
def found_35(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = objects(I, T, T, T)
    x6 = argmax(x5, delta)
    x7 = toobject(x6, x4)
    x8 = leastcolor(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 6f1aa9e36acd93d665f0131fbe915990 970b8cd386f85e2c05e2481d24e840d3 aabb5104ccc535555ae2987b517d1173 bf14f308b88ea36164a656caa7dee656
# found by remove in round 326 of tasks-1, of 37efa147705321c953290405cecb9b33
def found_36(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = decrement(x6)
    x8 = invert(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 020c060957bdb606266fb8cce2335c49 bf14f308b88ea36164a656caa7dee656 dfa7900b1e6fc60e025cfe2f0980bf54
# found by rewire in round 335 of tasks-1, of 187aed735a363b3334fa1460254dd183
def found_37(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = downscale(x4, x5)
    x7 = downscale(x6, x5)
    x8 = downscale(x7, x5)
    x9 = asobject(x8)
    x10 = paint(x2, x9)
    x11 = asobject(x10)
    O = paint(I, x11)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102 dd876d9fdf9a7f6f67a91113b6d1a156
# found by remove in round 310 of tasks-1, of 545763f4e1eaea768150d25548f50d32
def found_38(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = mostcolor(I)
    x6 = halve(x5)
    x7 = decrement(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 4def64d4a5a9342e115d2d4dee842c9b bfc1914b77018c41a6487ad66eadb43f
# found by rewire in round 396 of tasks-1, of a7e8fa52510320a0fc25ded3552cb254
def found_39(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = righthalf(I)
    x6 = righthalf(x5)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = invert(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    O = paint(x2, x12)
    return O

# learned on 1a19c0d247b944f21e7f767a4f9dce3c 4b404bb09855f097ddda5a37a860254b 55c9b05ca6977f51eb75298d150e1d8a
# found by crossover in round 395 of tasks-1, of fca4cfa049b39fd8608c384490ad54fb and 7b1ab47b23e3a7474b5bebcc2f266d1f
def found_40(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = vupscale(I, SIX)
    x4 = hupscale(x3, SIX)
    x5 = tophalf(x4)
    x6 = lefthalf(x5)
    x7 = hmirror(x6)
    x8 = objects(x7, T, F, F)
    x9 = argmax(x8, rightmost)
    x10 = last(S)
    x11 = last(x10)
    x12 = toobject(x9, x11)
    O = paint(x2, x12)
    return O

# learned on 1a19c0d247b944f21e7f767a4f9dce3c 55c9b05ca6977f51eb75298d150e1d8a 83f4a8fda8abdcfe4fa89c8c77caa556
# found by remove in round 385 of tasks-1, of a777393bff1047ac7097246c0b605290
def found_41(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = vupscale(I, SIX)
    x4 = height(I)
    x5 = add(SIX, x4)
    x6 = hupscale(x3, x5)
    x7 = tophalf(x6)
    x8 = lefthalf(x7)
    x9 = objects(x8, T, F, F)
    x10 = argmax(x9, vline)
    x11 = last(S)
    x12 = last(x11)
    x13 = toobject(x10, x12)
    O = paint(x2, x13)
    return O

# learned on 20a576ef31a30e88d45cb1fa676d4dbb 33d27358db5a9fb528d84a53d2c513b9 fa2f2c44efeff35e022cafb2ef38ccd7
# found by crossover in round 405 of tasks-1, of 6473765c621ed31d0397c3237f0d05b5 and 03816523804356d374d97800aedecb00
def found_42(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = halve(x5)
    x7 = decrement(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    x10 = paint(x2, x9)
    x11 = flip(F)
    x12 = flip(x11)
    x13 = objects(I, x11, x12, x12)
    x14 = argmin(x13, centerofmass)
    x15 = backdrop(x14)
    x16 = leastcommon(S)
    x17 = last(x16)
    x18 = hconcat(x17, x4)
    x19 = toobject(x15, x18)
    x20 = paint(x10, x19)
    x21 = asobject(x20)
    O = underpaint(I, x21)
    return O

# learned on 20a576ef31a30e88d45cb1fa676d4dbb 33d27358db5a9fb528d84a53d2c513b9 fa2f2c44efeff35e022cafb2ef38ccd7
# found by remove in round 409 of tasks-1, of 37ce97ee1ae64f8d9e97784ae44fe72c
def found_43(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = halve(x5)
    x7 = decrement(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    x10 = paint(x2, x9)
    x11 = flip(F)
    x12 = flip(x11)
    x13 = objects(I, x11, x12, x12)
    x14 = argmin(x13, centerofmass)
    x15 = backdrop(x14)
    x16 = leastcommon(S)
    x17 = last(x16)
    x18 = toobject(x15, x17)
    x19 = paint(x10, x18)
    x20 = asobject(x19)
    O = underpaint(I, x20)
    return O

# learned on 26874330c1d6d76ca943b33352e79582 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676
# found by remove in round 252 of tasks-1, of 284a5ce6f6bd24d156babd7dd1cdb046
def found_44(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 26874330c1d6d76ca943b33352e79582 5bf75ac4a8793cae0249ab6985852229 7384e87f29f7671f3e51cce9072cc676
# found by crossover in round 318 of tasks-1, of 9b961bfef0a9e14a6828344459bee142 and 2928eedad116f8173247691782972543
def found_45(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = vupscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 2d5427ca0d1a87c920325b500f3b4b4c bf14f308b88ea36164a656caa7dee656 dfa7900b1e6fc60e025cfe2f0980bf54
# found by crossover in round 283 of tasks-1, of b4138dde957261a5eda02655dd2ff07e and df3ef210de8ffb1b4c9ff1ba7def0b3c
def found_46(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = downscale(x6, x7)
    x9 = asobject(x8)
    O = paint(x4, x9)
    return O

# learned on 2d5427ca0d1a87c920325b500f3b4b4c bf14f308b88ea36164a656caa7dee656 dfa7900b1e6fc60e025cfe2f0980bf54
# found by rewire in round 297 of tasks-1, of 855ebfdf2faba00ca2a7257ee32a4f32
def found_47(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = downscale(x6, x7)
    x9 = asobject(x8)
    x10 = paint(x4, x9)
    O = replace(x10, SIX, x7)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 83f4a8fda8abdcfe4fa89c8c77caa556 953b3eee169aa6b9a983bd0b84bb9885
# found by constant in round 379 of tasks-1, of 93ac45d6ff5b4ae7b26889d939f1f9d2
def found_48(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = switch(I, NEG_ONE, SIX)
    x6 = leastcolor(x5)
    x7 = decrement(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 953b3eee169aa6b9a983bd0b84bb9885 a1765f39bd1d6509833ad2b4d3ed7eaf
# found by crossover in round 344 of tasks-1, of 4a72eee30d2933454d657230667561f3 and fdcd71e4ea81483f95bb3022dc12c717
def found_49(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = decrement(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    x10 = paint(x2, x9)
    x11 = asobject(x10)
    O = paint(I, x11)
    return O

# learned on 57cef1d70d445c7925afd91689f067d8 a4185b974946b6be8c43fe3872763618 be933845a30491e2fdc7854a5af78342
# found by crossover in round 394 of tasks-1, of 919d7568483ce218e83e857cc49f93b6 and c8a6b043de0ed973eb9e6efd2e994d50
def found_50(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = ofcolor(I, x5)
    x7 = subgrid(x6, x2)
    x8 = downscale(x7, THREE)
    x9 = leastcolor(x8)
    x10 = halve(x9)
    x11 = decrement(x10)
    x12 = upscale(x4, x11)
    x13 = asobject(x12)
    O = paint(x2, x13)
    return O

# learned on 7384e87f29f7671f3e51cce9072cc676 83f4a8fda8abdcfe4fa89c8c77caa556 858f12922cccf67b0edb766eaf274e89
# found by remove in round 369 of tasks-1, of 66feafb735f8f1631ed6495421fae2af
def found_51(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = trim(I)
    x6 = downscale(x5, FOUR)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on 953b3eee169aa6b9a983bd0b84bb9885 970b8cd386f85e2c05e2481d24e840d3 bf14f308b88ea36164a656caa7dee656
# found by remove in round 333 of tasks-1, of c8d5e795242762f29529cbd850cdafa1
def found_52(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, NEG_TWO)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 020c060957bdb606266fb8cce2335c49 dfa7900b1e6fc60e025cfe2f0980bf54
# found by crossover in round 313 of tasks-1, of 8e7967bc4eeeb0dc6e973f68d231a2d9 and 0f11d2e23a27f546aeaf3200fdef3492
def found_53(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = leastcommon(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = downscale(x4, x5)
    x7 = downscale(x6, x5)
    x8 = downscale(x7, x5)
    x9 = asobject(x8)
    x10 = paint(x2, x9)
    x11 = asobject(x10)
    O = paint(I, x11)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094 b81bd65e22a5b553d8b254b9236c67f4
# found by crossover in round 305 of tasks-1, of 0d3ea3dfe9061d58fafc4dbe741ac152 and ff65cef55fb06f5664f0e1e35254c3a9
def found_54(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = leastcolor(x4)
    x8 = decrement(x7)
    x9 = halve(x8)
    x10 = upscale(x6, x9)
    x11 = asobject(x10)
    O = paint(x4, x11)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094 b81bd65e22a5b553d8b254b9236c67f4
# found by constant in round 325 of tasks-1, of 04ac9f77828e45549af060f2fd76e888
def found_55(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = switch(x6, TEN, TEN)
    x8 = leastcolor(x4)
    x9 = decrement(x8)
    x10 = halve(x9)
    x11 = upscale(x7, x10)
    x12 = asobject(x11)
    O = paint(x4, x12)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094 d1f2cabff1a513aff5bfdacc38417b09
# found by crossover in round 170 of tasks-1, of 39d877e06b6c49b5b554a10364aa2fdc and bc20d686a2284abf33dd0b71aebe6f34
def found_56(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = underpaint(I, x3)
    x5 = first(S)
    x6 = last(x5)
    x7 = asobject(x6)
    x8 = underpaint(x4, x7)
    x9 = partition(I)
    x10 = last(x9)
    O = paint(x8, x10)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094 d1f2cabff1a513aff5bfdacc38417b09
# found by constant in round 223 of tasks-1, of 0a78dfe7a49dca3a11ecdf1b68084521
def found_57(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = replace(x2, NINE, NINE)
    x4 = asobject(x3)
    x5 = underpaint(I, x4)
    x6 = first(S)
    x7 = last(x6)
    x8 = asobject(x7)
    x9 = underpaint(x5, x8)
    x10 = partition(I)
    x11 = last(x10)
    O = paint(x9, x11)
    return O

# learned on 03742ca1b70a18b4e73d013008b4cb4a a6a762d1bb72f19c495a0f61261b2d52
# found by crossover in round 405 of tasks-1, of db8a60512d1746c2dd41cdaf8f03e50a and 89fc42dd24b3c6d3dbbcfc9a4bb541f4
def found_58(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = flip(F)
    x4 = objects(I, x3, F, F)
    x5 = argmin(x4, inbox)
    x6 = backdrop(x5)
    x7 = first(S)
    x8 = last(x7)
    x9 = underpaint(x8, x5)
    x10 = toobject(x6, x9)
    O = paint(x2, x10)
    return O

# learned on 0e0ec67486e4c634f6edd3f625844f11 20e22c27c1f6f7cc2c4e308447c2b8ef
# found by crossover in round 351 of tasks-1, of 60fade1f437b77b569e8f722f305519d and ed66e339c185981d3ead6bff882b779d
def found_59(I):
    x1 = replace(I, FIVE, TWO)
    x2 = fgpartition(x1)
    x3 = argmax(x2, size)
    x4 = replace(I, ONE, SEVEN)
    x5 = objects(x4, F, T, T)
    x6 = argmax(x5, size)
    x7 = subgrid(x6, I)
    O = subgrid(x3, x7)
    return O

# learned on 0e0ec67486e4c634f6edd3f625844f11 20e22c27c1f6f7cc2c4e308447c2b8ef
# found by crossover in round 371 of tasks-1, of 5d264f1cfe34962a8eb31a22f7259b4e and 87abdb8770e5b6a368583e1df8a85d6a
def found_60(I):
    x1 = replace(I, SEVEN, TWO)
    x2 = fgpartition(x1)
    x3 = argmax(x2, size)
    x4 = replace(I, ONE, SEVEN)
    x5 = objects(x4, F, T, T)
    x6 = argmax(x5, size)
    x7 = subgrid(x6, x1)
    O = subgrid(x3, x7)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557 191cd01c91dcf85fc8d99b02d02b6102
# found by remove in round 300 of tasks-1, of 54c4e99a580350faf8e3767874c8c602
def found_61(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = halve(x5)
    x7 = decrement(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 1370dbdc42952c79df24bf01d2ac284d dd876d9fdf9a7f6f67a91113b6d1a156
# found by primitive in round 400 of tasks-1, of ebde7d3d47b1bd8362d3df42d8345077
def found_62(S, I, C):
    x1 = first(S)
    x2 = leastcommon(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = vmirror(I)
    x6 = downscale(x5, FIVE)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on 1f9edcc453f1396efb9586a2dd09f6ca fa689e567c4fcbaf28f889e1795713d6
# found by remove in round 224 of tasks-1, of 8afe05a4f44bbed13c2345fb15bc4fb7
def found_63(I):
    x1 = asobject(I)
    x2 = move(I, x1, DOWN)
    O = replace(x2, EIGHT, TWO)
    return O

# learned on 25aa0dca40d5ddb1f1266b2a297234cf 9a6af030bc5eb797c50fae004b23ef09
# found by remove in round 401 of tasks-1, of 183436e09517228cdee7ce7d6ce1825f
def found_64(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = fgpartition(I)
    x6 = last(x5)
    x7 = paint(x4, x6)
    x8 = bottomhalf(I)
    x9 = leastcolor(x8)
    x10 = halve(x9)
    x11 = halve(x10)
    x12 = decrement(x11)
    x13 = upscale(x7, x12)
    x14 = asobject(x13)
    O = paint(x2, x14)
    return O

# learned on 25aa0dca40d5ddb1f1266b2a297234cf 9a6af030bc5eb797c50fae004b23ef09
# found by remove in round 409 of tasks-1, of 7bc97b43d3ec03964699ac6a486b5f23
def found_65(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = bottomhalf(I)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    x12 = paint(x2, x11)
    O = switch(x12, SIX, SIX)
    return O

# learned on 2d5427ca0d1a87c920325b500f3b4b4c dfa7900b1e6fc60e025cfe2f0980bf54
# found by remove in round 317 of tasks-1, of 119dd2ad6ce34436d1d010b62b4d9ac6
def found_66(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = asobject(x2)
    x4 = paint(I, x3)
    x5 = leastcommon(S)
    x6 = last(x5)
    x7 = leastcolor(I)
    x8 = downscale(x6, x7)
    x9 = asobject(x8)
    O = paint(x4, x9)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9 83f4a8fda8abdcfe4fa89c8c77caa556
# found by crossover in round 376 of tasks-1, of 08d22abcb3d0a70af1de9a723fd6a231 and 8ef29d20025b68b7b5f8caced82ef239
def found_67(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = switch(I, ONE, SIX)
    x6 = leastcolor(x5)
    x7 = decrement(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 493efe6e3bac3d1a6c4606f6256fe28a 6d32bc1f43edbb9fb7cb4368bd139d58
# found by remove in round 238 of tasks-1, of 1a8b038128e57fd24739038253f7187d
def found_68(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, width)
    x3 = subgrid(x2, I)
    x4 = lefthalf(x3)
    x5 = last(x4)
    x6 = last(x5)
    x7 = leastcolor(x4)
    O = replace(x3, x6, x7)
    return O

# learned on 4def64d4a5a9342e115d2d4dee842c9b 52584834c65db39266759c1624db0ab5
# found by remove in round 335 of tasks-1, of 16eb4925367dd8356f73a45f0ec41458
def found_69(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = bottomhalf(I)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = decrement(x7)
    x9 = upscale(x4, x8)
    x10 = asobject(x9)
    O = paint(x2, x10)
    return O

# learned on 5bf75ac4a8793cae0249ab6985852229 5c903349c788fa6460c2ca6a26b0e903
# found by crossover in round 378 of tasks-1, of 02734510bef4da21594198e341b14c78 and 3388c63dc6c9c4bf931d317a69b6ec41
def found_70(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = righthalf(I)
    x6 = leastcolor(x5)
    x7 = decrement(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    x12 = paint(x2, x11)
    x13 = mostcommon(S)
    x14 = last(x13)
    x15 = leastcolor(I)
    x16 = switch(x14, SEVEN, x15)
    x17 = asobject(x16)
    x18 = asobject(x14)
    x19 = intersection(x17, x18)
    x20 = underpaint(I, x19)
    x21 = fgpartition(x20)
    x22 = first(x21)
    x23 = paint(x12, x22)
    O = replace(x23, x7, ZERO)
    return O

# learned on 5c903349c788fa6460c2ca6a26b0e903 6f1aa9e36acd93d665f0131fbe915990
# found by rewire in round 402 of tasks-1, of d6dd08b24ebb5eaa87c6481118cb1ab1
def found_71(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = righthalf(I)
    x6 = leastcolor(x5)
    x7 = decrement(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = upscale(x10, x9)
    x12 = asobject(x11)
    x13 = paint(x2, x12)
    x14 = mostcommon(S)
    x15 = last(x14)
    x16 = leastcolor(I)
    x17 = switch(x15, SEVEN, x16)
    x18 = fgpartition(x17)
    x19 = first(x18)
    x20 = asobject(x15)
    x21 = intersection(x19, x20)
    x22 = paint(x13, x21)
    x23 = increment(x16)
    O = replace(x22, x23, TWO)
    return O

# learned on 7e35ffdfb60edc2c694453c4dfe92ebb c30dfe6595ba1dd7f29c3b4e1e9add0b
# found by remove in round 402 of tasks-1, of 147868ba6b29d20dd096c6995a02bea3
def found_72(I):
    x1 = mostcolor(I)
    x2 = replace(I, FOUR, x1)
    x3 = rot180(x2)
    x4 = fgpartition(x2)
    x5 = merge(x4)
    O = paint(x3, x5)
    return O

# learned on 858f12922cccf67b0edb766eaf274e89 be933845a30491e2fdc7854a5af78342
# found by constant in round 381 of tasks-1, of 8e5073a6cd8624c1210df2ba6f394ecf
def found_73(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = trim(I)
    x6 = downscale(x5, TWO)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on 8b81490657871e811758508c7a5a47ba bf3de960317a38fe9df61c7c7d2fadd6
# found by crossover in round 371 of tasks-1, of 78d87a2906c34a475f05cec20ae3a1b2 and 3d95a0cdd357c9b679a8c09397548bc2
def found_74(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = rot180(I)
    x4 = subgrid(x2, x3)
    O = replace(x4, NEG_TWO, NEG_ONE)
    return O

# learned on 8b81490657871e811758508c7a5a47ba bf3de960317a38fe9df61c7c7d2fadd6
# found by remove in round 362 of tasks-1, of 78d87a2906c34a475f05cec20ae3a1b2
def found_75(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = rot180(I)
    O = subgrid(x2, x3)
    return O

# learned on 970b8cd386f85e2c05e2481d24e840d3 bf14f308b88ea36164a656caa7dee656
# found by constant in round 358 of tasks-1, of de5e562f61a6af528cf41d6d30670c00
def found_76(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, NEG_TWO)
    x6 = leastcolor(x5)
    x7 = decrement(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on a6a762d1bb72f19c495a0f61261b2d52 b9335ea0d0cfe92ee8ef235bfa853a2b
# found by crossover in round 403 of tasks-1, of 1e8a99685545ee90ba1b67ce250195eb and 69e647c4ffc280bd28300f6c060b7b38
def found_77(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = fgpartition(I)
    x4 = last(x3)
    x5 = paint(x2, x4)
    x6 = last(S)
    x7 = last(x6)
    x8 = toobject(x4, x7)
    x9 = color(x8)
    x10 = upscale(x7, x9)
    x11 = asobject(x10)
    O = paint(x5, x11)
    return O

# learned on aabb5104ccc535555ae2987b517d1173 bf14f308b88ea36164a656caa7dee656
# found by constant in round 300 of tasks-1, of 0ef82b2677db5ca59ca5371a5a6f5089
def found_78(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = downscale(x4, x5)
    x7 = downscale(x6, x5)
    x8 = asobject(x7)
    x9 = paint(x2, x8)
    O = replace(x9, ONE, x5)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by remove in round 80 of tasks-1, of f6f47e538a334701d06d844c992298d1
def found_79(I):
    x1 = ofcolor(I, FOUR)
    x2 = subgrid(x1, I)
    O = upscale(x2, TWO)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by crossover in round 282 of tasks-1, of cfa1f70fa821f534d4a0f05a35124d9c and 8554be4f14b5ffdcec6f88d2b0946637
def found_80(I):
    x1 = ofcolor(I, FOUR)
    x2 = subgrid(x1, I)
    x3 = branch(T, TWO, TWO)
    O = upscale(x2, x3)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094
# found by constant in round 334 of tasks-1, of e18c9607c28138c16454fc7230fe3ecb
def found_81(S, I, C):
    x1 = ofcolor(I, TWO)
    x2 = last(S)
    x3 = last(x2)
    O = subgrid(x1, x3)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094
# found by crossover in round 316 of tasks-1, of 13518cf3ae8ed7577d3d80dac0bd1d9c and 951a9bcdee088596d10f556ce63313df
def found_82(S, I, C):
    x1 = ofcolor(I, ZERO)
    x2 = last(S)
    x3 = last(x2)
    O = subgrid(x1, x3)
    return O

# learned on 02b27fc2d0e2f9ff1367f4d245fb0e56
# found by constant in round 94 of tasks-1, of 2689a3722babeec4b30ec78dd389bf63
def found_83(I):
    x1 = vmirror(I)
    x2 = replace(x1, NEG_TWO, FOUR)
    x3 = hconcat(x2, I)
    x4 = hmirror(x3)
    x5 = vconcat(x4, x3)
    O = vconcat(x5, x4)
    return O

# learned on 02b27fc2d0e2f9ff1367f4d245fb0e56
# found by remove in round 36 of tasks-1, of 20e573628873210a0ca0ecdec323a94e
def found_84(I):
    x1 = vmirror(I)
    x2 = hconcat(x1, I)
    x3 = hmirror(x2)
    x4 = vconcat(x3, x2)
    O = vconcat(x4, x3)
    return O

# learned on 08e1397869014fb8341e844480e02e6e
# found by rewire in round 164 of tasks-1, of 082ac32ef3253523b6a11130e71e2c85
def found_85(I):
    x1 = hmirror(I)
    x2 = tophalf(x1)
    x3 = asobject(x2)
    O = paint(I, x3)
    return O

# learned on 08e1397869014fb8341e844480e02e6e
# found by constant in round 171 of tasks-1, of 0483a951fae723c7ea7ac6dc5c76195e
def found_86(I):
    x1 = replace(I, THREE, THREE)
    x2 = hmirror(x1)
    x3 = tophalf(x2)
    x4 = asobject(x3)
    O = paint(x1, x4)
    return O

# learned on 0f989d48f27bf8cc6b12e2c19298c557
# found by remove in round 393 of all-1, of eb107a3547b9dad580d81bdfcc5450a4
def found_87(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, EIGHT)
    x6 = leastcolor(x5)
    x7 = halve(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on 118e65f482d7b25226afd9a560533ca2
# found by crossover in round 369 of tasks-1, of a96a3c403047fdf809dc42c49122678a and b8d7c8caba26f8b1bcd2cf68f27e69bf
def found_88(S, I, C):
    x1 = palette(I)
    x2 = lbind(colorcount, I)
    x3 = order(x1, x2)
    x4 = last(x3)
    x5 = remove(x4, x3)
    x6 = last(x5)
    x7 = replace(I, THREE, x6)
    x8 = remove(x6, x5)
    x9 = last(x8)
    x10 = replace(I, THREE, x9)
    x11 = fgpartition(I)
    x12 = argmin(x11, rightmost)
    x13 = first(S)
    x14 = last(x13)
    x15 = subgrid(x12, x14)
    x16 = righthalf(x15)
    x17 = hconcat(x10, x16)
    x18 = asobject(x17)
    x19 = paint(x7, x18)
    x20 = argmin(x11, leftmost)
    x21 = subgrid(x20, I)
    x22 = hconcat(x14, x21)
    x23 = paint(x22, x20)
    x24 = asobject(x23)
    O = paint(x19, x24)
    return O

# learned on 118e65f482d7b25226afd9a560533ca2
# found by crossover in round 402 of tasks-1, of a6d02ffe592be847a9ee73d7c0881212 and e0472e3eac2f16f1796eb9e957bf8707
def found_89(S, I, C):
    x1 = palette(I)
    x2 = lbind(colorcount, I)
    x3 = order(x1, x2)
    x4 = last(x3)
    x5 = remove(x4, x3)
    x6 = last(x5)
    x7 = replace(I, THREE, x6)
    x8 = remove(x6, x5)
    x9 = last(x8)
    x10 = replace(I, THREE, x9)
    x11 = fgpartition(I)
    x12 = argmin(x11, rightmost)
    x13 = first(S)
    x14 = last(x13)
    x15 = subgrid(x12, x14)
    x16 = righthalf(x15)
    x17 = hconcat(x10, x16)
    x18 = asobject(x17)
    x19 = paint(x7, x18)
    x20 = argmin(x11, ulcorner)
    x21 = subgrid(x20, I)
    x22 = hconcat(x14, x21)
    x23 = paint(x22, x20)
    x24 = asobject(x23)
    O = paint(x19, x24)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by crossover in round 39 of tasks-1, of 69323739b7016979adeea9819159b514 and 84573dd93613d30a9e7dbafb409fe3cf
def found_90(I):
    x1 = tophalf(I)
    x2 = lefthalf(x1)
    x3 = trim(x2)
    x4 = objects(x3, T, T, T)
    x5 = argmax(x4, height)
    O = subgrid(x5, x3)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by crossover in round 54 of tasks-1, of 8a86144b1d54f5655b45b932caee8e9c and 0fff8db6da9ab951b7fb8a8144918753
def found_91(I):
    x1 = tophalf(I)
    x2 = lefthalf(x1)
    x3 = trim(x2)
    x4 = objects(x3, T, T, T)
    x5 = argmax(x4, ulcorner)
    O = subgrid(x5, x3)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by constant in round 33 of tasks-1, of 5e3a842ade9902e499815488f8432c73
def found_92(I):
    x1 = trim(I)
    x2 = objects(x1, F, T, T)
    x3 = argmax(x2, lowermost)
    x4 = subgrid(x3, x1)
    O = vmirror(x4)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by constant in round 27 of tasks-1, of 6bff6fe2dbcb8d2b5bd3f8783b9f144e
def found_93(I):
    x1 = trim(I)
    x2 = objects(x1, F, T, T)
    x3 = argmax(x2, lrcorner)
    x4 = subgrid(x3, x1)
    O = vmirror(x4)
    return O

# learned on 131f64b7210da00b4327916683054399
# found by crossover in round 302 of tasks-1, of 8bcfb94376dd9d0d9efdfeaf759025fb and 2fc3fb4f55ee57c329f9454359b961a8
def found_94(I):
    x1 = lefthalf(I)
    x2 = bottomhalf(x1)
    x3 = trim(x2)
    x4 = frontiers(x3)
    x5 = argmax(x4, last)
    x6 = color(x5)
    O = canvas(x6, TWO_BY_TWO)
    return O

# learned on 131f64b7210da00b4327916683054399
# found by constant in round 274 of tasks-1, of da95b57f56424ef934115bdac61c202a
def found_95(I):
    x1 = lefthalf(I)
    x2 = bottomhalf(x1)
    x3 = trim(x2)
    x4 = frontiers(x3)
    x5 = argmax(x4, color)
    x6 = mostcolor(x5)
    O = canvas(x6, TWO_BY_TWO)
    return O

# learned on 1a19c0d247b944f21e7f767a4f9dce3c
# found by remove in round 337 of tasks-1, of edb16c8c652f7dfea762a60db78a1009
def found_96(I):
    x1 = replace(I, FIVE, ZERO)
    O = downscale(x1, THREE)
    return O

# learned on 1a19c0d247b944f21e7f767a4f9dce3c
# found by rewire in round 320 of tasks-1, of 129a58e91ee2d201a0bde137bc6138d0
def found_97(I):
    x1 = downscale(I, THREE)
    O = replace(x1, FIVE, ZERO)
    return O

# learned on 1cd1f0b47acbb4d68a6018cca2e616eb
# found by crossover in round 265 of tasks-1, of ab8f29ccea6ee0a43a1a8f761453a1e7 and 674f9d5d3037a1a62622ed669c740b61
def found_98(S, I, C):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = subgrid(x2, I)
    x4 = leastcommon(S)
    x5 = last(x4)
    x6 = ofcolor(x5, x1)
    x7 = subgrid(x6, x5)
    x8 = bottomhalf(x7)
    x9 = asobject(x8)
    x10 = astuple(ONE, ONE)
    x11 = move(I, x9, x10)
    x12 = leastcolor(x11)
    x13 = ofcolor(I, x12)
    x14 = subgrid(x13, x11)
    x15 = first(S)
    x16 = last(x15)
    x17 = asobject(x16)
    x18 = underpaint(x14, x17)
    x19 = compress(x18)
    x20 = asobject(x19)
    x21 = move(I, x20, x10)
    x22 = leastcolor(x21)
    x23 = ofcolor(x21, x22)
    x24 = subgrid(x23, x21)
    x25 = asobject(x24)
    O = underpaint(x3, x25)
    return O

# learned on 1cd1f0b47acbb4d68a6018cca2e616eb
# found by compute in round 243 of tasks-1, of 63d4bdfa7a5c662bdb468e5e020d9414
def found_99(S, I, C):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = subgrid(x2, I)
    x4 = leastcommon(S)
    x5 = last(x4)
    x6 = ofcolor(x5, x1)
    x7 = subgrid(x6, x5)
    x8 = bottomhalf(x7)
    x9 = asobject(x8)
    x10 = astuple(x1, x1)
    x11 = sign(x10)
    x12 = move(I, x9, x11)
    x13 = leastcolor(x12)
    x14 = ofcolor(I, x13)
    x15 = subgrid(x14, x12)
    x16 = first(S)
    x17 = last(x16)
    x18 = asobject(x17)
    x19 = underpaint(x15, x18)
    x20 = compress(x19)
    x21 = asobject(x20)
    x22 = move(I, x21, x11)
    x23 = leastcolor(x22)
    x24 = ofcolor(x22, x23)
    x25 = subgrid(x24, x22)
    x26 = asobject(x25)
    O = underpaint(x3, x26)
    return O

# learned on 1dad7485198d068b49a962b537587fa0
# found by crossover in round 106 of tasks-1, of b52239213bade12d895e4a153659fc88 and 7145422f23de5c84bf6ace5ace74ce96
def found_100(I):
    x1 = righthalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(I, ZERO)
    x5 = ofcolor(x1, ZERO)
    x6 = intersection(x4, x5)
    O = fill(x3, EIGHT, x6)
    return O

# learned on 1dad7485198d068b49a962b537587fa0
# found by crossover in round 160 of tasks-1, of 0caa21375560a092d837896b883e6e93 and 6aed449e27aa13b9a679e03f29643117
def found_101(I):
    x1 = crement(ZERO)
    x2 = righthalf(I)
    x3 = shape(x2)
    x4 = canvas(x1, x3)
    x5 = ofcolor(I, x1)
    x6 = ofcolor(x2, ZERO)
    x7 = intersection(x5, x6)
    O = fill(x4, EIGHT, x7)
    return O

# learned on 1f9edcc453f1396efb9586a2dd09f6ca
# found by crossover in round 248 of tasks-1, of a2cadd1d482d61f8bc9b7bfc0c098166 and 17d222097669f5c0c797838e8597a35c
def found_102(I):
    x1 = asobject(I)
    x2 = move(I, x1, DOWN)
    O = switch(x2, EIGHT, TWO)
    return O

# learned on 2031d88fb7ad039a3d88db55ce58b450
# found by crossover in round 295 of tasks-1, of 9d8d533eb1cf6df5ac500be50d795076 and dbcc9d9b83a000dcf8b20a1bcf4e6cd5
def found_103(I):
    x1 = mostcolor(I)
    x2 = leastcolor(I)
    x3 = switch(I, x1, x2)
    x4 = replace(I, x1, x2)
    x5 = palette(x4)
    x6 = lbind(colorcount, I)
    x7 = order(x5, x6)
    x8 = last(x7)
    O = switch(x3, x8, x1)
    return O

# learned on 2031d88fb7ad039a3d88db55ce58b450
# found by crossover in round 316 of tasks-1, of 9a5af54d6078ac6f9941125bd05ba059 and f24f54b4bf55d6a57f452451df247a5d
def found_104(I):
    x1 = mostcolor(I)
    x2 = leastcolor(I)
    x3 = switch(I, x1, x2)
    x4 = replace(x3, x1, x2)
    x5 = palette(x4)
    x6 = lbind(colorcount, I)
    x7 = order(x5, x6)
    x8 = last(x7)
    O = switch(x3, x8, x1)
    return O

# learned on 2379f9b50fe193c7a57c32a3c33f9ba2
# found by remove in round 75 of tasks-1, of 8f8a6046f24300badbfa3edd3964598c
def found_105(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = delta(x2)
    x4 = fill(I, x1, x3)
    x5 = leastcolor(x4)
    x6 = ofcolor(I, x5)
    x7 = delta(x6)
    O = fill(x4, x5, x7)
    return O

# learned on 2379f9b50fe193c7a57c32a3c33f9ba2
# found by crossover in round 74 of tasks-1, of 8f8a6046f24300badbfa3edd3964598c and 3cb38d038c0ead608c20c4e22caf99b4
def found_106(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = delta(x2)
    x4 = fill(I, x1, x3)
    x5 = leastcolor(x4)
    x6 = ofcolor(x4, x5)
    x7 = delta(x6)
    O = fill(x4, x5, x7)
    return O

# learned on 25aa0dca40d5ddb1f1266b2a297234cf
# found by remove in round 407 of tasks-1, of 2c04c20142c0b724ca1dfe5c876f8c6f
def found_107(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = halve(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x4, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on 25aa0dca40d5ddb1f1266b2a297234cf
# found by crossover in round 409 of tasks-1, of 6d01578944fbaf36ceeae8c8190ad2e6 and 86b8aea590976110321e3329df45d158
def found_108(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = identity(S)
    x4 = last(x3)
    x5 = last(x4)
    x6 = leastcolor(I)
    x7 = decrement(x6)
    x8 = halve(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x5, x10)
    x12 = asobject(x11)
    O = paint(x2, x12)
    return O

# learned on 2a5d628633daf256a83ecc37e871140e
# found by crossover in round 108 of tasks-1, of 643e17a218f754917492b1b36ce4014f and acea5b4bb153ab36d1ad61f4f89259d3
def found_109(I):
    x1 = lefthalf(I)
    x2 = vmirror(I)
    x3 = lefthalf(x2)
    x4 = asobject(x3)
    O = underpaint(x1, x4)
    return O

# learned on 2a5d628633daf256a83ecc37e871140e
# found by remove in round 111 of tasks-1, of 9878cf3c89c7058dad3926cfe4432484
def found_110(I):
    x1 = vmirror(I)
    x2 = lefthalf(x1)
    x3 = lefthalf(I)
    x4 = asobject(x3)
    O = underpaint(x2, x4)
    return O

# learned on 30d8db1c04ed4fb9b95731491f029d9f
# found by crossover in round 298 of tasks-1, of e371ca74b3f554166a348390e690b283 and 154ad51eae2311641c79450c55032898
def found_111(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = downscale(I, NEG_TWO)
    x4 = objects(x3, T, T, T)
    x5 = size(x4)
    O = replace(x2, x5, SEVEN)
    return O

# learned on 30d8db1c04ed4fb9b95731491f029d9f
# found by primitive in round 360 of tasks-1, of 7815dc71f6c11f2edb60a348b7abe57a
def found_112(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = downscale(I, NEG_TWO)
    x4 = objects(x3, T, T, T)
    x5 = size(x4)
    O = switch(x2, x5, SEVEN)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9
# found by remove in round 249 of tasks-1, of 6960fa200d066b437efc4aa704eae396
def found_113(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = first(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = identity(x5)
    x7 = downscale(x4, x6)
    x8 = asobject(x7)
    O = paint(x2, x8)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9
# found by rewire in round 233 of tasks-1, of 8f010257b093b9406994e53f62755707
def found_114(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = first(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = downscale(x4, x5)
    x7 = asobject(x6)
    O = paint(x2, x7)
    return O

# learned on 34684a3fc21a0843d1b7d3a2da99a0dc
# found by crossover in round 1 of tasks-1, of 9b611090ffab04bcafbd7dbe614d1112 and 0370e050fb9f2879bb22b571e3d6ff8a
def found_115(I):
    x1 = objects(I, F, T, T)
    x2 = sizefilter(x1, ONE)
    x3 = merge(x2)
    O = cover(I, x3)
    return O

# learned on 34684a3fc21a0843d1b7d3a2da99a0dc
# found by constant in round 1 of tasks-1, of 9b611090ffab04bcafbd7dbe614d1112
def found_116(I):
    x1 = objects(I, T, T, T)
    x2 = sizefilter(x1, ONE)
    x3 = merge(x2)
    O = cover(I, x3)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2
# found by remove in round 133 of tasks-1, of 1db4e3c998f6b734c5b7bce63d656c29
def found_117(I):
    x1 = bottomhalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(I, ZERO)
    x5 = ofcolor(x1, ZERO)
    x6 = intersection(x4, x5)
    O = fill(x3, THREE, x6)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2
# found by rewire in round 30 of tasks-1, of 35dfb8ed6f85a096b38eadb412839681
def found_118(I):
    x1 = bottomhalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(x1, ZERO)
    x5 = ofcolor(I, ZERO)
    x6 = intersection(x4, x5)
    O = fill(x3, THREE, x6)
    return O

# learned on 36275e2a7031dc7dcf3c9c41ae6123e2
# found by crossover in round 51 of tasks-1, of cffa4fffb2054b42dd9d89c844106c49 and ad1c06f859b6b56909ae49b8be4ddbf6
def found_119(I):
    x1 = objects(I, F, T, T)
    x2 = mapply(identity, x1)
    O = fill(I, FIVE, x2)
    return O

# learned on 36275e2a7031dc7dcf3c9c41ae6123e2
# found by rewire in round 149 of tasks-1, of dfd36aeca87b2498955f5ca691ad1b42
def found_120(I):
    x1 = objects(I, F, T, T)
    x2 = mapply(vmirror, x1)
    O = fill(I, FIVE, x2)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by rewire in round 79 of tasks-1, of 0d78e5c93bfc3c54c07db4a7b178604f
def found_121(I):
    x1 = tophalf(I)
    x2 = tophalf(x1)
    x3 = lefthalf(x2)
    x4 = lefthalf(x3)
    x5 = objects(x4, T, T, T)
    x6 = argmin(x5, corners)
    O = subgrid(x6, x4)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by crossover in round 103 of tasks-1, of b85d179f9e9db85ab6388e97bea2628c and da7a4c9741cbec768679d7fbcd5149e7
def found_122(I):
    x1 = tophalf(I)
    x2 = tophalf(x1)
    x3 = lefthalf(x2)
    x4 = lefthalf(x3)
    x5 = objects(x4, T, T, T)
    x6 = argmin(x5, urcorner)
    O = subgrid(x6, x3)
    return O

# learned on 3d93b61f6c4b6dfd1c52008ca145710a
# found by primitive in round 102 of tasks-1, of 8d0002e363773a34678f361ca9983b3d
def found_123(I):
    x1 = ofcolor(I, ONE)
    x2 = rot180(I)
    x3 = subgrid(x1, x2)
    O = replace(x3, SEVEN, SEVEN)
    return O

# learned on 3d93b61f6c4b6dfd1c52008ca145710a
# found by remove in round 83 of tasks-1, of 8edec513c0b393f8b039f3740fae6d90
def found_124(I):
    x1 = ofcolor(I, ONE)
    x2 = rot180(I)
    O = subgrid(x1, x2)
    return O

# learned on 45a534be95e942038a52c1137efe7385
# found by remove in round 392 of tasks-1, of 247d1e283d1fdab2b90bd15d2a7ac24f
def found_125(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, FIVE)
    x6 = leastcolor(x5)
    x7 = upscale(x4, x6)
    x8 = asobject(x7)
    O = paint(x2, x8)
    return O

# learned on 45a534be95e942038a52c1137efe7385
# found by constant in round 395 of tasks-1, of 2ee421c2e61d4026906d6d25c85936f8
def found_126(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = downscale(I, FIVE)
    x6 = leastcolor(x5)
    x7 = upscale(x4, x6)
    x8 = asobject(x7)
    x9 = paint(x2, x8)
    O = replace(x9, FOUR, x6)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by constant in round 1 of tasks-1, of d10cce709e6c34b338eeb4f612c3574f
def found_127(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, ONE, x5)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by remove in round 95 of tasks-1, of 23d76331f4a72185ce049cf22cd53395
def found_128(I):
    x1 = objects(I, T, T, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, ONE, x5)
    return O

# learned on 472cd1ec2eacbb3de273fc223cb64735
# found by rewire in round 139 of tasks-1, of 4144e7ec72e90f60b013fc5c7f4a3f7a
def found_129(I):
    x1 = trim(I)
    x2 = fgpartition(x1)
    x3 = merge(x2)
    x4 = subgrid(x3, x1)
    O = replace(x4, ONE, ZERO)
    return O

# learned on 472cd1ec2eacbb3de273fc223cb64735
# found by constant in round 106 of tasks-1, of bb338185369d48c8e3fcf7407169408c
def found_130(I):
    x1 = trim(I)
    x2 = fgpartition(x1)
    x3 = merge(x2)
    x4 = subgrid(x3, x1)
    O = switch(x4, ONE, ZERO)
    return O

# learned on 493efe6e3bac3d1a6c4606f6256fe28a
# found by constant in round 324 of tasks-1, of cb598b5cf3b3a7ff721e5f8559048d7e
def found_131(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, shape)
    x3 = subgrid(x2, I)
    x4 = lefthalf(x3)
    x5 = last(x4)
    x6 = first(x5)
    x7 = leastcolor(x4)
    O = replace(x3, x6, x7)
    return O

# learned on 4a84dc6403e76571ba61f8cee4cb33a4
# found by constant in round 118 of tasks-1, of 95bae22965eb9272f2732ba51421fed5
def found_132(I):
    x1 = compress(I)
    x2 = objects(x1, T, T, T)
    x3 = objects(x1, F, T, T)
    x4 = difference(x2, x3)
    x5 = argmax(x4, uppermost)
    O = subgrid(x5, x1)
    return O

# learned on 4a84dc6403e76571ba61f8cee4cb33a4
# found by constant in round 292 of tasks-1, of bd1cb0ab28130f1f5491395cec6d76f3
def found_133(I):
    x1 = compress(I)
    x2 = objects(x1, T, T, T)
    x3 = objects(x1, F, T, T)
    x4 = difference(x2, x3)
    x5 = argmin(x4, leastcolor)
    O = subgrid(x5, x1)
    return O

# learned on 4b404bb09855f097ddda5a37a860254b
# found by remove in round 345 of tasks-1, of 4f669e36d10f19b151e176797341809d
def found_134(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = asobject(x4)
    x6 = asobject(x2)
    x7 = rot180(I)
    x8 = asobject(x7)
    x9 = difference(x6, x8)
    x10 = normalize(x9)
    x11 = paint(I, x10)
    x12 = rot180(x11)
    x13 = asobject(x12)
    x14 = difference(x5, x13)
    x15 = paint(x2, x14)
    x16 = rot180(x15)
    x17 = asobject(x16)
    x18 = difference(x5, x17)
    O = paint(x15, x18)
    return O

# learned on 4b404bb09855f097ddda5a37a860254b
# found by constant in round 409 of tasks-1, of ac56b33e1df901555287cded51718573
def found_135(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = asobject(x4)
    x6 = asobject(x2)
    x7 = rot180(I)
    x8 = asobject(x7)
    x9 = difference(x6, x8)
    x10 = normalize(x9)
    x11 = paint(I, x10)
    x12 = rot180(x11)
    x13 = asobject(x12)
    x14 = difference(x5, x13)
    x15 = paint(x2, x14)
    x16 = switch(x15, TWO, TWO)
    x17 = rot180(x16)
    x18 = asobject(x17)
    x19 = difference(x5, x18)
    O = paint(x16, x19)
    return O

# learned on 4b875db262c4fbed2a2e880e42ff2e74
# found by remove in round 120 of tasks-1, of f3e9b71d277c2b849c7cc41d85617d89
def found_136(I):
    x1 = switch(I, THREE, ZERO)
    x2 = objects(I, T, T, F)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(x1, TWO, x5)
    return O

# learned on 4b875db262c4fbed2a2e880e42ff2e74
# found by crossover in round 187 of tasks-1, of c09f80570904262537f7eb76d3e08d6d and c640c1146535418cf9647b4f524f76d2
def found_137(I):
    x1 = switch(I, THREE, ZERO)
    x2 = objects(x1, T, T, F)
    x3 = rbind(bordering, x1)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(x1, TWO, x5)
    return O

# learned on 4bd21d8ddb01d072ce8081edb459bcea
# found by crossover in round 128 of tasks-1, of ad40463c575d9b23e1d2e18f04b2f673 and 56a983137e669e131bfd0ce9bf26f284
def found_138(I):
    x1 = trim(I)
    x2 = compress(x1)
    x3 = trim(x2)
    x4 = trim(x3)
    x5 = trim(x4)
    x6 = trim(x5)
    x7 = dedupe(x6)
    x8 = dmirror(x7)
    x9 = dedupe(x8)
    O = dmirror(x9)
    return O

# learned on 4bd21d8ddb01d072ce8081edb459bcea
# found by crossover in round 133 of tasks-1, of 9a4a3dc7c4ddbead17dde8a54d52d67f and 56a983137e669e131bfd0ce9bf26f284
def found_139(I):
    x1 = trim(I)
    x2 = compress(x1)
    x3 = trim(x2)
    x4 = trim(x3)
    x5 = trim(x4)
    x6 = trim(x5)
    x7 = dedupe(x6)
    x8 = dmirror(x7)
    x9 = identity(x8)
    x10 = dedupe(x9)
    O = dmirror(x10)
    return O

# learned on 50131b5cd6a6bf62bb59ed9a76c4a666
# found by crossover in round 33 of tasks-1, of 8df6eb34113e2542e5b832e612b81207 and 1afd3cfec1dbbeb97bd94e8fa43aca7e
def found_140(I):
    x1 = trim(I)
    x2 = objects(x1, T, T, T)
    x3 = argmax(x2, size)
    x4 = subgrid(x3, x1)
    O = compress(x4)
    return O

# learned on 50131b5cd6a6bf62bb59ed9a76c4a666
# found by rewire in round 104 of tasks-1, of f4eadfe80d1151c4f72c6f1022112985
def found_141(I):
    x1 = trim(I)
    x2 = both(T, T)
    x3 = objects(x1, x2, T, x2)
    x4 = argmax(x3, size)
    x5 = subgrid(x4, x1)
    O = compress(x5)
    return O

# learned on 579ff91cbfa9e3512b27e118d88124cf
# found by remove in round 384 of tasks-1, of 6148036650d85d2acd7dbf4e4559935f
def found_142(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, leftmost)
    x3 = move(I, x2, TWO_BY_ZERO)
    x4 = argmin(x1, ulcorner)
    O = move(x3, x4, TWO_BY_ZERO)
    return O

# learned on 579ff91cbfa9e3512b27e118d88124cf
# found by constant in round 385 of tasks-1, of 56cabdcc3145941e7db0322012b708d6
def found_143(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, leastcolor)
    x3 = move(I, x2, TWO_BY_ZERO)
    x4 = argmax(x1, leftmost)
    O = move(x3, x4, TWO_BY_ZERO)
    return O

# learned on 5e4ac852365c82aec1a0249d2c77b5d5
# found by remove in round 305 of tasks-1, of 06ba080ac7da4342afeec8c590a6e363
def found_144(I):
    x1 = righthalf(I)
    x2 = cellwise(x1, I, ZERO)
    x3 = ofcolor(I, ZERO)
    x4 = ofcolor(x1, ZERO)
    x5 = intersection(x3, x4)
    O = fill(x2, THREE, x5)
    return O

# learned on 5e4ac852365c82aec1a0249d2c77b5d5
# found by crossover in round 385 of tasks-1, of 7aa77ecb4d321830440919575944e6a8 and 30f04a681da7fffeeba35f2f1ec94427
def found_145(I):
    x1 = righthalf(I)
    x2 = cellwise(x1, I, ZERO)
    x3 = halve(ZERO)
    x4 = ofcolor(I, x3)
    x5 = ofcolor(x1, ZERO)
    x6 = intersection(x4, x5)
    O = fill(x2, THREE, x6)
    return O

# learned on 610d47d863943b0643478626bd5636ac
# found by crossover in round 359 of tasks-1, of 0221244c161fea189251787152bfd9e7 and 414b5fdbcd27e11516b1f1728142ad58
def found_146(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(I)
    x4 = cmirror(x3)
    x5 = tophalf(x4)
    x6 = cmirror(x5)
    x7 = objects(x6, F, F, F)
    x8 = argmax(x7, last)
    O = move(x2, x8, LEFT)
    return O

# learned on 610d47d863943b0643478626bd5636ac
# found by constant in round 343 of tasks-1, of 1b666a286130eaae6b041246ce9c73e2
def found_147(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(I)
    x4 = cmirror(x3)
    x5 = tophalf(x4)
    x6 = cmirror(x5)
    x7 = objects(x6, F, F, F)
    x8 = argmax(x7, square)
    O = move(x2, x8, LEFT)
    return O

# learned on 6a2416efaf84473d79e329825b1c176d
# found by rewire in round 173 of tasks-1, of 24de2a20b208bbe3926a4e3ff39aac64
def found_148(S, I, C):
    x1 = compose(shape, first)
    x2 = apply(x1, S)
    x3 = first(x2)
    x4 = rbind(connect, x3)
    x5 = compose(x4, ulcorner)
    x6 = fork(recolor, color, x5)
    x7 = objects(I, F, F, F)
    x8 = mapply(x6, x7)
    x9 = paint(I, x8)
    x10 = hmirror(x9)
    x11 = paint(x10, x8)
    x12 = vmirror(x11)
    x13 = asobject(x12)
    O = underpaint(x11, x13)
    return O

# learned on 6a2416efaf84473d79e329825b1c176d
# found by primitive in round 274 of tasks-1, of 26f4f4782eaae73fa1369e695f284a03
def found_149(S, I, C):
    x1 = compose(shape, first)
    x2 = apply(x1, S)
    x3 = first(x2)
    x4 = lbind(connect, x3)
    x5 = compose(x4, lrcorner)
    x6 = fork(recolor, color, x5)
    x7 = objects(I, F, F, F)
    x8 = mapply(x6, x7)
    x9 = paint(I, x8)
    x10 = rot180(x9)
    x11 = paint(x10, x8)
    x12 = vmirror(x11)
    x13 = asobject(x12)
    O = underpaint(x11, x13)
    return O

# learned on 6d8951994848fb5ee5dae8256e0d5f33
# found by constant in round 46 of tasks-1, of 631653b9e401b17fa3fea531954750bb
def found_150(I):
    x1 = vmirror(I)
    O = downscale(x1, FIVE)
    return O

# learned on 6d8951994848fb5ee5dae8256e0d5f33
# found by insert in round 72 of tasks-1, of 09ba7cb4a619b0b84164cbbf4af2a546
def found_151(I):
    x1 = vmirror(I)
    x2 = identity(FIVE)
    O = downscale(x1, x2)
    return O

# learned on 6f1aa9e36acd93d665f0131fbe915990
# found by insert in round 10 of tasks-1, of 4f0e0a328c8c20b84e556622461bedab
def found_152(I):
    x1 = compress(I)
    x2 = tophalf(x1)
    O = lefthalf(x2)
    return O

# learned on 6f1aa9e36acd93d665f0131fbe915990
# found by crossover in round 101 of tasks-1, of 4cc67f39ed4f35864cddb305b4c5871c and 0565db6b783a0c2c25a1329f7023f182
def found_153(I):
    x1 = compress(I)
    x2 = switch(x1, TEN, TEN)
    x3 = tophalf(x2)
    O = lefthalf(x3)
    return O

# learned on 7310c4e0d869ad70186bc2a7eed36b37
# found by crossover in round 74 of tasks-1, of fdee63674cc0c4baa8c4fb8969b105a9 and b46b760fd228f912f3ea4a2052365d5b
def found_154(S, I, C):
    x1 = compose(mostcolor, first)
    x2 = apply(x1, S)
    x3 = first(x2)
    x4 = compose(backdrop, inbox)
    x5 = objects(I, T, F, T)
    x6 = mapply(x4, x5)
    O = fill(I, x3, x6)
    return O

# learned on 7310c4e0d869ad70186bc2a7eed36b37
# found by crossover in round 79 of tasks-1, of e6b8a8f177c4ed658a9f127ac3aec81d and b0d5efc96a4a37e4ad36cb69b3f08a81
def found_155(S, I, C):
    x1 = compose(mostcolor, last)
    x2 = apply(x1, S)
    x3 = last(x2)
    x4 = compose(backdrop, inbox)
    x5 = objects(I, F, T, T)
    x6 = mapply(x4, x5)
    O = fill(I, x3, x6)
    return O

# learned on 787879c5a5ffa1c7d6acc6dbfa7f6555
# found by constant in round 4 of tasks-1, of 7e627b00ea0210eae59034569e054c66
def found_156(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    O = cellwise(x1, x2, SIX)
    return O

# learned on 787879c5a5ffa1c7d6acc6dbfa7f6555
# found by insert in round 155 of tasks-1, of 5b62d56276900c0ae9d7f361a7b0321a
def found_157(I):
    x1 = lefthalf(I)
    x2 = replace(x1, TEN, ONE)
    x3 = righthalf(I)
    O = cellwise(x2, x3, SIX)
    return O

# learned on 7a5309d9c3b475ea006324d6faf32a75
# found by crossover in round 110 of tasks-1, of a0ef6233f9ddc854af77900a7e7016bf and fd9089e3199508621441d76aa4a78c4f
def found_158(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(I)
    x4 = lefthalf(x3)
    x5 = asobject(x4)
    O = paint(x2, x5)
    return O

# learned on 7a5309d9c3b475ea006324d6faf32a75
# found by crossover in round 89 of tasks-1, of cdf8d2367b1c8a724aff1a0a95085bf2 and 706a5abbf7129b0183cb50d5a3fab8d9
def found_159(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(I)
    x4 = tophalf(x3)
    x5 = asobject(x4)
    O = paint(x2, x5)
    return O

# learned on 7e35ffdfb60edc2c694453c4dfe92ebb
# found by remove in round 316 of tasks-1, of 969712f131578f47ed03db5dbb7fe8ec
def found_160(I):
    x1 = cmirror(I)
    x2 = mostcolor(x1)
    x3 = replace(x1, FOUR, x2)
    x4 = hmirror(x3)
    x5 = fgpartition(x3)
    x6 = merge(x5)
    O = paint(x4, x6)
    return O

# learned on 807c19df66c9549050fb8825c4a25016
# found by rewire in round 363 of tasks-1, of c6a99991fbcec1d7f4bdc9a8922475dd
def found_161(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(x2)
    x4 = asobject(x3)
    x5 = underpaint(I, x4)
    x6 = last(S)
    x7 = last(x6)
    x8 = leastcolor(x5)
    x9 = decrement(x8)
    x10 = halve(x9)
    x11 = upscale(x7, x10)
    x12 = tophalf(x11)
    x13 = asobject(x12)
    O = paint(x5, x13)
    return O

# learned on 807c19df66c9549050fb8825c4a25016
# found by constant in round 369 of tasks-1, of e394aa6098bd935228d8065e538d77cc
def found_162(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(x2)
    x4 = asobject(x3)
    x5 = underpaint(I, x4)
    x6 = last(S)
    x7 = last(x6)
    x8 = replace(x7, NINE, NINE)
    x9 = leastcolor(x5)
    x10 = decrement(x9)
    x11 = halve(x10)
    x12 = upscale(x8, x11)
    x13 = tophalf(x12)
    x14 = asobject(x13)
    O = paint(x5, x14)
    return O

# learned on 896f2578afc7a555d9f1a1d9f7594817
# found by crossover in round 367 of tasks-1, of 24e92d2705f860e6794eb5f628af5226 and 5e4f3bb6b71e7026893ecd7dee8a308f
def found_163(I):
    x1 = bottomhalf(I)
    x2 = mostcolor(x1)
    x3 = leastcolor(I)
    x4 = switch(I, x2, x3)
    x5 = hconcat(x4, x1)
    x6 = mostcolor(x5)
    x7 = leastcolor(x5)
    x8 = switch(x4, x6, x7)
    x9 = hconcat(x8, x1)
    x10 = mostcolor(x9)
    x11 = leastcolor(x9)
    O = switch(x8, x10, x11)
    return O

# learned on 896f2578afc7a555d9f1a1d9f7594817
# found by crossover in round 393 of tasks-1, of 9fe596f7543e86992031dced37af23b2 and a6b6a906e41614e131d276437c9d9d13
def found_164(I):
    x1 = bottomhalf(I)
    x2 = mostcolor(x1)
    x3 = leastcolor(x1)
    x4 = switch(I, x2, x3)
    x5 = hconcat(x4, x1)
    x6 = mostcolor(x5)
    x7 = leastcolor(x5)
    x8 = switch(x4, x6, x7)
    x9 = hconcat(x8, x1)
    x10 = mostcolor(x9)
    x11 = leastcolor(x9)
    O = switch(x8, x10, x11)
    return O

# learned on 941404107d677a33a07eb2d5da1a0cc3
# found by constant in round 6 of tasks-1, of 8a67c49ba671e75d854520ee7788ae6a
def found_165(I):
    O = replace(I, SEVEN, FIVE)
    return O

# learned on 941404107d677a33a07eb2d5da1a0cc3
# found by remove in round 62 of all-1, of a52cf02c6705fd0c7356067f8aa393f8
def found_166(I):
    O = switch(I, SEVEN, FIVE)
    return O

# learned on 95532d9cce8a73de5d658c61008dfaaf
# found by crossover in round 102 of tasks-1, of a15f1d1f58678dd8bd5dbef68cd05757 and cea18a4d7a9aa53f0b679c0c6ab93d4e
def found_167(I):
    x1 = compose(outbox, inbox)
    x2 = objects(I, F, T, F)
    x3 = mapply(x1, x2)
    O = fill(I, EIGHT, x3)
    return O

# learned on 95532d9cce8a73de5d658c61008dfaaf
# found by rewire in round 121 of tasks-1, of 374854f952822274330686e9b0d096f2
def found_168(I):
    x1 = compose(outbox, inbox)
    x2 = objects(I, T, F, F)
    x3 = mapply(x1, x2)
    O = fill(I, EIGHT, x3)
    return O

# learned on 95d39b49d2935517bf72196b6716c1f3
# found by rewire in round 218 of tasks-1, of b0c0d469f6a24f8e232cfd160f5e1e3b
def found_169(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(delta, x1)
    x3 = fill(I, THREE, x2)
    x4 = merge(x1)
    O = cover(x3, x4)
    return O

# learned on 95d39b49d2935517bf72196b6716c1f3
# found by rewire in round 345 of tasks-1, of 566e841ea334b9f2bf00e3f1f562fda6
def found_170(I):
    x1 = objects(I, F, T, T)
    x2 = mapply(delta, x1)
    x3 = fill(I, THREE, x2)
    x4 = merge(x1)
    O = cover(x3, x4)
    return O

# learned on 9800d89ee645276e4d526be99dfaf648
# found by remove in round 113 of tasks-1, of cf27f4d8401d0f6c9cab5fdaf04bf904
def found_171(I):
    x1 = trim(I)
    x2 = trim(x1)
    x3 = objects(x2, T, T, T)
    x4 = argmax(x3, delta)
    x5 = color(x4)
    O = canvas(x5, UNITY)
    return O

# learned on 9800d89ee645276e4d526be99dfaf648
# found by primitive in round 215 of tasks-1, of 44fb83000daa8b009b6b719016411883
def found_172(I):
    x1 = trim(I)
    x2 = trim(x1)
    x3 = objects(x2, T, T, T)
    x4 = argmax(x3, delta)
    x5 = leastcolor(x4)
    O = canvas(x5, UNITY)
    return O

# learned on a26167d882965ab7fd0f2e6d56e5036a
# found by rewire in round 336 of tasks-1, of cee1f475bd98e7d901a5904157e13eb8
def found_173(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = shape(I)
    x4 = crop(x2, x3, x3)
    x5 = asobject(x4)
    x6 = paint(I, x5)
    x7 = mostcolor(x6)
    x8 = increment(x7)
    x9 = mostcolor(I)
    x10 = palette(I)
    x11 = lbind(colorcount, I)
    x12 = order(x10, x11)
    x13 = remove(x9, x12)
    x14 = last(x13)
    x15 = replace(x2, x8, x14)
    x16 = replace(x15, x7, x9)
    x17 = asobject(x16)
    O = paint(x6, x17)
    return O

# learned on a26167d882965ab7fd0f2e6d56e5036a
# found by constant in round 340 of tasks-1, of 6512495e0dc700afca352db16e7153ff
def found_174(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = switch(x2, NEG_TWO, NEG_TWO)
    x4 = shape(I)
    x5 = crop(x3, x4, x4)
    x6 = asobject(x5)
    x7 = paint(I, x6)
    x8 = mostcolor(x7)
    x9 = increment(x8)
    x10 = mostcolor(I)
    x11 = palette(I)
    x12 = lbind(colorcount, I)
    x13 = order(x11, x12)
    x14 = remove(x10, x13)
    x15 = last(x14)
    x16 = replace(x2, x9, x15)
    x17 = replace(x16, x8, x10)
    x18 = asobject(x17)
    O = paint(x7, x18)
    return O

# learned on a4185b974946b6be8c43fe3872763618
# found by constant in round 5 of tasks-1, of 5be91ba9a6a2f537b98230b7f7e1d66e
def found_175(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(inbox, x1)
    O = fill(I, ONE, x2)
    return O

# learned on a4185b974946b6be8c43fe3872763618
# found by constant in round 6 of tasks-1, of 2c90ed611b8bf7dc336221f678206069
def found_176(I):
    x1 = objects(I, T, T, T)
    x2 = mapply(inbox, x1)
    O = fill(I, ONE, x2)
    return O

# learned on a42b321aa02e2daa94890acabdbe0a08
# found by crossover in round 372 of tasks-1, of 687f7e8142e32368e68fb41686488038 and a834be10a371adf096e50b35497e455c
def found_177(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = objects(I, F, T, T)
    x4 = argmin(x3, centerofmass)
    x5 = backdrop(x4)
    x6 = cover(x2, x5)
    x7 = compose(shape, last)
    x8 = apply(x7, S)
    x9 = shape(x8)
    x10 = halve(x9)
    x11 = rbind(shoot, x10)
    x12 = compose(x11, centerofmass)
    x13 = fork(recolor, color, x12)
    x14 = subgrid(x4, I)
    x15 = objects(x14, T, T, F)
    x16 = mapply(x13, x15)
    O = paint(x6, x16)
    return O

# learned on a42b321aa02e2daa94890acabdbe0a08
# found by crossover in round 385 of tasks-1, of e4b0b0d7297ac5cb5036a8fb2705486d and a9a24653bd14dd27e354df745ac989fc
def found_178(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = objects(I, F, T, T)
    x4 = argmin(x3, center)
    x5 = delta(x4)
    x6 = cover(x2, x5)
    x7 = compose(shape, first)
    x8 = apply(x7, S)
    x9 = shape(x8)
    x10 = halve(x9)
    x11 = rbind(shoot, x10)
    x12 = compose(x11, lrcorner)
    x13 = fork(recolor, color, x12)
    x14 = subgrid(x4, I)
    x15 = objects(x14, T, T, F)
    x16 = mapply(x13, x15)
    O = paint(x6, x16)
    return O

# learned on a54fc2decfaec9189dc2777e963b2efe
# found by rewire in round 307 of all-1, of 37efa147705321c953290405cecb9b33
def found_179(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = upscale(x4, x6)
    x8 = asobject(x7)
    O = paint(x2, x8)
    return O

# learned on a7239d83c4d984dae81ca3c892a455a5
# found by rewire in round 394 of tasks-1, of 2c45c012b5eff3ab45a4a1f0f9853f0d
def found_180(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = righthalf(I)
    x4 = objects(x3, T, T, T)
    x5 = merge(x4)
    x6 = underpaint(I, x5)
    x7 = bottomhalf(x6)
    x8 = objects(x7, F, F, F)
    x9 = last(x8)
    x10 = cover(x2, x9)
    x11 = paint(x10, x5)
    x12 = switch(x11, SEVEN, SEVEN)
    x13 = tophalf(I)
    x14 = fgpartition(x13)
    x15 = last(x14)
    x16 = paint(x12, x15)
    x17 = underpaint(x16, x9)
    O = paint(x17, x15)
    return O

# learned on a7239d83c4d984dae81ca3c892a455a5
# found by constant in round 409 of tasks-1, of 445a899cb01048f5c0c3f16969eec439
def found_181(S, I, C):
    x1 = last(S)
    x2 = last(x1)
    x3 = righthalf(I)
    x4 = objects(x3, T, T, T)
    x5 = merge(x4)
    x6 = underpaint(I, x5)
    x7 = bottomhalf(x6)
    x8 = objects(x7, F, F, F)
    x9 = last(x8)
    x10 = paint(x2, x9)
    x11 = paint(x10, x5)
    x12 = switch(x11, SIX, SIX)
    x13 = tophalf(I)
    x14 = fgpartition(x13)
    x15 = last(x14)
    x16 = paint(x12, x15)
    x17 = underpaint(x16, x9)
    O = paint(x17, x15)
    return O

# learned on aaeab94de0155d3eacbc682cf60cd08f
# found by remove in round 155 of tasks-1, of 0a998d5dbbf8d159f39ada6a031b2e07
def found_182(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x2, ONE)
    x4 = fill(x1, ONE, x3)
    x5 = ofcolor(x2, TWO)
    x6 = fill(x4, TWO, x5)
    x7 = ofcolor(x2, SEVEN)
    O = fill(x6, SEVEN, x7)
    return O

# learned on aaeab94de0155d3eacbc682cf60cd08f
# found by crossover in round 151 of tasks-1, of b1b3dccb3c74f74454c03cc0b57a574a and 9939c3a085bc6b1959234cee96ba93a1
def found_183(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x2, TWO)
    x4 = fill(x1, TWO, x3)
    x5 = ofcolor(x2, ONE)
    x6 = fill(x4, ONE, x5)
    x7 = ofcolor(x2, SEVEN)
    O = fill(x6, SEVEN, x7)
    return O

# learned on b327590ee3802a3b843a01bfac21df5d
# found by remove in round 357 of tasks-1, of aa9b6d5601c6f3879c1f07384cdddc23
def found_184(I):
    x1 = vmirror(I)
    x2 = lefthalf(x1)
    x3 = cellwise(x2, I, ZERO)
    O = replace(x3, ONE, TWO)
    return O

# learned on b327590ee3802a3b843a01bfac21df5d
# found by crossover in round 306 of tasks-1, of 2e96a9c6e192b612d046f8ba251c0347 and a9c9d445dd979c5532fb382581aec0cc
def found_185(I):
    x1 = vmirror(I)
    x2 = lefthalf(x1)
    x3 = cellwise(x2, I, ZERO)
    O = switch(x3, ONE, TWO)
    return O

# learned on b42bbdc26a20f6fc4827bedfa8de9210
# found by rewire in round 277 of tasks-1, of 2ab0d5947cf8c25693c7b2e4903b55b2
def found_186(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = hconcat(x2, I)
    x4 = lefthalf(x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = bottomhalf(I)
    x8 = leastcolor(x7)
    x9 = switch(x6, TWO, x8)
    x10 = asobject(x9)
    x11 = asobject(x6)
    x12 = intersection(x10, x11)
    x13 = paint(x4, x12)
    x14 = asobject(x13)
    O = paint(I, x14)
    return O

# learned on b42bbdc26a20f6fc4827bedfa8de9210
# found by crossover in round 381 of tasks-1, of 4de08c5206d6616c60758f031eaa07a9 and 46a07a58ac531b693d213b6d5715ac16
def found_187(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = hconcat(x2, I)
    x4 = lefthalf(x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = identity(TWO)
    x8 = bottomhalf(I)
    x9 = leastcolor(x8)
    x10 = switch(x6, x7, x9)
    x11 = asobject(x10)
    x12 = asobject(x6)
    x13 = intersection(x11, x12)
    x14 = paint(x4, x13)
    x15 = asobject(x14)
    O = paint(I, x15)
    return O

# learned on b76b2b72835f83806fad65e669f874e4
# found by constant in round 221 of tasks-1, of 0cf18969af62e40d6a26ca32609a9909
def found_188(I):
    x1 = compress(I)
    x2 = rot180(x1)
    x3 = lefthalf(x2)
    x4 = asobject(x3)
    x5 = underpaint(x1, x4)
    x6 = bottomhalf(x5)
    x7 = lefthalf(x6)
    x8 = objects(x1, T, T, T)
    x9 = argmax(x8, last)
    O = paint(x7, x9)
    return O

# learned on b76b2b72835f83806fad65e669f874e4
# found by constant in round 151 of tasks-1, of eb1b8b3b289ee2260cfd525df72cf1be
def found_189(I):
    x1 = compress(I)
    x2 = rot180(x1)
    x3 = lefthalf(x2)
    x4 = asobject(x3)
    x5 = underpaint(x1, x4)
    x6 = bottomhalf(x5)
    x7 = lefthalf(x6)
    x8 = objects(x1, T, T, T)
    x9 = argmax(x8, rightmost)
    O = paint(x7, x9)
    return O

# learned on bb26430afd27c2bf4ecb32cac0ebc99a
# found by remove in round 265 of tasks-1, of 068b5d2595db03f0589cfba38856c535
def found_190(I):
    x1 = flip(F)
    x2 = objects(I, x1, x1, x1)
    x3 = argmin(x2, identity)
    x4 = normalize(x3)
    x5 = shift(x4, TWO_BY_TWO)
    x6 = subgrid(x5, I)
    x7 = argmin(x2, height)
    O = move(x6, x7, DOWN)
    return O

# learned on bb26430afd27c2bf4ecb32cac0ebc99a
# found by crossover in round 313 of tasks-1, of b5131f106b8b8eb5d8866baa4bc03af9 and 0b08cbf72e7c1f647ee156a7477d17c0
def found_191(I):
    x1 = flip(F)
    x2 = objects(I, x1, x1, x1)
    x3 = argmin(x2, portrait)
    x4 = normalize(x3)
    x5 = shift(x4, TWO_BY_TWO)
    x6 = subgrid(x5, I)
    x7 = argmin(x2, lrcorner)
    O = move(x6, x7, DOWN)
    return O

# learned on bded89f1180cefe7cc35826f43328532
# found by remove in round 364 of tasks-1, of 777fdd73e66391a538c5e84e039d69cf
def found_192(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = tophalf(x4)
    x6 = downscale(I, FOUR)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = upscale(x5, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on bded89f1180cefe7cc35826f43328532
# found by remove in round 391 of tasks-1, of 361aca0833457778e68742e28393ad2f
def found_193(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = tophalf(x4)
    x6 = downscale(I, FOUR)
    x7 = leastcolor(x6)
    x8 = halve(x7)
    x9 = decrement(x8)
    x10 = vupscale(x5, x9)
    x11 = asobject(x10)
    O = paint(x2, x11)
    return O

# learned on be933845a30491e2fdc7854a5af78342
# found by crossover in round 392 of tasks-1, of e2a4bedba7eb050e28c78b8720713e38 and ba62552284739e43ca66630a8094129a
def found_194(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = ofcolor(I, x5)
    x7 = subgrid(x6, x2)
    x8 = downscale(x7, NINE)
    x9 = leastcolor(x8)
    x10 = halve(x9)
    x11 = decrement(x10)
    x12 = upscale(x4, x11)
    x13 = asobject(x12)
    O = paint(x2, x13)
    return O

# learned on c251250f47214e3a8608c4b329791357
# found by crossover in round 87 of tasks-1, of 1540a3dfc61f4a71b596f4f9a7e8e1a0 and 6b281f42482d4720b01ef18fe83ef8cf
def found_195(I):
    x1 = palette(I)
    x2 = lbind(colorcount, I)
    x3 = order(x1, x2)
    x4 = remove(ZERO, x3)
    x5 = repeat(x4, ONE)
    O = cmirror(x5)
    return O

# learned on c251250f47214e3a8608c4b329791357
# found by crossover in round 133 of tasks-1, of feb813e032daf5c3696b81303cba4718 and cdbaab940ecab4eeaae798fe78a4bf7f
def found_196(I):
    x1 = palette(I)
    x2 = lbind(colorcount, I)
    x3 = order(x1, x2)
    x4 = remove(ZERO, x3)
    x5 = repeat(x4, ONE)
    O = rot270(x5)
    return O

# learned on c623da5910ce567574ac9506ba0f8a71
# found by primitive in round 213 of tasks-1, of 569ea59156910d392235d1d41556015b
def found_197(I):
    x1 = switch(I, SIX, TEN)
    x2 = asobject(x1)
    x3 = vmirror(x2)
    x4 = paint(I, x3)
    O = cellwise(I, x4, ZERO)
    return O

# learned on c623da5910ce567574ac9506ba0f8a71
# found by constant in round 199 of tasks-1, of be2b1eab0c4812effb5b258773d84a62
def found_198(I):
    x1 = replace(I, SIX, THREE)
    x2 = asobject(x1)
    x3 = vmirror(x2)
    x4 = paint(x1, x3)
    O = cellwise(I, x4, ZERO)
    return O

# learned on c97bb412a677cff3fadfc49f746aab1b
# found by crossover in round 82 of tasks-1, of e46d6ee66f977b04c7e45a509248423b and a2753dee65ba7355b84dd0d06596c2b3
def found_199(I):
    O = switch(I, EIGHT, FIVE)
    return O

# learned on c97bb412a677cff3fadfc49f746aab1b
# found by primitive in round 3 of tasks-1, of f97495a917c3018e8d171cdb86aedab0
def found_200(I):
    O = switch(I, FIVE, EIGHT)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by rewire in round 100 of tasks-1, of b1b904300e4ea988e57f4c52d7611775
def found_201(I):
    x1 = compress(I)
    O = hconcat(x1, x1)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by constant in round 398 of tasks-1, of 3918d2f3db370eeb241dd30afb14b39a
def found_202(I):
    x1 = compress(I)
    x2 = replace(x1, FIVE, ZERO)
    O = hconcat(x2, x2)
    return O

# learned on d89a15b165ae094c39741363ff02f515
# found by crossover in round 77 of tasks-1, of 4313dd93bfd4173486ca877abdae8093 and d54a30786c1fd1ee78efdbf7d84fddf5
def found_203(I):
    x1 = bottomhalf(I)
    O = cellwise(x1, I, THREE)
    return O

# learned on d89a15b165ae094c39741363ff02f515
# found by crossover in round 133 of tasks-1, of 4b92418e918fa9ae8259cfe3da1c1740 and 562fb219ab6219f773d011d141143b7b
def found_204(I):
    x1 = bottomhalf(I)
    x2 = cellwise(x1, I, THREE)
    O = switch(x2, SEVEN, FIVE)
    return O

# learned on dc7e7f850d8ed515e005c8abb96d1ace
# found by crossover in round 148 of tasks-1, of 086a08386fe57c70ef40611d89fb88e0 and 81dfc87b72ccb7078c134c94ad266a50
def found_205(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = mfilter(x3, hline)
    x5 = fill(I, x1, x4)
    x6 = leastcolor(x5)
    x7 = ofcolor(I, x6)
    x8 = righthalf(I)
    x9 = leastcolor(x8)
    x10 = ofcolor(x5, x9)
    x11 = difference(x7, x10)
    x12 = prapply(connect, x11, x11)
    x13 = mfilter(x12, hline)
    O = fill(x5, x6, x13)
    return O

# learned on dc7e7f850d8ed515e005c8abb96d1ace
# found by rewire in round 214 of tasks-1, of e16a072dd4c259ce7a56c91d2dc6e49a
def found_206(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = mfilter(x3, hline)
    x5 = fill(I, x1, x4)
    x6 = leastcolor(x5)
    x7 = ofcolor(x5, x6)
    x8 = righthalf(I)
    x9 = leastcolor(x8)
    x10 = ofcolor(x5, x9)
    x11 = difference(x7, x10)
    x12 = prapply(connect, x11, x7)
    x13 = mfilter(x12, hline)
    O = fill(x5, x6, x13)
    return O

# learned on dd876d9fdf9a7f6f67a91113b6d1a156
# found by rewire in round 315 of tasks-1, of 37efa147705321c953290405cecb9b33
def found_207(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = invert(x6)
    x8 = upscale(x4, x7)
    x9 = asobject(x8)
    O = paint(x2, x9)
    return O

# learned on eacc2169fb8be74f3dd099cdb3ccde81
# found by constant in round 390 of tasks-1, of dd9d649d548ea3c900076f651bc28ce1
def found_208(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = decrement(x6)
    x8 = decrement(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    x13 = paint(x2, x12)
    x14 = asobject(x13)
    x15 = underpaint(I, x14)
    x16 = leastcommon(S)
    x17 = last(x16)
    x18 = asobject(x17)
    x19 = paint(x15, x18)
    x20 = compose(height, first)
    x21 = apply(x20, S)
    x22 = mostcommon(x21)
    x23 = downscale(I, x22)
    x24 = asobject(x23)
    O = paint(x19, x24)
    return O

# learned on eacc2169fb8be74f3dd099cdb3ccde81
# found by crossover in round 371 of tasks-1, of efecc18aaee453acf15bce5c2fd65747 and 03d20ae8bf55c226a37a6a3658a8a23f
def found_209(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = last(S)
    x4 = last(x3)
    x5 = leastcolor(I)
    x6 = decrement(x5)
    x7 = decrement(x6)
    x8 = decrement(x7)
    x9 = halve(x8)
    x10 = decrement(x9)
    x11 = upscale(x4, x10)
    x12 = asobject(x11)
    x13 = paint(x2, x12)
    x14 = asobject(x13)
    x15 = underpaint(I, x14)
    x16 = leastcommon(S)
    x17 = last(x16)
    x18 = asobject(x17)
    x19 = paint(x15, x18)
    x20 = compose(height, last)
    x21 = apply(x20, S)
    x22 = mostcommon(x21)
    x23 = downscale(I, x22)
    x24 = asobject(x23)
    O = paint(x19, x24)
    return O

# learned on ee4fe2330b3518bfcee306582b542f17
# found by crossover in round 100 of tasks-1, of e3994f39245a128fb19ba84455dd7a27 and eab2a97d9a2cf4b9035cadf930c40353
def found_210(I):
    x1 = compress(I)
    x2 = objects(I, F, F, F)
    x3 = argmin(x2, identity)
    x4 = underpaint(x1, x3)
    x5 = lefthalf(x4)
    x6 = asobject(x5)
    O = paint(I, x6)
    return O

# learned on ee4fe2330b3518bfcee306582b542f17
# found by crossover in round 106 of tasks-1, of f00333b636975bb36bb7098b15553aed and bff2b380cd0da0344390afb56ec4628a
def found_211(I):
    x1 = compress(I)
    x2 = objects(I, F, F, F)
    x3 = argmin(x2, size)
    x4 = underpaint(x1, x3)
    x5 = lefthalf(x4)
    x6 = asobject(x5)
    O = paint(I, x6)
    return O

# learned on f10dddc271cfaaa69b2800cace4395bc
# found by constant in round 3 of tasks-1, of af836ce841055249b54102961aca9684
def found_212(I):
    O = replace(I, SIX, TWO)
    return O

# learned on f10dddc271cfaaa69b2800cace4395bc
# found by constant in round 6 of tasks-1, of 159c6b2c105d52f610850a72d2f894a9
def found_213(I):
    O = switch(I, SIX, TWO)
    return O

# learned on f17042e63cd535b2e4917bed4a691f9e
# found by remove in round 409 of tasks-1, of 36b0f5d2be47366b4e3b530223a040f8
def found_214(I):
    x1 = trim(I)
    x2 = trim(x1)
    x3 = objects(x2, T, T, T)
    x4 = argmax(x3, size)
    x5 = move(x2, x4, THREE_BY_THREE)
    x6 = righthalf(x5)
    x7 = objects(x6, T, T, T)
    x8 = argmax(x7, normalize)
    x9 = mostcolor(x8)
    O = canvas(x9, UNITY)
    return O

# learned on f17042e63cd535b2e4917bed4a691f9e
# found by remove in round 407 of tasks-1, of c865faab04f14411247c1f9ebaaa519b
def found_215(I):
    x1 = trim(I)
    x2 = trim(x1)
    x3 = trim(x2)
    x4 = objects(x2, T, T, T)
    x5 = argmax(x4, size)
    x6 = move(x3, x5, THREE_BY_THREE)
    x7 = righthalf(x6)
    x8 = objects(x7, T, T, T)
    x9 = argmax(x8, normalize)
    x10 = mostcolor(x9)
    O = canvas(x10, UNITY)
    return O

# learned on f19aaf37a46720f15689e679286fa5e6
# found by rewire in round 372 of tasks-1, of ab3c9bd4fa4a98068aaee3832a5694c6
def found_216(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = cover(x3, x2)
    x5 = vconcat(x4, I)
    x6 = objects(x5, T, T, T)
    x7 = argmax(x6, size)
    O = subgrid(x7, x5)
    return O

# learned on f19aaf37a46720f15689e679286fa5e6
# found by primitive in round 363 of tasks-1, of e85f956ffe62e78898db6234ca84f524
def found_217(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = cover(x3, x2)
    x5 = vconcat(x4, I)
    x6 = objects(x5, T, T, T)
    x7 = argmax(x6, size)
    x8 = identity(x7)
    O = subgrid(x8, x5)
    return O

# learned on f46ee1f5191bbf48d5b70827ba22f121
# found by constant in round 406 of tasks-1, of d8a15e9f0b051b395a54213344b5dc76
def found_218(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = leastcommon(S)
    x4 = last(x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = hsplit(I, THREE)
    x8 = first(x7)
    x9 = objects(x8, F, F, F)
    x10 = argmax(x9, rightmost)
    x11 = paint(x6, x10)
    x12 = leastcolor(x11)
    x13 = halve(x12)
    x14 = hsplit(x11, x13)
    x15 = first(x14)
    x16 = objects(x15, F, F, F)
    x17 = argmax(x16, height)
    x18 = paint(x4, x17)
    x19 = leastcolor(x8)
    x20 = increment(x19)
    x21 = halve(x20)
    x22 = hsplit(x18, x21)
    x23 = first(x22)
    x24 = objects(x23, F, F, F)
    x25 = argmax(x24, rightmost)
    O = paint(x2, x25)
    return O

# learned on f46ee1f5191bbf48d5b70827ba22f121
# found by constant in round 400 of tasks-1, of d318cc5007b4b4d0c355d4b67ec2ec2e
def found_219(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = mostcommon(S)
    x4 = last(x3)
    x5 = last(S)
    x6 = last(x5)
    x7 = hsplit(I, THREE)
    x8 = first(x7)
    x9 = objects(x8, F, F, F)
    x10 = argmax(x9, uppermost)
    x11 = paint(x6, x10)
    x12 = leastcolor(x11)
    x13 = halve(x12)
    x14 = hsplit(x11, x13)
    x15 = first(x14)
    x16 = objects(x15, F, F, F)
    x17 = argmax(x16, llcorner)
    x18 = paint(x4, x17)
    x19 = leastcolor(x8)
    x20 = increment(x19)
    x21 = halve(x20)
    x22 = hsplit(x18, x21)
    x23 = first(x22)
    x24 = objects(x23, F, F, F)
    x25 = argmax(x24, llcorner)
    O = paint(x2, x25)
    return O

# learned on ff310b3247645ade408552137faacd61
# found by crossover in round 31 of tasks-1, of 737f49d8c30073ea681ffc396a9e1b83 and b2fd85fe35a30eed39cb8392ef725823
def found_220(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(delta, x1)
    O = fill(I, ONE, x2)
    return O

# learned on ff310b3247645ade408552137faacd61
# found by rewire in round 37 of tasks-1, of 82fa32ce9d959c30ecc7128fd7e7947e
def found_221(I):
    x1 = objects(I, F, T, T)
    x2 = mapply(delta, x1)
    O = fill(I, ONE, x2)
    return O
