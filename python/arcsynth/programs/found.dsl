# Programs that evolution found on demo pairs of training tasks (make campaign); no test output was seen.
# Each names by content key the tasks that it was learned on, and the operator, run, round and parents.

# learned on 0e0ec67486e4c634f6edd3f625844f11 20e22c27c1f6f7cc2c4e308447c2b8ef
# found by crossover in round 351 of tasks-1, of 60fade1f437b77b569e8f722f305519d and ed66e339c185981d3ead6bff882b779d
def found_1(I):
    x1 = replace(I, FIVE, TWO)
    x2 = fgpartition(x1)
    x3 = argmax(x2, size)
    x4 = replace(I, ONE, SEVEN)
    x5 = objects(x4, F, T, T)
    x6 = argmax(x5, size)
    x7 = subgrid(x6, I)
    O = subgrid(x3, x7)
    return O

# learned on 1f9edcc453f1396efb9586a2dd09f6ca fa689e567c4fcbaf28f889e1795713d6
# found by remove in round 224 of tasks-1, of 8afe05a4f44bbed13c2345fb15bc4fb7
def found_2(I):
    x1 = asobject(I)
    x2 = move(I, x1, DOWN)
    O = replace(x2, EIGHT, TWO)
    return O

# learned on 493efe6e3bac3d1a6c4606f6256fe28a 6d32bc1f43edbb9fb7cb4368bd139d58
# found by remove in round 238 of tasks-1, of 1a8b038128e57fd24739038253f7187d
def found_3(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, width)
    x3 = subgrid(x2, I)
    x4 = lefthalf(x3)
    x5 = last(x4)
    x6 = last(x5)
    x7 = leastcolor(x4)
    O = replace(x3, x6, x7)
    return O

# learned on 7e35ffdfb60edc2c694453c4dfe92ebb c30dfe6595ba1dd7f29c3b4e1e9add0b
# found by remove in round 402 of tasks-1, of 147868ba6b29d20dd096c6995a02bea3
def found_4(I):
    x1 = mostcolor(I)
    x2 = replace(I, FOUR, x1)
    x3 = rot180(x2)
    x4 = fgpartition(x2)
    x5 = merge(x4)
    O = paint(x3, x5)
    return O

