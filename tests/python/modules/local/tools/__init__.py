print("tools runs")
