# What is asked of an object to choose it: functions of an object. I is the input, C the objects of the segmentation.
# The first paragraph holds measures, whose greatest and least values choose too; the second other questions.

size
height
width
holes
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
lbind(lbind(tally, C), color)
lbind(lbind(tally, C), size)
lbind(lbind(tally, C), shape)
lbind(lbind(tally, C), compose(toindices, normalize))
lbind(lbind(tally, C), normalize)

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
fork(equality, size, compose(size, backdrop))
compose(even, size)
compose(even, height)
compose(even, width)