# learned on 8b81490657871e811758508c7a5a47ba bf3de960317a38fe9df61c7c7d2fadd6
# found by remove in round 362 of tasks-1, of 78d87a2906c34a475f05cec20ae3a1b2
def found_5(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = rot180(I)
    O = subgrid(x2, x3)
    return O

# learned on 00d25222b16c5ff2441b73ffd281fee9
# found by remove in round 80 of tasks-1, of f6f47e538a334701d06d844c992298d1
def found_6(I):
    x1 = ofcolor(I, FOUR)
    x2 = subgrid(x1, I)
    O = upscale(x2, TWO)
    return O

# learned on 02156bb366a6b833f9d9b89de82b6094
# found by constant in round 334 of tasks-1, of e18c9607c28138c16454fc7230fe3ecb
def found_7(S, I, C):
    x1 = ofcolor(I, TWO)
    x2 = last(S)
    x3 = last(x2)
    O = subgrid(x1, x3)
    return O

# learned on 02b27fc2d0e2f9ff1367f4d245fb0e56
# found by remove in round 36 of tasks-1, of 20e573628873210a0ca0ecdec323a94e
def found_8(I):
    x1 = vmirror(I)
    x2 = hconcat(x1, I)
    x3 = hmirror(x2)
    x4 = vconcat(x3, x2)
    O = vconcat(x4, x3)
    return O

# learned on 08e1397869014fb8341e844480e02e6e
# found by rewire in round 164 of tasks-1, of 082ac32ef3253523b6a11130e71e2c85
def found_9(I):
    x1 = hmirror(I)
    x2 = tophalf(x1)
    x3 = asobject(x2)
    O = paint(I, x3)
    return O

# learned on 12b45625c55a5cb98e235f82fc7b3f9e
# found by crossover in round 39 of tasks-1, of 69323739b7016979adeea9819159b514 and 84573dd93613d30a9e7dbafb409fe3cf
def found_10(I):
    x1 = tophalf(I)
    x2 = lefthalf(x1)
    x3 = trim(x2)
    x4 = objects(x3, T, T, T)
    x5 = argmax(x4, height)
    O = subgrid(x5, x3)
    return O

# learned on 12b506afd446fd8c556d0cf3d12fd208
# found by constant in round 33 of tasks-1, of 5e3a842ade9902e499815488f8432c73
def found_11(I):
    x1 = trim(I)
    x2 = objects(x1, F, T, T)
    x3 = argmax(x2, lowermost)
    x4 = subgrid(x3, x1)
    O = vmirror(x4)
    return O

# learned on 131f64b7210da00b4327916683054399
# found by crossover in round 302 of tasks-1, of 8bcfb94376dd9d0d9efdfeaf759025fb and 2fc3fb4f55ee57c329f9454359b961a8
def found_12(I):
    x1 = lefthalf(I)
    x2 = bottomhalf(x1)
    x3 = trim(x2)
    x4 = frontiers(x3)
    x5 = argmax(x4, last)
    x6 = color(x5)
    O = canvas(x6, TWO_BY_TWO)
    return O

# learned on 1a19c0d247b944f21e7f767a4f9dce3c
# found by remove in round 337 of tasks-1, of edb16c8c652f7dfea762a60db78a1009
def found_13(I):
    x1 = replace(I, FIVE, ZERO)
    O = downscale(x1, THREE)
    return O

# learned on 1dad7485198d068b49a962b537587fa0
# found by crossover in round 106 of tasks-1, of b52239213bade12d895e4a153659fc88 and 7145422f23de5c84bf6ace5ace74ce96
def found_14(I):
    x1 = righthalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(I, ZERO)
    x5 = ofcolor(x1, ZERO)
    x6 = intersection(x4, x5)
    O = fill(x3, EIGHT, x6)
    return O

# learned on 1f9edcc453f1396efb9586a2dd09f6ca
# found by crossover in round 248 of tasks-1, of a2cadd1d482d61f8bc9b7bfc0c098166 and 17d222097669f5c0c797838e8597a35c
def found_15(I):
    x1 = asobject(I)
    x2 = move(I, x1, DOWN)
    O = switch(x2, EIGHT, TWO)
    return O

# learned on 2379f9b50fe193c7a57c32a3c33f9ba2
# found by remove in round 75 of tasks-1, of 8f8a6046f24300badbfa3edd3964598c
def found_16(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = delta(x2)
    x4 = fill(I, x1, x3)
    x5 = leastcolor(x4)
    x6 = ofcolor(I, x5)
    x7 = delta(x6)
    O = fill(x4, x5, x7)
    return O

# learned on 2a5d628633daf256a83ecc37e871140e
# found by crossover in round 108 of tasks-1, of 643e17a218f754917492b1b36ce4014f and acea5b4bb153ab36d1ad61f4f89259d3
def found_17(I):
    x1 = lefthalf(I)
    x2 = vmirror(I)
    x3 = lefthalf(x2)
    x4 = asobject(x3)
    O = underpaint(x1, x4)
    return O

# learned on 30d8db1c04ed4fb9b95731491f029d9f
# found by crossover in round 298 of tasks-1, of e371ca74b3f554166a348390e690b283 and 154ad51eae2311641c79450c55032898
def found_18(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = downscale(I, NEG_TWO)
    x4 = objects(x3, T, T, T)
    x5 = size(x4)
    O = replace(x2, x5, SEVEN)
    return O

# learned on 33d27358db5a9fb528d84a53d2c513b9
# found by rewire in round 233 of tasks-1, of 8f010257b093b9406994e53f62755707
def found_19(S, I, C):
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
def found_20(I):
    x1 = objects(I, F, T, T)
    x2 = sizefilter(x1, ONE)
    x3 = merge(x2)
    O = cover(I, x3)
    return O

# learned on 3547cc062490b108b7e0b70b6e5cb1e2
# found by remove in round 133 of tasks-1, of 1db4e3c998f6b734c5b7bce63d656c29
def found_21(I):
    x1 = bottomhalf(I)
    x2 = shape(x1)
    x3 = canvas(ZERO, x2)
    x4 = ofcolor(I, ZERO)
    x5 = ofcolor(x1, ZERO)
    x6 = intersection(x4, x5)
    O = fill(x3, THREE, x6)
    return O

# learned on 36275e2a7031dc7dcf3c9c41ae6123e2
# found by crossover in round 51 of tasks-1, of cffa4fffb2054b42dd9d89c844106c49 and ad1c06f859b6b56909ae49b8be4ddbf6
def found_22(I):
    x1 = objects(I, F, T, T)
    x2 = mapply(identity, x1)
    O = fill(I, FIVE, x2)
    return O

# learned on 3d12e0f95474c02b812f4fa90554594e
# found by rewire in round 79 of tasks-1, of 0d78e5c93bfc3c54c07db4a7b178604f
def found_23(I):
    x1 = tophalf(I)
    x2 = tophalf(x1)
    x3 = lefthalf(x2)
    x4 = lefthalf(x3)
    x5 = objects(x4, T, T, T)
    x6 = argmin(x5, corners)
    O = subgrid(x6, x4)
    return O

# learned on 3d93b61f6c4b6dfd1c52008ca145710a
# found by remove in round 83 of tasks-1, of 8edec513c0b393f8b039f3740fae6d90
def found_24(I):
    x1 = ofcolor(I, ONE)
    x2 = rot180(I)
    O = subgrid(x1, x2)
    return O

# learned on 46e914d2de782e85e64db1e4a7b3c6d9
# found by constant in round 1 of tasks-1, of d10cce709e6c34b338eeb4f612c3574f
def found_25(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, ONE, x5)
    return O

# learned on 472cd1ec2eacbb3de273fc223cb64735
# found by rewire in round 139 of tasks-1, of 4144e7ec72e90f60b013fc5c7f4a3f7a
def found_26(I):
    x1 = trim(I)
    x2 = fgpartition(x1)
    x3 = merge(x2)
    x4 = subgrid(x3, x1)
    O = replace(x4, ONE, ZERO)
    return O

# learned on 493efe6e3bac3d1a6c4606f6256fe28a
# found by constant in round 324 of tasks-1, of cb598b5cf3b3a7ff721e5f8559048d7e
def found_27(I):
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
def found_28(I):
    x1 = compress(I)
    x2 = objects(x1, T, T, T)
    x3 = objects(x1, F, T, T)
    x4 = difference(x2, x3)
    x5 = argmax(x4, uppermost)
    O = subgrid(x5, x1)
    return O

# learned on 4b875db262c4fbed2a2e880e42ff2e74
# found by remove in round 120 of tasks-1, of f3e9b71d277c2b849c7cc41d85617d89
def found_29(I):
    x1 = switch(I, THREE, ZERO)
    x2 = objects(I, T, T, F)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(x1, TWO, x5)
    return O

# learned on 50131b5cd6a6bf62bb59ed9a76c4a666
# found by crossover in round 33 of tasks-1, of 8df6eb34113e2542e5b832e612b81207 and 1afd3cfec1dbbeb97bd94e8fa43aca7e
def found_30(I):
    x1 = trim(I)
    x2 = objects(x1, T, T, T)
    x3 = argmax(x2, size)
    x4 = subgrid(x3, x1)
    O = compress(x4)
    return O

# learned on 579ff91cbfa9e3512b27e118d88124cf
# found by remove in round 384 of tasks-1, of 6148036650d85d2acd7dbf4e4559935f
def found_31(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, leftmost)
    x3 = move(I, x2, TWO_BY_ZERO)
    x4 = argmin(x1, ulcorner)
    O = move(x3, x4, TWO_BY_ZERO)
    return O

# learned on 5e4ac852365c82aec1a0249d2c77b5d5
# found by remove in round 305 of tasks-1, of 06ba080ac7da4342afeec8c590a6e363
def found_32(I):
    x1 = righthalf(I)
    x2 = cellwise(x1, I, ZERO)
    x3 = ofcolor(I, ZERO)
    x4 = ofcolor(x1, ZERO)
    x5 = intersection(x3, x4)
    O = fill(x2, THREE, x5)
    return O

# learned on 6d8951994848fb5ee5dae8256e0d5f33
# found by constant in round 46 of tasks-1, of 631653b9e401b17fa3fea531954750bb
def found_33(I):
    x1 = vmirror(I)
    O = downscale(x1, FIVE)
    return O

# learned on 6f1aa9e36acd93d665f0131fbe915990
# found by insert in round 10 of tasks-1, of 4f0e0a328c8c20b84e556622461bedab
def found_34(I):
    x1 = compress(I)
    x2 = tophalf(x1)
    O = lefthalf(x2)
    return O

# learned on 7310c4e0d869ad70186bc2a7eed36b37
# found by crossover in round 74 of tasks-1, of fdee63674cc0c4baa8c4fb8969b105a9 and b46b760fd228f912f3ea4a2052365d5b
def found_35(S, I, C):
    x1 = compose(mostcolor, first)
    x2 = apply(x1, S)
    x3 = first(x2)
    x4 = compose(backdrop, inbox)
    x5 = objects(I, T, F, T)
    x6 = mapply(x4, x5)
    O = fill(I, x3, x6)
    return O

# learned on 787879c5a5ffa1c7d6acc6dbfa7f6555
# found by constant in round 4 of tasks-1, of 7e627b00ea0210eae59034569e054c66
def found_36(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    O = cellwise(x1, x2, SIX)
    return O

# learned on 7a5309d9c3b475ea006324d6faf32a75
# found by crossover in round 110 of tasks-1, of a0ef6233f9ddc854af77900a7e7016bf and fd9089e3199508621441d76aa4a78c4f
def found_37(S, I, C):
    x1 = first(S)
    x2 = last(x1)
    x3 = tophalf(I)
    x4 = lefthalf(x3)
    x5 = asobject(x4)
    O = paint(x2, x5)
    return O

# learned on 941404107d677a33a07eb2d5da1a0cc3
# found by constant in round 6 of tasks-1, of 8a67c49ba671e75d854520ee7788ae6a
def found_38(I):
    O = replace(I, SEVEN, FIVE)
    return O

# learned on 95532d9cce8a73de5d658c61008dfaaf
# found by crossover in round 102 of tasks-1, of a15f1d1f58678dd8bd5dbef68cd05757 and cea18a4d7a9aa53f0b679c0c6ab93d4e
def found_39(I):
    x1 = compose(outbox, inbox)
    x2 = objects(I, F, T, F)
    x3 = mapply(x1, x2)
    O = fill(I, EIGHT, x3)
    return O

# learned on 95d39b49d2935517bf72196b6716c1f3
# found by rewire in round 218 of tasks-1, of b0c0d469f6a24f8e232cfd160f5e1e3b
def found_40(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(delta, x1)
    x3 = fill(I, THREE, x2)
    x4 = merge(x1)
    O = cover(x3, x4)
    return O

# learned on 9800d89ee645276e4d526be99dfaf648
# found by remove in round 113 of tasks-1, of cf27f4d8401d0f6c9cab5fdaf04bf904
def found_41(I):
    x1 = trim(I)
    x2 = trim(x1)
    x3 = objects(x2, T, T, T)
    x4 = argmax(x3, delta)
    x5 = color(x4)
    O = canvas(x5, UNITY)
    return O

# learned on a4185b974946b6be8c43fe3872763618
# found by constant in round 5 of tasks-1, of 5be91ba9a6a2f537b98230b7f7e1d66e
def found_42(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(inbox, x1)
    O = fill(I, ONE, x2)
    return O

# learned on aaeab94de0155d3eacbc682cf60cd08f
# found by remove in round 155 of tasks-1, of 0a998d5dbbf8d159f39ada6a031b2e07
def found_43(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x2, ONE)
    x4 = fill(x1, ONE, x3)
    x5 = ofcolor(x2, TWO)
    x6 = fill(x4, TWO, x5)
    x7 = ofcolor(x2, SEVEN)
    O = fill(x6, SEVEN, x7)
    return O

# learned on b327590ee3802a3b843a01bfac21df5d
# found by remove in round 357 of tasks-1, of aa9b6d5601c6f3879c1f07384cdddc23
def found_44(I):
    x1 = vmirror(I)
    x2 = lefthalf(x1)
    x3 = cellwise(x2, I, ZERO)
    O = replace(x3, ONE, TWO)
    return O

# learned on bb26430afd27c2bf4ecb32cac0ebc99a
# found by remove in round 265 of tasks-1, of 068b5d2595db03f0589cfba38856c535
def found_45(I):
    x1 = flip(F)
    x2 = objects(I, x1, x1, x1)
    x3 = argmin(x2, identity)
    x4 = normalize(x3)
    x5 = shift(x4, TWO_BY_TWO)
    x6 = subgrid(x5, I)
    x7 = argmin(x2, height)
    O = move(x6, x7, DOWN)
    return O

# learned on c251250f47214e3a8608c4b329791357
# found by crossover in round 87 of tasks-1, of 1540a3dfc61f4a71b596f4f9a7e8e1a0 and 6b281f42482d4720b01ef18fe83ef8cf
def found_46(I):
    x1 = palette(I)
    x2 = lbind(colorcount, I)
    x3 = order(x1, x2)
    x4 = remove(ZERO, x3)
    x5 = repeat(x4, ONE)
    O = cmirror(x5)
    return O

# learned on c623da5910ce567574ac9506ba0f8a71
# found by primitive in round 213 of tasks-1, of 569ea59156910d392235d1d41556015b
def found_47(I):
    x1 = switch(I, SIX, TEN)
    x2 = asobject(x1)
    x3 = vmirror(x2)
    x4 = paint(I, x3)
    O = cellwise(I, x4, ZERO)
    return O

# learned on c97bb412a677cff3fadfc49f746aab1b
# found by crossover in round 82 of tasks-1, of e46d6ee66f977b04c7e45a509248423b and a2753dee65ba7355b84dd0d06596c2b3
def found_48(I):
    O = switch(I, EIGHT, FIVE)
    return O

# learned on ce6eef8dea5a54467db4d753e5c324db
# found by rewire in round 100 of tasks-1, of b1b904300e4ea988e57f4c52d7611775
def found_49(I):
    x1 = compress(I)
    O = hconcat(x1, x1)
    return O

# learned on d89a15b165ae094c39741363ff02f515
# found by crossover in round 77 of tasks-1, of 4313dd93bfd4173486ca877abdae8093 and d54a30786c1fd1ee78efdbf7d84fddf5
def found_50(I):
    x1 = bottomhalf(I)
    O = cellwise(x1, I, THREE)
    return O

# learned on ee4fe2330b3518bfcee306582b542f17
# found by crossover in round 100 of tasks-1, of e3994f39245a128fb19ba84455dd7a27 and eab2a97d9a2cf4b9035cadf930c40353
def found_51(I):
    x1 = compress(I)
    x2 = objects(I, F, F, F)
    x3 = argmin(x2, identity)
    x4 = underpaint(x1, x3)
    x5 = lefthalf(x4)
    x6 = asobject(x5)
    O = paint(I, x6)
    return O

# learned on f10dddc271cfaaa69b2800cace4395bc
# found by constant in round 3 of tasks-1, of af836ce841055249b54102961aca9684
def found_52(I):
    O = replace(I, SIX, TWO)
    return O

# learned on f19aaf37a46720f15689e679286fa5e6
# found by rewire in round 372 of tasks-1, of ab3c9bd4fa4a98068aaee3832a5694c6
def found_53(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, size)
    x3 = subgrid(x2, I)
    x4 = cover(x3, x2)
    x5 = vconcat(x4, I)
    x6 = objects(x5, T, T, T)
    x7 = argmax(x6, size)
    O = subgrid(x7, x5)
    return O

# learned on ff310b3247645ade408552137faacd61
# found by crossover in round 31 of tasks-1, of 737f49d8c30073ea681ffc396a9e1b83 and b2fd85fe35a30eed39cb8392ef725823
def found_54(I):
    x1 = objects(I, F, F, T)
    x2 = mapply(delta, x1)
    O = fill(I, ONE, x2)
    return O
