# Modules run once, when first imported, in order.
print("main starts")
import first
import second
import first

print("main ends", first.value, second.value)
