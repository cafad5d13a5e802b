print("first runs")
import second

value = second.value + 1
