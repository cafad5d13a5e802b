import stock

print(stock.take("nut", 2))
try:
    stock.take("nut", 50)
except stock.OutOfStock as error:
    print("caught", error, error.missing)
print(stock.take("bolt", 99))
