# What an action makes of an object: functions of an object to an object. I is the input, C the objects of the
# segmentation; in the second paragraph S is a related object's function, in the third it is an offset.

hmirror
vmirror
dmirror
cmirror
rbind(lbind(slide, I), UP)
rbind(lbind(slide, I), DOWN)
rbind(lbind(slide, I), LEFT)
rbind(lbind(slide, I), RIGHT)
rbind(lbind(sweep, I), UP)
rbind(lbind(sweep, I), DOWN)
rbind(lbind(sweep, I), LEFT)
rbind(lbind(sweep, I), RIGHT)
rbind(lbind(streak, I), UNITY)
rbind(lbind(streak, I), NEG_UNITY)
rbind(lbind(streak, I), UP_RIGHT)
rbind(lbind(streak, I), DOWN_LEFT)
rbind(lbind(streak, I), UP)
rbind(lbind(streak, I), DOWN)
rbind(lbind(streak, I), LEFT)
rbind(lbind(streak, I), RIGHT)
fork(lbind(streak, I), identity, bearing)
fork(lbind(sweep, I), identity, bearing)
fork(lbind(slide, I), identity, bearing)
fork(shift, hmirror, compose(toivec, height))
fork(shift, hmirror, chain(invert, toivec, height))
fork(shift, vmirror, compose(tojvec, width))
fork(shift, vmirror, chain(invert, tojvec, width))
fork(shift, identity, compose(toivec, height))
fork(shift, identity, chain(invert, toivec, height))
fork(shift, identity, compose(tojvec, width))
fork(shift, identity, chain(invert, tojvec, width))
fork(shift, identity, compose(toivec, size))
fork(shift, identity, compose(tojvec, size))
fork(shift, identity, compose(tojvec, numcolors))
fork(lbind(streak, I), identity, compose(toivec, height))
fork(lbind(streak, I), identity, chain(invert, toivec, height))
fork(lbind(streak, I), identity, compose(tojvec, width))
fork(lbind(streak, I), identity, chain(invert, tojvec, width))
fork(lbind(streak, I), identity, shape)
lbind(prolong, I)

fork(shift, identity, fork(gravitate, identity, S))
fork(recolor, compose(color, S), identity)

rbind(shift, S)
rbind(lbind(streak, I), S)
