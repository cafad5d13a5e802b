print("wheel")
spokes = 36
