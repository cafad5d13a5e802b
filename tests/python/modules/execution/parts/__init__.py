print("parts")
maker = "ACME"
