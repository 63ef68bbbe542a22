# The one other object related to an object: functions of an object. C is the objects of the segmentation.

lbind(closest, C)
lbind(toucher, C)
lbind(inner, C)
lbind(container, C)
lbind(lbind(kin, C), color)
lbind(lbind(kin, C), size)
lbind(lbind(kin, C), compose(toindices, normalize))
lbind(lbind(elder, C), color)
lbind(lbind(facing, C), color)
