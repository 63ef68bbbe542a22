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

# learned on 45c05e6d6f41eb5e566912595d0fe94b ddb82a432fa3cecb8e06bded9eb7ac7a ff310b3247645ade408552137faacd61
# found by remove in round 30 of evolve-1-1, of eb64369d55afcd03f6d93eda2b236f71
def found_4(S, I, C):
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
def found_5(S, I, C):
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
# found by insert in round 31 of evolve-1-1, of 647f67a240fcdaa61aac338228622d32
def found_6(I):
    x1 = dmirror(I)
    O = replace(x1, FOUR, FOUR)
    return O

# learned on 08e1397869014fb8341e844480e02e6e c30dfe6595ba1dd7f29c3b4e1e9add0b
# found by primitive in round 3 of evolve-1-1, of 2999f31f9e84e874ee74557105e30c34
def found_7(I):
    x1 = hmirror(I)
    x2 = asobject(x1)
    O = underpaint(I, x2)
    return O

# learned on 3cc80ba4361986e43392b07f9bb2f9e5 bf14f308b88ea36164a656caa7dee656
# found by constant in round 29 of evolve-1-1, of 44d5d49d362a65a663ca166473d47ac7
def found_8(I):
    x1 = rot180(I)
    O = replace(x1, ONE, ONE)
    return O

# learned on 3cc80ba4361986e43392b07f9bb2f9e5 bf14f308b88ea36164a656caa7dee656
# found by constant in round 23 of evolve-1-1, of 9f5c61e495b91666e4a2519c07b65bde
def found_9(I):
    x1 = rot180(I)
    O = replace(x1, SIX, SIX)
    return O

