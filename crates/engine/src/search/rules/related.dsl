# The one other object related to an object: functions of an object. C is the objects of the segmentation.

lbind(nearest, C)
lbind(toucher, C)
lbind(content, C)
lbind(container, C)
lbind(lbind(kin, C), color)
lbind(lbind(kin, C), size)
lbind(lbind(kin, C), compose(toindices, normalize))
