print("late runs")
size = 10
