# Programs that evolution found on demo pairs of training tasks (make campaign); no test output was seen.
# Each names by content key the tasks that it was learned on, and the operator, run, round and parents.

# learned on 20e22c27c1f6f7cc2c4e308447c2b8ef 2316b41438521374e697e2e59aef9c33 6d32bc1f43edbb9fb7cb4368bd139d58 c311fd1d4d4c81881adf0b8436a02e63 f0027dd968963ff2a3a7d4785cc0c685
# found by constant in round 31 of evolve-1-1, of c6a2e415e342c2ae9d3cc3893aa2b02e
def found_1(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = subgrid(x2, I)
    O = replace(x3, TWO, TWO)
    return O

# learned on 20e22c27c1f6f7cc2c4e308447c2b8ef 2316b41438521374e697e2e59aef9c33 6d32bc1f43edbb9fb7cb4368bd139d58 c311fd1d4d4c81881adf0b8436a02e63
# found by constant in round 26 of evolve-1-1, of 632bd7cab3c955c789d5c171b3e870e3
def found_2(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = subgrid(x2, I)
    O = replace(x3, SEVEN, ZERO)
    return O

# learned on 2316b41438521374e697e2e59aef9c33 6d32bc1f43edbb9fb7cb4368bd139d58 f0027dd968963ff2a3a7d4785cc0c685
# found by constant in round 24 of evolve-1-1, of 487be05635fcc8ace52c3e8a2117cf00
def found_3(I):
    x1 = switch(I, TWO, TWO)
    x2 = leastcolor(x1)
    x3 = ofcolor(x1, x2)
    O = subgrid(x3, I)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2 b3b878bac6477300a3055dfd6920719a ebc2295ec3f37fc602865eaba75e835a
# found by compute in round 13 of evolve-1-1, of b88b031e66c5e5ddd818c445ad2ae1a1
def found_4(I):
    x1 = tophalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = numcolors(I)
    x5 = decrement(x4)
    x6 = ofcolor(x1, ZERO)
    x7 = bottomhalf(I)
    x8 = ofcolor(x7, ZERO)
    x9 = intersection(x6, x8)
    O = fill(x3, x5, x9)
    return O

# learned on 3ed5e20318f38ec43d103087eff7d86f 462cdf7a075a5e61a063505d401d025d 762118854f9621ab07bce392467d6a8b
# found by constant in round 20 of evolve-1-1, of a4a5d18d97870ffac483e9f89e3ea378
def found_5(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    O = replace(x4, TEN, SIX)
    return O

# learned on 45c05e6d6f41eb5e566912595d0fe94b ddb82a432fa3cecb8e06bded9eb7ac7a ff310b3247645ade408552137faacd61
# found by remove in round 30 of evolve-1-1, of eb64369d55afcd03f6d93eda2b236f71
def found_6(S, I, C):
    x1 = compose(palette, last)
    x2 = apply(x1, S)
    x3 = first(x2)
    x4 = compose(palette, first)
    x5 = mapply(x4, S)
    x6 = initset(x5)
    x7 = merge(x6)
    x8 = difference(x3, x7)
    x9 = first(x8)
    x10 = objects(I, T, T, T)
    x11 = mapply(delta, x10)
    O = fill(I, x9, x11)
    return O

# learned on 45c05e6d6f41eb5e566912595d0fe94b ddb82a432fa3cecb8e06bded9eb7ac7a ff310b3247645ade408552137faacd61
# found by compute in round 25 of evolve-1-1, of 17a58546711b8ace3231c5ba0baeebc2
def found_7(S, I, C):
    x1 = compose(palette, last)
    x2 = apply(x1, S)
    x3 = first(x2)
    x4 = lbind(sfilter, x2)
    x5 = lbind(lbind, contained)
    x6 = chain(size, x4, x5)
    x7 = size(S)
    x8 = matcher(x6, x7)
    x9 = sfilter(x3, x8)
    x10 = compose(palette, first)
    x11 = mapply(x10, S)
    x12 = initset(x11)
    x13 = merge(x12)
    x14 = difference(x9, x13)
    x15 = first(x14)
    x16 = objects(I, T, T, T)
    x17 = mapply(delta, x16)
    O = fill(I, x15, x17)
    return O

# learned on 00ee3e3b5d059aa425f0b16ba8fdbee4 f8ffc70a1018af9fe7ba177f9a3e1e61
# found by constant in round 2 of evolve-1-1, of 62615c88f375bc2497dd3c70d4a6b6e5
def found_8(I):
    x1 = dmirror(I)
    O = replace(x1, THREE, THREE)
    return O

# learned on 00ee3e3b5d059aa425f0b16ba8fdbee4 f8ffc70a1018af9fe7ba177f9a3e1e61
# found by constant in round 9 of evolve-1-1, of 6b50bd76062a88623a2db1e3c3b3b2ab
def found_9(I):
    x1 = dmirror(I)
    O = switch(x1, FIVE, FIVE)
    return O

# learned on 08e1397869014fb8341e844480e02e6e c30dfe6595ba1dd7f29c3b4e1e9add0b
# found by primitive in round 3 of evolve-1-1, of 2999f31f9e84e874ee74557105e30c34
def found_10(I):
    x1 = hmirror(I)
    x2 = asobject(x1)
    O = underpaint(I, x2)
    return O

# learned on 3cc80ba4361986e43392b07f9bb2f9e5 bf14f308b88ea36164a656caa7dee656
# found by primitive in round 2 of evolve-1-1, of 0496ee995d18da0fb7d679af285e8638
def found_11(I):
    x1 = rot180(I)
    O = switch(x1, ONE, ONE)
    return O

# learned on 3cc80ba4361986e43392b07f9bb2f9e5 bf14f308b88ea36164a656caa7dee656
# found by constant in round 29 of evolve-1-1, of 44d5d49d362a65a663ca166473d47ac7
def found_12(I):
    x1 = rot180(I)
    O = replace(x1, ONE, ONE)
    return O

# learned on 462cdf7a075a5e61a063505d401d025d 762118854f9621ab07bce392467d6a8b
# found by constant in round 10 of evolve-1-1, of 3d1024a7cbb53efbbed39b9625c4923e
def found_13(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    O = replace(x4, FIVE, TWO)
    return O

# learned on 47104023d9a8fa96bad3130eb8c45192 e0a6f4f7bb243f880bffc8873b13375a
# found by rewire in round 15 of evolve-1-1, of 97eace6c6ed607c3e46149b544e21b2c
def found_14(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    O = replace(x2, FIVE, FIVE)
    return O

# learned on 47104023d9a8fa96bad3130eb8c45192 e0a6f4f7bb243f880bffc8873b13375a
# found by constant in round 10 of evolve-1-1, of 832b95c9d3cf6752994b54bcad0991f7
def found_15(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    O = replace(x2, FIVE, SEVEN)
    return O

# learned on 4c17a39e0e41991ecf751c03cd49be86 d0b052e2694dfb910901cda5278d0946
# found by insert in round 2 of evolve-1-1, of 334a09fac003a5a0c021ae2e725d845e
def found_16(I):
    x1 = dedupe(I)
    x2 = dmirror(x1)
    x3 = dedupe(x2)
    x4 = dedupe(x3)
    O = dmirror(x4)
    return O

# learned on 4c17a39e0e41991ecf751c03cd49be86 d0b052e2694dfb910901cda5278d0946
# found by primitive in round 3 of evolve-1-1, of abd987e2b2deefa7e2b3880d02f430a2
def found_17(I):
    x1 = dedupe(I)
    x2 = dmirror(x1)
    x3 = identity(x2)
    x4 = dedupe(x3)
    O = dmirror(x4)
    return O

# learned on 4e2a2909db859b8786915df75ed13f74 f9f1b5d40dc59b77dc904c56f90e88c3
# found by constant in round 15 of evolve-1-1, of 4775a781a675bf962a8a5c40b54d1cb3
def found_18(I):
    x1 = hmirror(I)
    x2 = vconcat(I, x1)
    O = replace(x2, TWO, TWO)
    return O

# learned on 4e2a2909db859b8786915df75ed13f74 f9f1b5d40dc59b77dc904c56f90e88c3
# found by crossover in round 23 of evolve-1-1, of 36c83a4442bec94e0b1851e2493a5abf and 09ae70dd364fa19e3248436355b6358d
def found_19(I):
    x1 = hmirror(I)
    x2 = switch(x1, SEVEN, SEVEN)
    O = vconcat(I, x2)
    return O

# learned on 5430c25075f7acb9c4c3fe9880f3e8f3 9ee4420a3f32d423a1377ab40a7bce19
# found by constant in round 10 of evolve-1-1, of de78155992638c1c9f3469d16b9834a3
def found_20(I):
    x1 = objects(I, T, T, T)
    x2 = size(x1)
    O = upscale(I, x2)
    return O

# learned on 67bd55061860d1a352b5ba188a058404 aef1869c22fb2765a0f168b6cc39c3cc
# found by constant in round 9 of evolve-1-1, of 7da51273e19c6e85385cdf06806d0b44
def found_21(I):
    x1 = cellwise(I, I, THREE)
    x2 = rot90(I)
    x3 = hconcat(x1, x2)
    x4 = rot270(x1)
    x5 = rot180(x1)
    x6 = hconcat(x4, x5)
    O = vconcat(x3, x6)
    return O

# learned on 67bd55061860d1a352b5ba188a058404 aef1869c22fb2765a0f168b6cc39c3cc
# found by crossover in round 24 of evolve-1-1, of 5b97a3f7a0f345b821cc598e5fd1f242 and 49cb5ab70377b11235722bf54efb8cd4
def found_22(I):
    x1 = cellwise(I, I, NEG_ONE)
    x2 = rot90(x1)
    x3 = hconcat(x1, x2)
    x4 = rot270(x1)
    x5 = rot180(x1)
    x6 = hconcat(x4, x5)
    O = vconcat(x3, x6)
    return O

# learned on 73d7adef27854df9a7d457f649a8811b 9ee4420a3f32d423a1377ab40a7bce19
# found by compute in round 10 of evolve-1-1, of 91e7137889254c6e1b01ada60019b1ae
def found_23(I):
    x1 = numcolors(I)
    x2 = decrement(x1)
    x3 = vupscale(I, x2)
    O = hupscale(x3, x2)
    return O

# learned on 73d7adef27854df9a7d457f649a8811b 9ee4420a3f32d423a1377ab40a7bce19
# found by insert in round 3 of evolve-1-1, of 16a5a0feeccf0b8486b990518e761b8b
def found_24(I):
    x1 = numcolors(I)
    x2 = identity(x1)
    x3 = decrement(x2)
    O = upscale(I, x3)
    return O

# learned on b3b878bac6477300a3055dfd6920719a ebc2295ec3f37fc602865eaba75e835a
# found by rewire in round 30 of evolve-1-1, of 46c896ada3689b1cf98abf390cfc4ee4
def found_25(I):
    x1 = tophalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(x1, ZERO)
    x5 = bottomhalf(I)
    x6 = ofcolor(x5, ZERO)
    x7 = intersection(x4, x6)
    O = underfill(x3, TWO, x7)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by constant in round 25 of evolve-1-1, of 7d0567415e2381422f4ce950ab2babd1
def found_26(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, uppermost)
    x3 = subgrid(x2, I)
    O = upscale(x3, TWO)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by primitive in round 7 of evolve-1-1, of 1a13f7beda7ab0c98a54bfecf6735a0e
def found_27(I):
    x1 = compress(I)
    O = upscale(x1, TWO)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094
# found by crossover in round 4 of evolve-1-1, of b30fef7eeedb33f698606671b392574e and c43d66f028bdcac29df40d273b8057ba
def found_28(S, I, C):
    x1 = objects(I, F, F, F)
    x2 = argmax(x1, lowermost)
    x3 = last(S)
    x4 = last(x3)
    O = subgrid(x2, x4)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094
# found by constant in round 21 of evolve-1-1, of 2b4969ca135ca02af7910fe1717ab8cc
def found_29(S, I, C):
    x1 = objects(I, F, F, F)
    x2 = argmin(x1, normalize)
    x3 = last(S)
    x4 = last(x3)
    O = subgrid(x2, x4)
    return O

# learned on 02b27fc2d0e2f9ff1367f4d245fb0e56
# found by crossover in round 37 of evolve-1-1, of b233c1ba851300fd63a075859ed4f3df and b233c1ba851300fd63a075859ed4f3df
def found_30(I):
    x1 = vmirror(I)
    x2 = hconcat(x1, I)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    x5 = downscale(x4, ONE)
    O = vconcat(x3, x5)
    return O

# learned on 02b27fc2d0e2f9ff1367f4d245fb0e56
# found by remove in round 26 of evolve-1-1, of f8d62690d04ce7a13988da51f46cce2f
def found_31(I):
    x1 = vmirror(I)
    x2 = hconcat(x1, I)
    x3 = hmirror(x2)
    x4 = vconcat(x3, x2)
    O = vconcat(x4, x3)
    return O

# learned on 08e1397869014fb8341e844480e02e6e
# found by primitive in round 17 of evolve-1-1, of ec3b640b39f951ed3b4d11c683274012
def found_32(I):
    x1 = compress(I)
    x2 = hmirror(x1)
    O = vconcat(x2, x1)
    return O

# learned on 0e0ec67486e4c634f6edd3f625844f11
# found by remove in round 41 of evolve-1-1, of 40a0f9ca5316895d826ed708d43c68c4
def found_33(I):
    x1 = hmirror(I)
    x2 = objects(x1, T, F, F)
    x3 = argmax(x2, size)
    O = subgrid(x3, I)
    return O

# learned on 0e0ec67486e4c634f6edd3f625844f11
# found by crossover in round 19 of evolve-1-1, of 34a68ff8712419dc1cbbd8a1d56dbac8 and 6026303bb5388761a54ced013b389bb8
def found_34(I):
    x1 = rot180(I)
    x2 = objects(x1, T, F, F)
    x3 = argmax(x2, size)
    O = subgrid(x3, I)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by constant in round 10 of evolve-1-1, of 1522edffdcbf89b46f6b39bbd85e5b06
def found_35(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, color)
    O = subgrid(x2, I)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by constant in round 31 of evolve-1-1, of 24be73af404ee57f29b4bd72004fc5b3
def found_36(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, palette)
    O = subgrid(x2, I)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by insert in round 2 of evolve-1-1, of 638789b04580a889d7a41be9c103fe26
def found_37(I):
    x1 = compress(I)
    O = vmirror(x1)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by constant in round 31 of evolve-1-1, of af72fcc473c833ce893e281cab484a98
def found_38(I):
    x1 = fgpartition(I)
    x2 = argmax(x1, first)
    x3 = subgrid(x2, I)
    O = vmirror(x3)
    return O

# learned on 131f64b7210da00b4327916683054399
# found by crossover in round 32 of evolve-1-1, of b7d1349a0ac766153d4110d9db919f58 and a7ed1abf8dd0c1785df743b706a3a259
def found_39(I):
    x1 = lefthalf(I)
    x2 = objects(x1, T, T, T)
    x3 = argmax(x2, identity)
    x4 = color(x3)
    O = canvas(x4, TWO_BY_TWO)
    return O

# learned on 131f64b7210da00b4327916683054399
# found by primitive in round 41 of evolve-1-1, of c21734de1709b2282c75536d24d60f27
def found_40(I):
    x1 = righthalf(I)
    x2 = objects(x1, T, T, T)
    x3 = argmax(x2, portrait)
    x4 = color(x3)
    O = canvas(x4, TWO_BY_TWO)
    return O

# learned on 17137f8c0440e29bf980e9030087316e
# found by crossover in round 14 of evolve-1-1, of 6f944da57a9a65a1699f43bda322f5fc and b985c62828a69a202063247b1cfb0863
def found_41(I):
    x1 = fgpartition(I)
    x2 = fork(equality, identity, vmirror)
    x3 = argmax(x1, x2)
    O = subgrid(x3, I)
    return O

# learned on 17137f8c0440e29bf980e9030087316e
# found by constant in round 23 of evolve-1-1, of d0eccaf633e45384147b5871cdb90515
def found_42(I):
    x1 = switch(I, NEG_ONE, NEG_ONE)
    x2 = fgpartition(x1)
    x3 = fork(equality, identity, vmirror)
    x4 = argmax(x2, x3)
    O = subgrid(x4, x1)
    return O

# learned on 1dad7485198d068b49a962b537587fa0
# found by rewire in round 20 of evolve-1-1, of 3bbe79fffaa09db10e4faa288236cefe
def found_43(I):
    x1 = lefthalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(I, ZERO)
    x5 = righthalf(I)
    x6 = ofcolor(x5, ZERO)
    x7 = intersection(x4, x6)
    O = fill(x3, EIGHT, x7)
    return O

# learned on 1dad7485198d068b49a962b537587fa0
# found by constant in round 4 of evolve-1-1, of e64fe37df7eff2997ce0b735e1c6b1c1
def found_44(I):
    x1 = lefthalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(x1, ZERO)
    x5 = righthalf(I)
    x6 = ofcolor(x5, ZERO)
    x7 = intersection(x4, x6)
    O = fill(x3, EIGHT, x7)
    return O

# learned on 2031d88fb7ad039a3d88db55ce58b450
# found by remove in round 41 of evolve-1-1, of 7f44411f26df2cdec67acdd55e2433ad
def found_45(I):
    x1 = mostcolor(I)
    x2 = palette(I)
    x3 = lbind(colorcount, I)
    x4 = order(x2, x3)
    x5 = last(x4)
    x6 = remove(x5, x4)
    x7 = last(x6)
    x8 = switch(I, x1, x7)
    x9 = mostcolor(x8)
    x10 = leastcolor(I)
    O = switch(x8, x9, x10)
    return O

# learned on 2031d88fb7ad039a3d88db55ce58b450
# found by rewire in round 42 of evolve-1-1, of 6e00cc7225e0da62fbe43310d44c49bc
def found_46(I):
    x1 = ofcolor(I, NEG_ONE)
    x2 = fill(I, NEG_ONE, x1)
    x3 = mostcolor(x2)
    x4 = palette(x2)
    x5 = lbind(colorcount, I)
    x6 = order(x4, x5)
    x7 = remove(x3, x6)
    x8 = last(x7)
    x9 = switch(x2, x3, x8)
    x10 = mostcolor(x9)
    x11 = leastcolor(x2)
    O = switch(x9, x10, x11)
    return O

# learned on 21606c8fd2d126aec10862cb476e8a18
# found by constant in round 10 of evolve-1-1, of 6560353d20ee7cf0d36c2bff54de13b6
def found_47(I):
    x1 = replace(I, ONE, NINE)
    O = rot270(x1)
    return O

# learned on 21606c8fd2d126aec10862cb476e8a18
# found by constant in round 7 of evolve-1-1, of b2a67a653c3ada13b38ab1dfaa0c54c2
def found_48(I):
    x1 = replace(I, ONE, THREE)
    O = rot270(x1)
    return O

# learned on 2379f9b50fe193c7a57c32a3c33f9ba2
# found by crossover in round 40 of evolve-1-1, of f153b66b9fcd6027226e29e791a32947 and d198be0429519613692670a6e615cf9c
def found_49(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = delta(x2)
    x4 = prapply(connect, x3, x3)
    x5 = mfilter(x4, vline)
    x6 = underfill(I, x1, x5)
    x7 = leastcolor(x6)
    x8 = ofcolor(x6, x7)
    x9 = delta(x8)
    x10 = identity(x9)
    x11 = underfill(x6, x7, x10)
    O = identity(x11)
    return O

# learned on 2379f9b50fe193c7a57c32a3c33f9ba2
# found by rewire in round 39 of evolve-1-1, of 597cfe19ac716df25b58e6a28cb29519
def found_50(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = mfilter(x3, vline)
    x5 = underfill(I, x1, x4)
    x6 = delta(x2)
    x7 = prapply(connect, x6, x6)
    x8 = identity(x7)
    x9 = mfilter(x8, vline)
    x10 = underfill(x5, x1, x9)
    x11 = leastcolor(x10)
    x12 = ofcolor(x10, x11)
    x13 = delta(x12)
    x14 = underfill(x10, x11, x13)
    O = identity(x14)
    return O

# learned on 2a5d628633daf256a83ecc37e871140e
# found by insert in round 14 of evolve-1-1, of 6c79c379d32d3dae011e124a319c9ea7
def found_51(I):
    x1 = vmirror(I)
    x2 = asobject(x1)
    x3 = underpaint(I, x2)
    O = lefthalf(x3)
    return O

# learned on 2a5d628633daf256a83ecc37e871140e
# found by constant in round 32 of evolve-1-1, of c22ab895532eda93347013b442a00006
def found_52(I):
    x1 = replace(I, ONE, ONE)
    x2 = vmirror(I)
    x3 = asobject(x2)
    x4 = underpaint(x1, x3)
    O = lefthalf(x4)
    return O

# learned on 34684a3fc21a0843d1b7d3a2da99a0dc
# found by constant in round 2 of evolve-1-1, of 9b611090ffab04bcafbd7dbe614d1112
def found_53(I):
    x1 = objects(I, T, T, T)
    x2 = sizefilter(x1, ONE)
    x3 = merge(x2)
    O = cover(I, x3)
    return O

# learned on 34684a3fc21a0843d1b7d3a2da99a0dc
# found by insert in round 6 of evolve-1-1, of 75eada2c6896d2f976cade159896362c
def found_54(I):
    x1 = replace(I, NINE, NINE)
    x2 = objects(I, T, T, T)
    x3 = sizefilter(x2, ONE)
    x4 = merge(x3)
    O = cover(x1, x4)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2
# found by constant in round 4 of evolve-1-1, of b88b031e66c5e5ddd818c445ad2ae1a1
def found_55(I):
    x1 = tophalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(x1, ZERO)
    x5 = bottomhalf(I)
    x6 = ofcolor(x5, ZERO)
    x7 = intersection(x4, x6)
    O = fill(x3, THREE, x7)
    return O

# learned on 36275e2a7031dc7dcf3c9c41ae6123e2
# found by crossover in round 2 of evolve-1-1, of fca981cbd0a9ad5cdcb11d70fa477f28 and b26d2df855b8a6a616e5b780d232a9d7
def found_56(I):
    x1 = fgpartition(I)
    x2 = merge(x1)
    O = fill(I, FIVE, x2)
    return O

# learned on 36275e2a7031dc7dcf3c9c41ae6123e2
# found by insert in round 27 of evolve-1-1, of c98826cfbfcfe9ea12e86c367afc261f
def found_57(I):
    x1 = identity(I)
    x2 = fgpartition(x1)
    x3 = merge(x2)
    O = fill(x1, FIVE, x3)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by rewire in round 7 of evolve-1-1, of 38e9fbcdd826737516c439dcc961740d
def found_58(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, center)
    O = subgrid(x2, I)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by constant in round 7 of evolve-1-1, of 48bf0a3006078d51f7ba7c9742aa9963
def found_59(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, corners)
    O = subgrid(x2, I)
    return O

# learned on 3d23708fb942cf6f8bf341e657656f17
# found by rewire in round 3 of evolve-1-1, of 085af3cca4975656a5ed4ee1b46cd0da
def found_60(I):
    x1 = vupscale(I, THREE)
    x2 = hupscale(x1, THREE)
    x3 = hconcat(I, I)
    x4 = hconcat(I, x3)
    x5 = vconcat(x4, x4)
    x6 = vconcat(x5, x4)
    O = cellwise(x2, x6, ZERO)
    return O

# learned on 3d23708fb942cf6f8bf341e657656f17
# found by rewire in round 2 of evolve-1-1, of 1a3644ce1a66209bf8eb419d214ddba1
def found_61(I):
    x1 = vupscale(I, THREE)
    x2 = hupscale(x1, THREE)
    x3 = hconcat(I, I)
    x4 = hconcat(x3, x3)
    x5 = vconcat(x4, x4)
    x6 = vconcat(x5, x4)
    O = cellwise(x2, x6, ZERO)
    return O

# learned on 3ed5e20318f38ec43d103087eff7d86f
# found by crossover in round 5 of evolve-1-1, of f8c81c75624528d3995cff414e0746ca and dbedbe2aede99eba363b842f0f4906b4
def found_62(I):
    x1 = hmirror(I)
    x2 = vconcat(I, x1)
    x3 = vmirror(x2)
    O = hconcat(x2, x3)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by primitive in round 11 of evolve-1-1, of fdc37b53b79b66d37792a264d5872600
def found_63(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = underfill(I, ONE, x5)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by rewire in round 39 of evolve-1-1, of fdc37b53b79b66d37792a264d5872600
def found_64(I):
    x1 = objects(I, T, T, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, ONE, x5)
    return O

# learned on 493efe6e3bac3d1a6c4606f6256fe28a
# found by crossover in round 14 of evolve-1-1, of b47864a7302d23fb9873d05029a9404f and 56a11a2e2455687a2cf021956afc57e6
def found_65(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, height)
    x3 = subgrid(x2, I)
    x4 = mostcolor(x3)
    x5 = leastcolor(x3)
    O = replace(x3, x4, x5)
    return O

# learned on 493efe6e3bac3d1a6c4606f6256fe28a
# found by rewire in round 3 of evolve-1-1, of fba95a64b9cbb35fcb49b415b0d95bc6
def found_66(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = mostcolor(x3)
    x5 = leastcolor(I)
    O = replace(x3, x4, x5)
    return O

# learned on 50131b5cd6a6bf62bb59ed9a76c4a666
# found by remove in round 7 of evolve-1-1, of 0fd558d4211fab7f1c59079f52d6325a
def found_67(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    O = compress(x3)
    return O

# learned on 50131b5cd6a6bf62bb59ed9a76c4a666
# found by crossover in round 2 of evolve-1-1, of e55e20190133a24840e4c7e39b36418b and 39048c027f8f071c5f1f182a8b1c543d
def found_68(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    O = trim(x3)
    return O

# learned on 5430c25075f7acb9c4c3fe9880f3e8f3
# found by constant in round 8 of evolve-1-1, of 57f76288fab02fcbfc8c40e5a2f15e5b
def found_69(I):
    x1 = replace(I, SIX, FOUR)
    O = upscale(x1, THREE)
    return O

# learned on 55845fb3084ed863fb236067863ea9d1
# found by rewire in round 9 of evolve-1-1, of df0135f23f2ba66ec336097efae15b64
def found_70(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, F, F, T)
    x3 = mapply(x1, x2)
    O = fill(I, ONE, x3)
    return O

# learned on 55845fb3084ed863fb236067863ea9d1
# found by constant in round 6 of evolve-1-1, of df0135f23f2ba66ec336097efae15b64
def found_71(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, T, T)
    x3 = mapply(x1, x2)
    O = fill(I, ONE, x3)
    return O

# learned on 57cef1d70d445c7925afd91689f067d8
# found by crossover in round 8 of evolve-1-1, of d9c76f02f1a99a4d844a850054a77f4c and a22314b448d917907212799c518fd89a
def found_72(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, T, T)
    x3 = mapply(x1, x2)
    O = fill(I, TWO, x3)
    return O

# learned on 57cef1d70d445c7925afd91689f067d8
# found by rewire in round 14 of evolve-1-1, of 90f0440e3850f9c9cab161b5fa8d39a6
def found_73(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, F, F, T)
    x3 = mapply(x1, x2)
    O = fill(I, TWO, x3)
    return O

# learned on 5e4ac852365c82aec1a0249d2c77b5d5
# found by constant in round 3 of evolve-1-1, of ab9fefeb1d9d6111753a1103ba0f91b1
def found_74(I):
    x1 = lefthalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(x1, ZERO)
    x5 = righthalf(I)
    x6 = ofcolor(x5, ZERO)
    x7 = intersection(x4, x6)
    O = fill(x3, THREE, x7)
    return O

# learned on 5e4ac852365c82aec1a0249d2c77b5d5
# found by primitive in round 38 of evolve-1-1, of f1e2c9c907136a7c0430d60ea6371a22
def found_75(I):
    x1 = lefthalf(I)
    x2 = shape(x1)
    x3 = identity(x2)
    x4 = canvas(ZERO, x3)
    x5 = ofcolor(x1, ZERO)
    x6 = righthalf(I)
    x7 = ofcolor(x6, ZERO)
    x8 = intersection(x5, x7)
    O = underfill(x4, THREE, x8)
    return O

# learned on 6d8951994848fb5ee5dae8256e0d5f33
# found by constant in round 39 of evolve-1-1, of 15d511e6da8b22ec005ad122df249630
def found_76(I):
    x1 = downscale(I, FIVE)
    x2 = vmirror(x1)
    O = switch(x2, FIVE, NINE)
    return O

# learned on 6d8951994848fb5ee5dae8256e0d5f33
# found by constant in round 6 of evolve-1-1, of d491001118ce285cbcdbb67b266435a1
def found_77(I):
    x1 = downscale(I, FIVE)
    O = vmirror(x1)
    return O

# learned on 6f1aa9e36acd93d665f0131fbe915990
# found by insert in round 12 of evolve-1-1, of 20a22c610fe6ad3bd78d3a4faf3687ec
def found_78(I):
    x1 = trim(I)
    x2 = downscale(x1, TWO)
    x3 = objects(x2, F, T, T)
    x4 = argmax(x3, size)
    O = subgrid(x4, x1)
    return O

# learned on 6f1aa9e36acd93d665f0131fbe915990
# found by remove in round 23 of evolve-1-1, of 04c52d9a3404fae1eac1c0716bb387db
def found_79(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, toindices)
    x3 = subgrid(x2, I)
    x4 = downscale(x3, NEG_TWO)
    x5 = objects(x4, F, T, T)
    x6 = argmin(x5, color)
    O = subgrid(x6, x3)
    return O

# learned on 7249d3cfb49959f3c24e9f2cca807048
# found by crossover in round 9 of evolve-1-1, of b363c631cb745491af82794199faaba0 and 62b22f0b7d3f0edc8bafc49b1a621aaf
def found_80(I):
    x1 = hmirror(I)
    x2 = vconcat(x1, I)
    O = replace(x2, FIVE, FIVE)
    return O

# learned on 7249d3cfb49959f3c24e9f2cca807048
# found by constant in round 3 of evolve-1-1, of c7da6ab90cb8db739aba11361b82fbcf
def found_81(I):
    x1 = cellwise(I, I, FIVE)
    x2 = hmirror(x1)
    O = vconcat(x2, x1)
    return O

# learned on 7310c4e0d869ad70186bc2a7eed36b37
# found by constant in round 3 of evolve-1-1, of 7c4ca0ccbbc8fc4886919640ba73d1f6
def found_82(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, F, T)
    x3 = mapply(x1, x2)
    O = fill(I, ZERO, x3)
    return O

# learned on 7310c4e0d869ad70186bc2a7eed36b37
# found by crossover in round 5 of evolve-1-1, of 7ca94bd898cfba258a3a22c59eb543f6 and 8b9a9f659e219b2a9f87818e8b554327
def found_83(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, T, T)
    x3 = mapply(x1, x2)
    O = fill(I, ZERO, x3)
    return O

# learned on 780ff4975c2bad407cf2afadfed75378
# found by crossover in round 2 of evolve-1-1, of 36a17d1aa602842b0f3efb7928f8eb0f and ff61cb462ff7015853eb9e0a136a41de
def found_84(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    x6 = recolor(FOUR, x5)
    O = fill(I, FOUR, x6)
    return O

# learned on 780ff4975c2bad407cf2afadfed75378
# found by remove in round 40 of evolve-1-1, of 6a4048b20a977296a1672cbdeba5023c
def found_85(I):
    x1 = identity(I)
    x2 = objects(I, T, F, F)
    x3 = colorfilter(x2, ZERO)
    x4 = rbind(bordering, I)
    x5 = compose(flip, x4)
    x6 = mfilter(x3, x5)
    O = fill(x1, FOUR, x6)
    return O

# learned on 787879c5a5ffa1c7d6acc6dbfa7f6555
# found by constant in round 2 of evolve-1-1, of 0e22803d6504335159a560e989af5889
def found_86(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    O = cellwise(x1, x2, SIX)
    return O

# learned on 787879c5a5ffa1c7d6acc6dbfa7f6555
# found by constant in round 16 of evolve-1-1, of 92c96be01cbf4e23cacfd58ae888847a
def found_87(I):
    x1 = lefthalf(I)
    x2 = switch(x1, THREE, SIX)
    x3 = righthalf(I)
    O = cellwise(x2, x3, SIX)
    return O

# learned on 7fed5a2e95a016effe3b50b55784e20f
# found by rewire in round 18 of evolve-1-1, of 9489efb551bb1c7ff6c9ffd79333a96a
def found_88(I):
    x1 = hconcat(I, I)
    O = switch(x1, ONE, ONE)
    return O

# learned on 7fed5a2e95a016effe3b50b55784e20f
# found by insert in round 10 of evolve-1-1, of e190105ac90b0beca3f5188f26fe2144
def found_89(I):
    x1 = hconcat(I, I)
    O = switch(x1, SEVEN, TEN)
    return O

# learned on 8f82a1dd211e030ddd2aa301528deb9c
# found by constant in round 16 of evolve-1-1, of 7980eb8ef82488071c7cf9aed4363071
def found_90(I):
    x1 = fgpartition(I)
    x2 = argmax(x1, rightmost)
    x3 = subgrid(x2, I)
    x4 = mostcolor(x3)
    x5 = leastcolor(x3)
    O = switch(x3, x4, x5)
    return O

# learned on 8f82a1dd211e030ddd2aa301528deb9c
# found by constant in round 11 of evolve-1-1, of 59d817dd163a99342f5320f677ded231
def found_91(I):
    x1 = fgpartition(I)
    x2 = argmax(x1, width)
    x3 = subgrid(x2, I)
    x4 = mostcolor(x3)
    x5 = leastcolor(I)
    O = switch(x3, x4, x5)
    return O

# learned on 90273aba0b15f2e045c620a2812e5448
# found by constant in round 32 of evolve-1-1, of 6f4a93c79f4c1c62a06292825d334c59
def found_92(I):
    x1 = upscale(I, TWO)
    O = replace(x1, NEG_TWO, SIX)
    return O

# learned on 90273aba0b15f2e045c620a2812e5448
# found by constant in round 34 of evolve-1-1, of a3776eb6afb565ecbc8e8db1fac5d14d
def found_93(I):
    x1 = upscale(I, TWO)
    O = switch(x1, TEN, SEVEN)
    return O

# learned on 92da808bee7a4afb7229131ea4ab4960
# found by constant in round 2 of evolve-1-1, of 7c4ca0ccbbc8fc4886919640ba73d1f6
def found_94(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, T, T)
    x3 = mapply(x1, x2)
    O = fill(I, EIGHT, x3)
    return O

# learned on 92da808bee7a4afb7229131ea4ab4960
# found by rewire in round 22 of evolve-1-1, of 63ece12dc0ecc55f69c793d6eb1daced
def found_95(I):
    x1 = compose(backdrop, inbox)
    x2 = identity(T)
    x3 = objects(I, T, T, x2)
    x4 = mapply(x1, x3)
    O = fill(I, EIGHT, x4)
    return O

# learned on 93b9c589afb0fad9852e04bcbfc31888
# found by constant in round 4 of evolve-1-1, of 584dd222979d510001603bff3cdfade5
def found_96(I):
    x1 = objects(I, F, F, F)
    x2 = argmax(x1, mostcolor)
    O = cover(I, x2)
    return O

# learned on 93b9c589afb0fad9852e04bcbfc31888
# found by crossover in round 4 of evolve-1-1, of 584dd222979d510001603bff3cdfade5 and f42f3b1c07ba8d871df8664fc02e387f
def found_97(I):
    x1 = objects(I, F, F, F)
    x2 = argmax(x1, normalize)
    O = cover(I, x2)
    return O

# learned on 941404107d677a33a07eb2d5da1a0cc3
# found by crossover in round 4 of evolve-1-1, of 240e3829c596d3d36bfbb99484600741 and dce62d95e25fea8569ca38da554029cf
def found_98(I):
    O = replace(I, SEVEN, FIVE)
    return O

# learned on 941404107d677a33a07eb2d5da1a0cc3
# found by constant in round 8 of evolve-1-1, of fc0db0926de7dd21ea086c1b6704c423
def found_99(I):
    O = switch(I, SEVEN, FIVE)
    return O

# learned on 95d39b49d2935517bf72196b6716c1f3
# found by rewire in round 37 of evolve-1-1, of 7c34b17cc80d60cba37d893706b4a276
def found_100(S, I, C):
    x1 = compose(palette, last)
    x2 = mapply(x1, S)
    x3 = initset(x2)
    x4 = merge(x3)
    x5 = compose(palette, first)
    x6 = mapply(x5, S)
    x7 = initset(x6)
    x8 = merge(x7)
    x9 = difference(x4, x8)
    x10 = first(x9)
    x11 = compose(backdrop, delta)
    x12 = objects(I, T, T, T)
    x13 = mapply(x11, x12)
    x14 = underfill(I, x10, x13)
    x15 = leastcolor(I)
    x16 = mostcolor(I)
    O = replace(x14, x15, x16)
    return O

# learned on 95d39b49d2935517bf72196b6716c1f3
# found by constant in round 31 of evolve-1-1, of dba7160d482c0fe106fb0ec598cca0d4
def found_101(S, I, C):
    x1 = compose(palette, last)
    x2 = mapply(x1, S)
    x3 = initset(x2)
    x4 = merge(x3)
    x5 = compose(palette, first)
    x6 = mapply(x5, S)
    x7 = initset(x6)
    x8 = merge(x7)
    x9 = difference(x4, x8)
    x10 = first(x9)
    x11 = compose(backdrop, inbox)
    x12 = objects(I, T, T, T)
    x13 = mapply(x11, x12)
    x14 = underfill(I, x10, x13)
    x15 = leastcolor(I)
    x16 = mostcolor(x14)
    O = replace(x14, x15, x16)
    return O

# learned on 9800d89ee645276e4d526be99dfaf648
# found by crossover in round 14 of evolve-1-1, of 8325ab02529c2786808cf08b2feb3330 and 63e96af1dc288f662d39fdd569b5764d
def found_102(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, delta)
    x3 = color(x2)
    O = canvas(x3, UNITY)
    return O

# learned on 9800d89ee645276e4d526be99dfaf648
# found by crossover in round 12 of evolve-1-1, of 42a1f26f3feab23fbb9ee06538a2d868 and 4b8335c0a44ef5f0f0c35d34debfe060
def found_103(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, delta)
    x3 = color(x2)
    O = canvas(x3, UNITY)
    return O

# learned on 9f27ceb59df14889ae4c62e7f3a34c28
# found by rewire in round 25 of evolve-1-1, of b4dc29b7de9493916285fe92e0f8a4e5
def found_104(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(outbox, x1)
    x3 = fill(I, THREE, x2)
    x4 = mostcolor(I)
    x5 = replace(x3, x4, x4)
    x6 = objects(x5, T, F, F)
    x7 = colorfilter(x6, x4)
    x8 = rbind(bordering, x3)
    x9 = compose(flip, x8)
    x10 = mfilter(x7, x9)
    x11 = recolor(FOUR, x10)
    O = fill(x5, FOUR, x11)
    return O

# learned on 9f27ceb59df14889ae4c62e7f3a34c28
# found by rewire in round 20 of evolve-1-1, of af89f9a629ba241058a0dab4da3dc472
def found_105(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(outbox, x1)
    x3 = fill(I, THREE, x2)
    x4 = mostcolor(I)
    x5 = replace(x3, x4, x4)
    x6 = objects(x5, T, F, F)
    x7 = colorfilter(x6, x4)
    x8 = rbind(bordering, x5)
    x9 = compose(flip, x8)
    x10 = mfilter(x7, x9)
    x11 = recolor(FOUR, x10)
    O = fill(x5, FOUR, x11)
    return O

# learned on a4185b974946b6be8c43fe3872763618
# found by remove in round 7 of evolve-1-1, of df0135f23f2ba66ec336097efae15b64
def found_106(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(inbox, x1)
    O = fill(I, ONE, x2)
    return O

# learned on a4185b974946b6be8c43fe3872763618
# found by constant in round 8 of evolve-1-1, of 2c90ed611b8bf7dc336221f678206069
def found_107(I):
    x1 = objects(I, T, T, T)
    x2 = mapply(inbox, x1)
    O = fill(I, ONE, x2)
    return O

# learned on aaeab94de0155d3eacbc682cf60cd08f
# found by constant in round 22 of evolve-1-1, of 7dcfd64ed2e89932b9191b0acf8edd42
def found_108(I):
    x1 = tophalf(I)
    x2 = cellwise(x1, I, TEN)
    x3 = bottomhalf(I)
    x4 = objects(x3, F, F, F)
    x5 = argmax(x4, size)
    O = underpaint(x2, x5)
    return O

# learned on aaeab94de0155d3eacbc682cf60cd08f
# found by constant in round 13 of evolve-1-1, of 7352ce2da25c058550183e5a5782b3b8
def found_109(I):
    x1 = vsplit(I, TWO)
    x2 = first(x1)
    x3 = bottomhalf(I)
    x4 = objects(x3, F, F, F)
    x5 = argmax(x4, size)
    O = underpaint(x2, x5)
    return O

# learned on b959c2cce28d2d34bf839051f01a7df7
# found by crossover in round 3 of evolve-1-1, of 33c3904e51f0126877228c9892951471 and 65c91cb77edda612b007970409450d32
def found_110(I):
    x1 = rbind(shoot, DOWN)
    x2 = compose(x1, ulcorner)
    x3 = fork(recolor, color, x2)
    x4 = objects(I, T, T, T)
    x5 = mapply(x3, x4)
    O = underpaint(I, x5)
    return O

# learned on b959c2cce28d2d34bf839051f01a7df7
# found by remove in round 38 of evolve-1-1, of 44b87f71db0b6d6c9db0427740071739
def found_111(I):
    x1 = rbind(shoot, DOWN)
    x2 = compose(x1, center)
    x3 = fork(recolor, color, x2)
    x4 = objects(I, T, F, T)
    x5 = mapply(x3, x4)
    O = paint(I, x5)
    return O

# learned on c281f61c9588f6c3e8ea6ae15e12d974
# found by crossover in round 3 of evolve-1-1, of a0cc5b8d50c28462132a449b995a0926 and b26d2df855b8a6a616e5b780d232a9d7
def found_112(I):
    x1 = replace(I, FIVE, ZERO)
    O = hmirror(x1)
    return O

# learned on c281f61c9588f6c3e8ea6ae15e12d974
# found by constant in round 10 of evolve-1-1, of cdc737b808fc0ace40d6c259a2304db2
def found_113(I):
    x1 = replace(I, SEVEN, SEVEN)
    O = hmirror(x1)
    return O

# learned on c30dfe6595ba1dd7f29c3b4e1e9add0b
# found by rewire in round 8 of evolve-1-1, of 8be803d184b7f6c155e347c7e309bdca
def found_114(I):
    x1 = rot180(I)
    x2 = asobject(I)
    O = underpaint(x1, x2)
    return O

# learned on c97bb412a677cff3fadfc49f746aab1b
# found by primitive in round 4 of evolve-1-1, of f97495a917c3018e8d171cdb86aedab0
def found_115(I):
    O = switch(I, FIVE, EIGHT)
    return O

# learned on c97bb412a677cff3fadfc49f746aab1b
# found by constant in round 20 of evolve-1-1, of e0326fb844ecc7e011e32858e1e61938
def found_116(I):
    x1 = replace(I, SIX, SIX)
    O = switch(x1, FIVE, EIGHT)
    return O

# learned on ca6154ace37c28e73d0c0c74ea8e0383
# found by rewire in round 2 of evolve-1-1, of 57cef930525129f521f9bf72cd51ae73
def found_117(I):
    x1 = objects(I, F, F, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

# learned on ca6154ace37c28e73d0c0c74ea8e0383
# found by rewire in round 2 of evolve-1-1, of 57cef930525129f521f9bf72cd51ae73
def found_118(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

# learned on cd82ce20b6e7b6794ee0f905bd0df56b
# found by crossover in round 40 of evolve-1-1, of 8cb5df1c2d4c8c972a8cb64c733b974b and a89c9b4f8f8c0b1b0522c1bb4a61bbef
def found_119(S, I, C):
    x1 = rbind(shoot, DOWN_LEFT)
    x2 = compose(x1, ulcorner)
    x3 = fork(recolor, color, x2)
    x4 = objects(I, T, F, T)
    x5 = mapply(x3, x4)
    x6 = underpaint(I, x5)
    x7 = dmirror(x6)
    x8 = replace(x7, FOUR, FOUR)
    x9 = asobject(x8)
    x10 = underpaint(x6, x9)
    x11 = asobject(x10)
    x12 = underpaint(I, x11)
    x13 = objects(x12, T, F, T)
    x14 = mapply(x3, x13)
    x15 = underpaint(x12, x14)
    x16 = compose(leastcolor, last)
    x17 = apply(x16, S)
    x18 = mostcommon(x17)
    x19 = switch(x15, x18, x18)
    x20 = asobject(x19)
    x21 = underpaint(x12, x20)
    O = underpaint(x21, x20)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by rewire in round 6 of evolve-1-1, of 491c27336d5455685e391f08a4d43cc2
def found_120(I):
    x1 = compress(I)
    O = hconcat(x1, x1)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by constant in round 30 of evolve-1-1, of 306bd90c61a931401d4fa32dbd212a42
def found_121(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, corners)
    x3 = subgrid(x2, I)
    O = hconcat(x3, x3)
    return O

# learned on d89a15b165ae094c39741363ff02f515
# found by constant in round 2 of evolve-1-1, of 47559542474a7fff87d2c5cccc21cc76
def found_122(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    O = cellwise(x1, x2, THREE)
    return O

# learned on d89a15b165ae094c39741363ff02f515
# found by constant in round 41 of evolve-1-1, of fdbd2c5ce7f98719da769fc5358b6092
def found_123(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = cellwise(x1, x2, SEVEN)
    O = cellwise(x1, x3, THREE)
    return O

# learned on db2f6c66dc68f010a0a4fe748632191d
# found by crossover in round 23 of evolve-1-1, of ef81547940b2b6edf87b6a6ca0966c6e and 31646dc07d1e2df13c24184bb7e9c0d1
def found_124(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = argmin(x3, vline)
    x5 = underfill(I, x1, x4)
    x6 = replace(x5, FIVE, FOUR)
    x7 = leastcolor(x6)
    x8 = ofcolor(x6, x7)
    x9 = prapply(connect, x8, x8)
    x10 = argmin(x9, vline)
    x11 = underfill(x6, x7, x10)
    x12 = leastcolor(x11)
    x13 = ofcolor(x11, x12)
    x14 = prapply(connect, x13, x13)
    x15 = argmin(x14, vline)
    x16 = underfill(x11, x12, x15)
    x17 = leastcolor(x16)
    x18 = ofcolor(x16, x17)
    x19 = prapply(connect, x18, x18)
    x20 = argmin(x19, vline)
    O = underfill(x16, x17, x20)
    return O

# learned on db2f6c66dc68f010a0a4fe748632191d
# found by constant in round 21 of evolve-1-1, of a5a898f5e6874c25beadea67ab8ca80f
def found_125(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = fork(both, vline, hline)
    x5 = argmin(x3, x4)
    x6 = underfill(I, x1, x5)
    x7 = leastcolor(x6)
    x8 = ofcolor(x6, x7)
    x9 = prapply(connect, x8, x8)
    x10 = argmin(x9, x4)
    x11 = underfill(x6, x7, x10)
    x12 = leastcolor(x11)
    x13 = ofcolor(x11, x12)
    x14 = prapply(connect, x13, x13)
    x15 = argmin(x14, x4)
    x16 = underfill(x11, x12, x15)
    x17 = leastcolor(x16)
    x18 = ofcolor(x16, x17)
    x19 = prapply(connect, x18, x18)
    x20 = argmin(x19, x4)
    O = underfill(x16, x17, x20)
    return O

# learned on dc7e7f850d8ed515e005c8abb96d1ace
# found by remove in round 19 of evolve-1-1, of 26fd5f5704967804428ea8c4fde2df25
def found_126(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = mfilter(x3, hline)
    x5 = fill(I, x1, x4)
    x6 = leastcolor(x5)
    x7 = ofcolor(x5, x6)
    x8 = prapply(connect, x7, x7)
    x9 = mfilter(x8, hline)
    O = fill(x5, x6, x9)
    return O

# learned on dc7e7f850d8ed515e005c8abb96d1ace
# found by crossover in round 24 of evolve-1-1, of 4e37f910f99e8c14ecc19a52adbc0e9e and eb8ca56ed0f58f682b6b95bbb05283a1
def found_127(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = mfilter(x3, hline)
    x5 = fill(I, x1, x4)
    x6 = leastcolor(x5)
    x7 = ofcolor(x5, x6)
    x8 = prapply(connect, x7, x7)
    x9 = mfilter(x8, hline)
    x10 = fill(x5, x6, x9)
    O = switch(x10, x1, x1)
    return O

# learned on dfc5d30ec88256d170d477db82690c11
# found by crossover in round 24 of evolve-1-1, of aed7013a2e51c89adb6834e14c52f42a and 586c194c2f0f702f5402a763b025247c
def found_128(I):
    x1 = ofcolor(I, EIGHT)
    x2 = prapply(connect, x1, x1)
    x3 = fork(either, vline, hline)
    x4 = mfilter(x2, x3)
    x5 = underfill(I, EIGHT, x4)
    O = replace(x5, TEN, EIGHT)
    return O

# learned on dfc5d30ec88256d170d477db82690c11
# found by primitive in round 2 of evolve-1-1, of fbe7458c405caf1448197cf59def71a0
def found_129(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = prapply(connect, x2, x2)
    x4 = fork(either, vline, hline)
    x5 = mfilter(x3, x4)
    O = fill(I, x1, x5)
    return O

# learned on e9c962c9823a426431736bd2e9e60b15
# found by constant in round 7 of evolve-1-1, of 5a105febcd699fb0e99c4dd2883c9d93
def found_130(I):
    x1 = vmirror(I)
    O = replace(x1, THREE, SEVEN)
    return O

# learned on e9c962c9823a426431736bd2e9e60b15
# found by crossover in round 2 of evolve-1-1, of 638789b04580a889d7a41be9c103fe26 and b26d2df855b8a6a616e5b780d232a9d7
def found_131(I):
    x1 = replace(I, FIVE, ZERO)
    O = vmirror(x1)
    return O

# learned on f10dddc271cfaaa69b2800cace4395bc
# found by constant in round 4 of evolve-1-1, of febd1bf1ff69d5cf3613f5902167fd47
def found_132(I):
    O = replace(I, SIX, TWO)
    return O

# learned on f10dddc271cfaaa69b2800cace4395bc
# found by primitive in round 5 of evolve-1-1, of b5f1a639015ef4c7d5f85e3c9d00aba7
def found_133(I):
    O = switch(I, SIX, TWO)
    return O

# learned on f19aaf37a46720f15689e679286fa5e6
# found by constant in round 24 of evolve-1-1, of fa91f971933b6f90e3feabe5975e1aa0
def found_134(I):
    x1 = replace(I, ZERO, SIX)
    x2 = objects(x1, T, T, T)
    x3 = argmax(x2, size)
    O = subgrid(x3, I)
    return O

# learned on fa689e567c4fcbaf28f889e1795713d6
# found by constant in round 2 of evolve-1-1, of 133b770106b08ba5b54108b36b05f290
def found_135(I):
    x1 = objects(I, F, F, F)
    x2 = argmax(x1, vline)
    O = move(I, x2, DOWN)
    return O

# learned on fa689e567c4fcbaf28f889e1795713d6
# found by constant in round 7 of evolve-1-1, of 78b0bd0a12fe3a00daf58b858c3583b7
def found_136(I):
    x1 = objects(I, F, F, F)
    x2 = argmax(x1, size)
    O = move(I, x2, DOWN)
    return O
