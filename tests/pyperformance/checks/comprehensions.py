import run_benchmark as program

tray = program.WidgetTray(1, program.make_some_widgets())
for widget in tray.sorted_widgets:
    print(widget)
