# The places that an action on an object gives a colour: functions of an object to indices. I is the input, C the
# objects of the segmentation; in the second paragraph S is a related object's function, in the third the one object
# that is singled out.

toindices
backdrop
delta
cavity
box
outbox
inbox
halo
corners
compose(initset, center)
compose(dneighbors, center)
compose(neighbors, center)
compose(initset, ulcorner)
compose(initset, lrcorner)
compose(vfrontier, center)
compose(hfrontier, center)
fork(combine, compose(vfrontier, center), compose(hfrontier, center))
compose(lbind(mapply, vfrontier), toindices)
compose(lbind(mapply, hfrontier), toindices)
compose(lbind(mapply, dneighbors), toindices)
compose(lbind(mapply, ineighbors), toindices)
compose(backdrop, outbox)
compose(toindices, rbind(lbind(sweep, I), UP))
compose(toindices, rbind(lbind(sweep, I), DOWN))
compose(toindices, rbind(lbind(sweep, I), LEFT))
compose(toindices, rbind(lbind(sweep, I), RIGHT))
compose(toindices, rbind(lbind(sweep, I), UNITY))
compose(toindices, rbind(lbind(sweep, I), NEG_UNITY))
compose(toindices, rbind(lbind(sweep, I), UP_RIGHT))
compose(toindices, rbind(lbind(sweep, I), DOWN_LEFT))
compose(rbind(shoot, UP), center)
compose(rbind(shoot, DOWN), center)
compose(rbind(shoot, LEFT), center)
compose(rbind(shoot, RIGHT), center)
compose(rbind(shoot, NEG_UNITY), ulcorner)
compose(rbind(shoot, UNITY), lrcorner)
compose(rbind(shoot, UP_RIGHT), urcorner)
compose(rbind(shoot, DOWN_LEFT), llcorner)
compose(lbind(mapply, rbind(shoot, UP)), toindices)
compose(lbind(mapply, rbind(shoot, DOWN)), toindices)
compose(lbind(mapply, rbind(shoot, LEFT)), toindices)
compose(lbind(mapply, rbind(shoot, RIGHT)), toindices)
compose(toindices, lbind(lengthen, I))
compose(toindices, fork(lbind(streak, I), identity, bearing))
compose(toindices, fork(lbind(sweep, I), identity, bearing))
fork(shoot, center, bearing)
fork(shoot, center, compose(invert, bearing))
fork(emit, identity, bearing)
fork(emit, identity, opening)
fork(emit, identity, compose(invert, opening))
compose(lbind(mapply, rbind(shoot, UNITY)), toindices)
compose(lbind(mapply, rbind(shoot, NEG_UNITY)), toindices)
compose(lbind(mapply, rbind(shoot, UP_RIGHT)), toindices)
compose(lbind(mapply, rbind(shoot, DOWN_LEFT)), toindices)
compose(inbox, inbox)
compose(backdrop, inbox)
compose(outbox, outbox)
compose(corners, outbox)
fork(combine, compose(toindices, rbind(lbind(sweep, I), UP)), compose(toindices, rbind(lbind(sweep, I), DOWN)))
fork(combine, compose(toindices, rbind(lbind(sweep, I), LEFT)), compose(toindices, rbind(lbind(sweep, I), RIGHT)))
fork(combine, fork(combine, compose(rbind(shoot, UNITY), center), compose(rbind(shoot, NEG_UNITY), center)), fork(combine, compose(rbind(shoot, UP_RIGHT), center), compose(rbind(shoot, DOWN_LEFT), center)))

compose(toindices, S)
fork(connect, center, compose(center, S))
fork(connect, center, fork(astuple, chain(first, center, S), compose(last, center)))
fork(connect, center, fork(astuple, compose(first, center), chain(last, center, S)))
compose(backdrop, fork(combine, identity, S))
compose(box, fork(combine, identity, S))

compose(rbind(connect, center(S)), center)
fork(connect, center, compose(lbind(astuple, first(center(S))), compose(last, center)))
fork(connect, center, compose(rbind(astuple, last(center(S))), compose(first, center)))
compose(backdrop, rbind(combine, S))
compose(box, rbind(combine, S))
