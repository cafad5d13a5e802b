print("frame")
length = 58
