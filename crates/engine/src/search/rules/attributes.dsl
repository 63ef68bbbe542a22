# What is asked of an object to choose it: functions of an object. I is the input, C the objects of the segmentation.
# The first paragraph holds measures, whose greatest and least values choose too; the second other questions.

size
height
width
enclosures
numcolors
uppermost
lowermost
leftmost
rightmost
compose(size, delta)
lbind(lbind(rank, C), size)
lbind(lbind(rank, C), height)
lbind(lbind(rank, C), width)
lbind(lbind(rank, C), leftmost)
lbind(lbind(rank, C), uppermost)
lbind(lbind(peers, C), color)
lbind(lbind(peers, C), size)
lbind(lbind(peers, C), shape)
lbind(lbind(peers, C), compose(toindices, normalize))
lbind(lbind(peers, C), normalize)
lbind(lbind(peers, C), leftmost)
lbind(lbind(peers, C), uppermost)
lbind(lbind(peers, C), numcolors)
lbind(lbind(rank, C), enclosures)
compose(size, backdrop)
fork(manhattan, identity, lbind(closest, C))
lbind(touching, C)
lbind(contents, C)
lbind(holders, C)
lbind(abreast, C)
lbind(faced, C)
lbind(likes, C)

color
mostcolor
shape
square
hline
vline
portrait
rbind(bordering, I)
fork(equality, hmirror, identity)
fork(equality, vmirror, identity)
fork(equality, dmirror, identity)
fork(equality, size, compose(size, backdrop))
compose(even, size)
compose(even, height)
compose(even, width)
lbind(touchcolor, C)
lbind(contentcolor, C)
lbind(holdercolor, C)
compose(even, leftmost)
compose(even, uppermost)
