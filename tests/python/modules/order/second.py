print("second runs")
value = 1
