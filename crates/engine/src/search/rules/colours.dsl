# A colour for an action on an object: functions of an object to a colour. In the second paragraph S is a related
# object's function.

color
mostcolor
leastcolor
lbind(likecolor, C)

compose(color, S)
compose(mostcolor, S)
compose(leastcolor, S)
