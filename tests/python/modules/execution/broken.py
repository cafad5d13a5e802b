print("broken")
raise ValueError("out of order")