# learned on 3ed5e20318f38ec43d103087eff7d86f 462cdf7a075a5e61a063505d401d025d
# found by constant in round 20 of evolve-1-1, of a4a5d18d97870ffac483e9f89e3ea378
def found_10(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    O = replace(x4, TEN, SIX)
    return O

# learned on 462cdf7a075a5e61a063505d401d025d 762118854f9621ab07bce392467d6a8b
# found by constant in round 10 of evolve-1-1, of 3d1024a7cbb53efbbed39b9625c4923e
def found_11(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    O = replace(x4, FIVE, TWO)
    return O

# learned on 462cdf7a075a5e61a063505d401d025d 762118854f9621ab07bce392467d6a8b
# found by crossover in round 2 of evolve-1-1, of b26d2df855b8a6a616e5b780d232a9d7 and c58cf1909c0ff893c7210ad8dd575ede
def found_12(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    O = replace(x4, FIVE, ZERO)
    return O

# learned on 47104023d9a8fa96bad3130eb8c45192 e0a6f4f7bb243f880bffc8873b13375a
# found by rewire in round 15 of evolve-1-1, of 97eace6c6ed607c3e46149b544e21b2c
def found_13(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    O = replace(x2, FIVE, FIVE)
    return O

# learned on 47104023d9a8fa96bad3130eb8c45192 e0a6f4f7bb243f880bffc8873b13375a
# found by constant in round 10 of evolve-1-1, of 832b95c9d3cf6752994b54bcad0991f7
def found_14(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    O = replace(x2, FIVE, SEVEN)
    return O

# learned on 4c17a39e0e41991ecf751c03cd49be86 d0b052e2694dfb910901cda5278d0946
# found by insert in round 2 of evolve-1-1, of 334a09fac003a5a0c021ae2e725d845e
def found_15(I):
    x1 = dedupe(I)
    x2 = dmirror(x1)
    x3 = dedupe(x2)
    x4 = dedupe(x3)
    O = dmirror(x4)
    return O

# learned on 4c17a39e0e41991ecf751c03cd49be86 d0b052e2694dfb910901cda5278d0946
# found by primitive in round 3 of evolve-1-1, of abd987e2b2deefa7e2b3880d02f430a2
def found_16(I):
    x1 = dedupe(I)
    x2 = dmirror(x1)
    x3 = identity(x2)
    x4 = dedupe(x3)
    O = dmirror(x4)
    return O

# learned on 4e2a2909db859b8786915df75ed13f74 f9f1b5d40dc59b77dc904c56f90e88c3
# found by constant in round 30 of evolve-1-1, of 475db6026f1a98ee299c6b01667b2d8d
def found_17(I):
    x1 = hmirror(I)
    x2 = vconcat(I, x1)
    O = replace(x2, TEN, TWO)
    return O

# learned on 4e2a2909db859b8786915df75ed13f74 f9f1b5d40dc59b77dc904c56f90e88c3
# found by constant in round 15 of evolve-1-1, of 4775a781a675bf962a8a5c40b54d1cb3
def found_18(I):
    x1 = hmirror(I)
    x2 = vconcat(I, x1)
    O = replace(x2, TWO, TWO)
    return O

# learned on 5430c25075f7acb9c4c3fe9880f3e8f3 9ee4420a3f32d423a1377ab40a7bce19
# found by constant in round 10 of evolve-1-1, of de78155992638c1c9f3469d16b9834a3
def found_19(I):
    x1 = objects(I, T, T, T)
    x2 = size(x1)
    O = upscale(I, x2)
    return O

# learned on 67bd55061860d1a352b5ba188a058404 aef1869c22fb2765a0f168b6cc39c3cc
# found by crossover in round 24 of evolve-1-1, of 5b97a3f7a0f345b821cc598e5fd1f242 and 49cb5ab70377b11235722bf54efb8cd4
def found_20(I):
    x1 = cellwise(I, I, NEG_ONE)
    x2 = rot90(x1)
    x3 = hconcat(x1, x2)
    x4 = rot270(x1)
    x5 = rot180(x1)
    x6 = hconcat(x4, x5)
    O = vconcat(x3, x6)
    return O

# learned on 67bd55061860d1a352b5ba188a058404 aef1869c22fb2765a0f168b6cc39c3cc
# found by constant in round 16 of evolve-1-1, of 5f3a5147c826ef0457a9fb9ecaa556f9
def found_21(I):
    x1 = cellwise(I, I, NEG_TWO)
    x2 = rot90(x1)
    x3 = hconcat(x1, x2)
    x4 = rot270(x1)
    x5 = rot180(x1)
    x6 = hconcat(x4, x5)
    O = vconcat(x3, x6)
    return O

# learned on 73d7adef27854df9a7d457f649a8811b 9ee4420a3f32d423a1377ab40a7bce19
# found by compute in round 10 of evolve-1-1, of 91e7137889254c6e1b01ada60019b1ae
def found_22(I):
    x1 = numcolors(I)
    x2 = decrement(x1)
    x3 = vupscale(I, x2)
    O = hupscale(x3, x2)
    return O

# learned on 73d7adef27854df9a7d457f649a8811b 9ee4420a3f32d423a1377ab40a7bce19
# found by insert in round 3 of evolve-1-1, of 16a5a0feeccf0b8486b990518e761b8b
def found_23(I):
    x1 = numcolors(I)
    x2 = identity(x1)
    x3 = decrement(x2)
    O = upscale(I, x3)
    return O

# learned on b3b878bac6477300a3055dfd6920719a ebc2295ec3f37fc602865eaba75e835a
# found by crossover in round 5 of evolve-1-1, of 33382cccb9bc50c2815e74dd115df1e6 and 4cd8438a02cfa7a47f8113dddc5954e6
def found_24(S, I, C):
    x1 = tophalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = apply(size, S)
    x5 = mostcommon(x4)
    x6 = ofcolor(x1, ZERO)
    x7 = bottomhalf(I)
    x8 = ofcolor(x7, ZERO)
    x9 = intersection(x6, x8)
    O = fill(x3, x5, x9)
    return O

# learned on b3b878bac6477300a3055dfd6920719a ebc2295ec3f37fc602865eaba75e835a
# found by insert in round 3 of evolve-1-1, of b88b031e66c5e5ddd818c445ad2ae1a1
def found_25(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = colorcount(x2, ZERO)
    x4 = tophalf(I)
    x5 = shape(x4)
    x6 = canvas(x3, x5)
    x7 = ofcolor(x4, x3)
    x8 = bottomhalf(I)
    x9 = ofcolor(x8, x3)
    x10 = intersection(x7, x9)
    O = fill(x6, TWO, x10)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by crossover in round 8 of evolve-1-1, of 65238dda976cc9093aca67739f1ad3db and e2b109cc68a1c7e1d38a07df65b34fd7
def found_26(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, center)
    x3 = subgrid(x2, I)
    O = upscale(x3, TWO)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by crossover in round 4 of evolve-1-1, of 7534f6a5bb1ed4e7fc8706e935fa2751 and 8ad2bd8c56e0af7dbc02e559f7429a55
def found_27(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, hline)
    x3 = subgrid(x2, I)
    O = upscale(x3, TWO)
    return O

# learned on 00ee3e3b5d059aa425f0b16ba8fdbee4
# found by rewire in round 4 of evolve-1-1, of 7ec17c2688324aa0c16503782915cb52
def found_28(I):
    x1 = dedupe(I)
    O = dmirror(x1)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094
# found by crossover in round 30 of evolve-1-1, of d5968d07025229a136377427e83e5d97 and bbc6e1c6b7c7289d2ed73fde92de5037
def found_29(S, I, C):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = last(S)
    x4 = last(x3)
    O = subgrid(x2, x4)
    return O

# learned on 08e1397869014fb8341e844480e02e6e
# found by insert in round 3 of evolve-1-1, of 16938d85ed228ce5d4494fa19a98098a
def found_30(I):
    x1 = bottomhalf(I)
    x2 = hmirror(x1)
    O = vconcat(x2, x1)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by constant in round 10 of evolve-1-1, of 1522edffdcbf89b46f6b39bbd85e5b06
def found_31(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, color)
    O = subgrid(x2, I)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by constant in round 31 of evolve-1-1, of 24be73af404ee57f29b4bd72004fc5b3
def found_32(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, palette)
    O = subgrid(x2, I)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by insert in round 6 of evolve-1-1, of 7b54059ab00d28423ca61f6ebcc009f5
def found_33(I):
    x1 = vmirror(I)
    x2 = fgpartition(x1)
    x3 = merge(x2)
    O = subgrid(x3, x1)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by crossover in round 7 of evolve-1-1, of 50895e0f4ef0699e1060b6f9b9bce7d9 and 44fee8da68990dde6866384b0bd09582
def found_34(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    O = vmirror(x3)
    return O

# learned on 21606c8fd2d126aec10862cb476e8a18
# found by insert in round 2 of evolve-1-1, of 525265875e4c9ffe38737a1c6ffd1525
def found_35(I):
    x1 = dmirror(I)
    O = hmirror(x1)
    return O

# learned on 21606c8fd2d126aec10862cb476e8a18
# found by crossover in round 4 of evolve-1-1, of 546c4b20b74aa6ade34ea23039280b81 and 4f89f50f8b7cabfd8dfb995e0b11b9fd
def found_36(I):
    x1 = rot90(I)
    O = rot180(x1)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2
# found by constant in round 4 of evolve-1-1, of b88b031e66c5e5ddd818c445ad2ae1a1
def found_37(I):
    x1 = tophalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(x1, ZERO)
    x5 = bottomhalf(I)
    x6 = ofcolor(x5, ZERO)
    x7 = intersection(x4, x6)
    O = fill(x3, THREE, x7)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2
# found by compute in round 11 of evolve-1-1, of f48f156dbc87e14c74d1d0809523bcc5
def found_38(S, I, C):
    x1 = compose(mostcolor, first)
    x2 = apply(x1, S)
    x3 = mostcommon(x2)
    x4 = tophalf(I)
    x5 = shape(x4)
    x6 = canvas(x3, x5)
    x7 = ofcolor(x4, x3)
    x8 = bottomhalf(I)
    x9 = ofcolor(x8, x3)
    x10 = intersection(x7, x9)
    O = fill(x6, THREE, x10)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by rewire in round 7 of evolve-1-1, of 38e9fbcdd826737516c439dcc961740d
def found_39(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, center)
    O = subgrid(x2, I)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by constant in round 7 of evolve-1-1, of 48bf0a3006078d51f7ba7c9742aa9963
def found_40(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, corners)
    O = subgrid(x2, I)
    return O

# learned on 3ed5e20318f38ec43d103087eff7d86f
# found by crossover in round 20 of evolve-1-1, of 1562cda2488f02d6757ac2f223c3e328 and d64b24cbbe3533bd02829f4265a5d913
def found_41(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    x4 = vconcat(x2, x3)
    O = replace(x4, ZERO, EIGHT)
    return O

# learned on 45c05e6d6f41eb5e566912595d0fe94b
# found by constant in round 5 of evolve-1-1, of 99a426f2c5d491511fefedfdd8153d48
def found_42(I):
    x1 = objects(I, T, T, T)
    x2 = mapply(delta, x1)
    O = fill(I, TWO, x2)
    return O

# learned on 45c05e6d6f41eb5e566912595d0fe94b
# found by primitive in round 10 of evolve-1-1, of 99a426f2c5d491511fefedfdd8153d48
def found_43(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(delta, x1)
    O = underfill(I, TWO, x2)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by crossover in round 28 of evolve-1-1, of 52879fb25fa88c70a05ee89022caece2 and e438906580825d0d444a061830fd7a6e
def found_44(I):
    x1 = tophalf(I)
    x2 = mostcolor(x1)
    x3 = objects(I, T, F, F)
    x4 = colorfilter(x3, ZERO)
    x5 = rbind(bordering, I)
    x6 = compose(flip, x5)
    x7 = mfilter(x4, x6)
    x8 = recolor(x2, x7)
    O = fill(I, ONE, x8)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by constant in round 3 of evolve-1-1, of ff61cb462ff7015853eb9e0a136a41de
def found_45(I):
    x1 = objects(I, T, F, T)
    x2 = size(x1)
    x3 = objects(I, T, F, F)
    x4 = colorfilter(x3, ZERO)
    x5 = rbind(bordering, I)
    x6 = compose(flip, x5)
    x7 = mfilter(x4, x6)
    x8 = recolor(x2, x7)
    O = fill(I, ONE, x8)
    return O

# learned on 47104023d9a8fa96bad3130eb8c45192
# found by constant in round 10 of evolve-1-1, of 5c66070cc2effc0132aac0401c5f356c
def found_46(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    O = switch(x2, SIX, NINE)
    return O

# learned on 4c17a39e0e41991ecf751c03cd49be86
# found by rewire in round 27 of evolve-1-1, of ce428eb11f71cb80d89245e02ee098bd
def found_47(I):
    x1 = dmirror(I)
    x2 = dedupe(x1)
    O = dmirror(x2)
    return O

# learned on 4c17a39e0e41991ecf751c03cd49be86
# found by primitive in round 9 of evolve-1-1, of 334a09fac003a5a0c021ae2e725d845e
def found_48(I):
    x1 = identity(I)
    x2 = dmirror(x1)
    x3 = dedupe(x2)
    O = dmirror(x3)
    return O

# learned on 50131b5cd6a6bf62bb59ed9a76c4a666
# found by constant in round 3 of evolve-1-1, of 7790e7593b4d982114b436d5c404e1b1
def found_49(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = fgpartition(x3)
    x5 = merge(x4)
    O = subgrid(x5, x3)
    return O

# learned on 5430c25075f7acb9c4c3fe9880f3e8f3
# found by remove in round 2 of evolve-1-1, of 1a3644ce1a66209bf8eb419d214ddba1
def found_50(I):
    x1 = vupscale(I, THREE)
    O = hupscale(x1, THREE)
    return O

# learned on 55845fb3084ed863fb236067863ea9d1
# found by compute in round 4 of evolve-1-1, of 7c4ca0ccbbc8fc4886919640ba73d1f6
def found_51(I):
    x1 = numcolors(I)
    x2 = decrement(x1)
    x3 = compose(backdrop, inbox)
    x4 = objects(I, T, F, T)
    x5 = mapply(x3, x4)
    O = fill(I, x2, x5)
    return O

# learned on 57cef1d70d445c7925afd91689f067d8
# found by crossover in round 8 of evolve-1-1, of d9c76f02f1a99a4d844a850054a77f4c and a22314b448d917907212799c518fd89a
def found_52(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, T, T)
    x3 = mapply(x1, x2)
    O = fill(I, TWO, x3)
    return O

# learned on 57cef1d70d445c7925afd91689f067d8
# found by constant in round 8 of evolve-1-1, of d9c76f02f1a99a4d844a850054a77f4c
def found_53(I):
    x1 = objects(I, T, T, T)
    x2 = size(x1)
    x3 = compose(backdrop, inbox)
    x4 = mapply(x3, x1)
    O = fill(I, x2, x4)
    return O

# learned on 6d32bc1f43edbb9fb7cb4368bd139d58
# found by insert in round 5 of evolve-1-1, of 5e5979fdd468ea4a3d52437a103057a0
def found_54(I):
    x1 = identity(I)
    O = compress(x1)
    return O

# learned on 7249d3cfb49959f3c24e9f2cca807048
# found by rewire in round 9 of evolve-1-1, of bdd6cb38a76e7f8641f46ab61ec550a5
def found_55(I):
    x1 = hmirror(I)
    x2 = identity(I)
    O = vconcat(x1, x2)
    return O

# learned on 7249d3cfb49959f3c24e9f2cca807048
# found by constant in round 12 of evolve-1-1, of b0d64386193144f62f12fafe57b4e8f5
def found_56(I):
    x1 = cellwise(I, I, THREE)
    x2 = hmirror(x1)
    O = vconcat(x2, x1)
    return O

# learned on 780ff4975c2bad407cf2afadfed75378
# found by rewire in round 15 of evolve-1-1, of ff61cb462ff7015853eb9e0a136a41de
def found_57(I):
    x1 = objects(I, T, F, F)
    x2 = size(x1)
    x3 = colorfilter(x1, ZERO)
    x4 = rbind(bordering, I)
    x5 = compose(flip, x4)
    x6 = mfilter(x3, x5)
    x7 = recolor(x2, x6)
    O = fill(I, FOUR, x7)
    return O

# learned on 780ff4975c2bad407cf2afadfed75378
# found by insert in round 2 of evolve-1-1, of c2fd63399d5e098fd14a44c74fdd33a4
def found_58(I):
    x1 = objects(I, T, F, T)
    x2 = size(x1)
    x3 = objects(I, T, F, F)
    x4 = colorfilter(x3, ZERO)
    x5 = rbind(bordering, I)
    x6 = compose(flip, x5)
    x7 = mfilter(x4, x6)
    x8 = recolor(x2, x7)
    O = fill(I, FOUR, x8)
    return O

# learned on 7fed5a2e95a016effe3b50b55784e20f
# found by rewire in round 4 of evolve-1-1, of a4cea578662aead66dbb617cbc042e19
def found_59(I):
    x1 = cellwise(I, I, ZERO)
    O = hconcat(x1, I)
    return O

# learned on 7fed5a2e95a016effe3b50b55784e20f
# found by rewire in round 18 of evolve-1-1, of 9489efb551bb1c7ff6c9ffd79333a96a
def found_60(I):
    x1 = hconcat(I, I)
    O = switch(x1, ONE, ONE)
    return O

# learned on 8f82a1dd211e030ddd2aa301528deb9c
# found by crossover in round 3 of evolve-1-1, of 05c9db1afb5fe03a77864928ec8fe477 and b4b8ba79bc7794b781c39c095e6d9588
def found_61(I):
    x1 = objects(I, F, F, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = mostcolor(x3)
    x5 = leastcolor(x3)
    O = switch(x3, x4, x5)
    return O

# learned on 8f82a1dd211e030ddd2aa301528deb9c
# found by crossover in round 4 of evolve-1-1, of a33607d83ddd75d9677f53b278b40146 and c9965992581844497ae5db3b97b386a9
def found_62(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = mostcolor(x3)
    x5 = leastcolor(x3)
    O = switch(x3, x4, x5)
    return O

# learned on 90273aba0b15f2e045c620a2812e5448
# found by constant in round 5 of evolve-1-1, of 91e7137889254c6e1b01ada60019b1ae
def found_63(I):
    x1 = vupscale(I, TWO)
    O = hupscale(x1, TWO)
    return O

# learned on 90273aba0b15f2e045c620a2812e5448
# found by constant in round 25 of evolve-1-1, of 65238dda976cc9093aca67739f1ad3db
def found_64(I):
    x1 = objects(I, F, F, F)
    x2 = argmin(x1, hline)
    x3 = subgrid(x2, I)
    O = upscale(x3, TWO)
    return O

# learned on 92da808bee7a4afb7229131ea4ab4960
# found by constant in round 2 of evolve-1-1, of 7c4ca0ccbbc8fc4886919640ba73d1f6
def found_65(I):
    x1 = compose(backdrop, inbox)
    x2 = objects(I, T, T, T)
    x3 = mapply(x1, x2)
    O = fill(I, EIGHT, x3)
    return O

# learned on 93b9c589afb0fad9852e04bcbfc31888
# found by compute in round 4 of evolve-1-1, of e029a3b893591d452a51b0443a2ad518
def found_66(I):
    x1 = objects(I, F, F, F)
    x2 = merge(x1)
    x3 = shape(I)
    O = move(I, x2, x3)
    return O

# learned on 93b9c589afb0fad9852e04bcbfc31888
# found by compute in round 2 of evolve-1-1, of 51c9505558b75f326e78fe829ca49863
def found_67(I):
    x1 = objects(I, T, T, T)
    x2 = merge(x1)
    x3 = shape(I)
    O = move(I, x2, x3)
    return O

# learned on 9ee4420a3f32d423a1377ab40a7bce19
# found by compute in round 5 of evolve-1-1, of 7534f6a5bb1ed4e7fc8706e935fa2751
def found_68(I):
    x1 = objects(I, T, F, T)
    x2 = size(x1)
    O = upscale(I, x2)
    return O

# learned on b959c2cce28d2d34bf839051f01a7df7
# found by rewire in round 3 of evolve-1-1, of 86d34e7758dfdb66686bd35f758764d1
def found_69(I):
    x1 = rbind(shoot, DOWN)
    x2 = compose(x1, ulcorner)
    x3 = fork(recolor, color, x2)
    x4 = objects(I, F, F, T)
    x5 = mapply(x3, x4)
    O = paint(I, x5)
    return O

# learned on c281f61c9588f6c3e8ea6ae15e12d974
# found by constant in round 19 of evolve-1-1, of cf9bd1a103cb8a84e4ceae9541527694
def found_70(I):
    x1 = hmirror(I)
    O = replace(x1, NINE, NINE)
    return O

# learned on c281f61c9588f6c3e8ea6ae15e12d974
# found by remove in round 28 of evolve-1-1, of 475db6026f1a98ee299c6b01667b2d8d
def found_71(I):
    x1 = hmirror(I)
    O = replace(x1, TEN, FOUR)
    return O

# learned on c30dfe6595ba1dd7f29c3b4e1e9add0b
# found by rewire in round 8 of evolve-1-1, of 8be803d184b7f6c155e347c7e309bdca
def found_72(I):
    x1 = rot180(I)
    x2 = asobject(I)
    O = underpaint(x1, x2)
    return O

# learned on ca6154ace37c28e73d0c0c74ea8e0383
# found by rewire in round 2 of evolve-1-1, of 57cef930525129f521f9bf72cd51ae73
def found_73(I):
    x1 = objects(I, F, F, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

# learned on ca6154ace37c28e73d0c0c74ea8e0383
# found by rewire in round 2 of evolve-1-1, of 57cef930525129f521f9bf72cd51ae73
def found_74(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by crossover in round 5 of evolve-1-1, of bd13d4985fe81f4453f7fd0ddf30b82c and bac0ad17e469383f702b6eb9a7bec816
def found_75(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, numcolors)
    x3 = insert(x2, x1)
    x4 = argmax(x3, vmirror)
    x5 = subgrid(x4, I)
    O = hconcat(x5, x5)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by crossover in round 16 of evolve-1-1, of 0ddb8bb7ffd272fb9b070ae071c368f5 and d7256bb1308873959279b56c5a440a35
def found_76(I):
    x1 = hupscale(I, ONE)
    x2 = leastcolor(x1)
    x3 = ofcolor(x1, x2)
    x4 = subgrid(x3, I)
    O = hconcat(x4, x4)
    return O

# learned on d89a15b165ae094c39741363ff02f515
# found by compute in round 3 of evolve-1-1, of 47559542474a7fff87d2c5cccc21cc76
def found_77(S, I, C):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = compose(palette, last)
    x4 = mapply(x3, S)
    x5 = initset(x4)
    x6 = merge(x5)
    x7 = compose(palette, first)
    x8 = mapply(x7, S)
    x9 = initset(x8)
    x10 = merge(x9)
    x11 = difference(x6, x10)
    x12 = last(x11)
    O = cellwise(x1, x2, x12)
    return O

# learned on e9c962c9823a426431736bd2e9e60b15
# found by constant in round 18 of evolve-1-1, of aa03d22702694370943a01e0d6c54073
def found_78(I):
    x1 = vmirror(I)
    O = replace(x1, NEG_ONE, SIX)
    return O

# learned on e9c962c9823a426431736bd2e9e60b15
# found by constant in round 19 of evolve-1-1, of 85b4694fb6bde1f6fb04f4c8680fca6d
def found_79(I):
    x1 = vmirror(I)
    O = replace(x1, NEG_TWO, NEG_TWO)
    return O

# learned on f8ffc70a1018af9fe7ba177f9a3e1e61
# found by primitive in round 6 of evolve-1-1, of ae6f93c2b3521da54c5641fea968161d
def found_80(I):
    x1 = compress(I)
    O = dmirror(x1)
    return O

# learned on fa689e567c4fcbaf28f889e1795713d6
# found by constant in round 7 of evolve-1-1, of 78b0bd0a12fe3a00daf58b858c3583b7
def found_81(I):
    x1 = objects(I, F, F, F)
    x2 = argmax(x1, size)
    O = move(I, x2, DOWN)
    return O

# learned on fa689e567c4fcbaf28f889e1795713d6
# found by rewire in round 9 of evolve-1-1, of 78b0bd0a12fe3a00daf58b858c3583b7
def found_82(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    O = move(I, x2, DOWN)
    return O

# learned on ff310b3247645ade408552137faacd61
# found by compute in round 19 of evolve-1-1, of 99a426f2c5d491511fefedfdd8153d48
def found_83(I):
    x1 = numcolors(I)
    x2 = decrement(x1)
    x3 = objects(I, F, F, T)
    x4 = mapply(delta, x3)
    O = fill(I, x2, x4)
    return O

# learned on ff310b3247645ade408552137faacd61
# found by rewire in round 29 of evolve-1-1, of 9db0bde67979baf653011841ed911b72
def found_84(I):
    x1 = numcolors(I)
    x2 = decrement(x1)
    x3 = objects(I, F, T, T)
    x4 = mapply(delta, x3)
    O = fill(I, x2, x4)
    return O
