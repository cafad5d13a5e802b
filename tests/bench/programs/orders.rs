//! The twin of orders.py, as one writes it in Rust.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

enum OrderError {
    UnknownProduct { sku: String },
    OutOfStock { sku: String, wanted: i64, available: i64 },
    Value(String),
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OrderError::UnknownProduct { sku } => write!(f, "unknown product {sku}"),
            OrderError::OutOfStock { sku, wanted, available } => {
                write!(f, "{sku}: wanted {wanted}, available {available} (missing {})", wanted - available)
            }
            OrderError::Value(text) => f.write_str(text),
        }
    }
}

struct Item {
    sku: String,
    name: String,
    cents: i64,
    weight: f64,
}

trait Product {
    fn item(&self) -> &Item;

    fn tax_percent(&self) -> i64 {
        20
    }

    fn price(&self, quantity: i64) -> i64 {
        self.item().cents * quantity
    }

    fn label(&self) -> String {
        format!("{}:{}", self.item().sku, self.item().name)
    }
}

struct Plain {
    item: Item,
}

impl Product for Plain {
    fn item(&self) -> &Item {
        &self.item
    }
}

struct Book {
    item: Item,
    pages: i64,
}

impl Product for Book {
    fn item(&self) -> &Item {
        &self.item
    }

    fn tax_percent(&self) -> i64 {
        5
    }

    fn label(&self) -> String {
        format!("{}:{} ({} p.)", self.item.sku, self.item.name, self.pages)
    }
}

struct Bulk {
    item: Item,
    threshold: i64,
}

impl Product for Bulk {
    fn item(&self) -> &Item {
        &self.item
    }

    fn price(&self, quantity: i64) -> i64 {
        let full = self.item.cents * quantity;
        if quantity >= self.threshold { full * 9 / 10 } else { full }
    }
}

fn item(sku: &str, name: &str, cents: i64, weight: f64) -> Item {
    Item { sku: sku.to_owned(), name: name.to_owned(), cents, weight }
}

struct Line {
    product: Rc<dyn Product>,
    quantity: i64,
}

impl Line {
    fn net(&self) -> i64 {
        self.product.price(self.quantity)
    }

    fn tax(&self) -> i64 {
        self.net() * self.product.tax_percent() / 100
    }

    fn weight(&self) -> f64 {
        self.product.item().weight * self.quantity as f64
    }
}

struct Order {
    number: usize,
    customer: String,
    lines: Vec<Line>,
    coupon: Option<String>,
}

impl Order {
    fn add(&mut self, product: Rc<dyn Product>, quantity: i64) {
        for line in &mut self.lines {
            if Rc::ptr_eq(&line.product, &product) {
                line.quantity += quantity;
                return;
            }
        }
        self.lines.push(Line { product, quantity });
    }

    fn net(&self) -> i64 {
        self.lines.iter().map(Line::net).sum()
    }

    fn discount(&self) -> i64 {
        match self.coupon.as_deref() {
            None => 0,
            Some(coupon) if coupon.starts_with("PCT") => self.net() * coupon[3..].parse::<i64>().unwrap() / 100,
            Some("TENOFF") => self.net().min(1000),
            Some(_) => 0,
        }
    }

    fn tax(&self) -> i64 {
        self.lines.iter().map(Line::tax).sum()
    }

    fn shipping(&self) -> i64 {
        let weight: f64 = self.lines.iter().map(Line::weight).sum();
        if weight == 0.0 {
            0
        } else if weight < 1.0 {
            300
        } else {
            300 + (weight * 150.0) as i64
        }
    }

    fn total(&self) -> i64 {
        self.net() - self.discount() + self.tax() + self.shipping()
    }
}

#[derive(Default)]
struct Shop {
    products: HashMap<String, Rc<dyn Product>>,
    stock: HashMap<String, i64>,
    skus: Vec<String>,
    orders: Vec<Order>,
    problems: Vec<String>,
}

impl Shop {
    fn register(&mut self, product: impl Product + 'static, quantity: i64) {
        let sku = product.item().sku.clone();
        self.products.insert(sku.clone(), Rc::new(product));
        *self.stock.entry(sku.clone()).or_insert(0) += quantity;
        self.skus.push(sku);
    }

    fn find(&self, sku: &str) -> Result<Rc<dyn Product>, OrderError> {
        self.products.get(sku).cloned().ok_or_else(|| OrderError::UnknownProduct { sku: sku.to_owned() })
    }

    fn take(&mut self, sku: &str, wanted: i64) -> Result<(), OrderError> {
        let available = self.stock[sku];
        if available < wanted {
            return Err(OrderError::OutOfStock { sku: sku.to_owned(), wanted, available });
        }
        self.stock.insert(sku.to_owned(), available - wanted);
        Ok(())
    }

    fn place(&mut self, text: &str) -> Option<usize> {
        let fields: Vec<&str> = text.split(';').collect();
        match self.parse(&fields) {
            Ok(order) => {
                self.orders.push(order);
                Some(self.orders.len() - 1)
            }
            Err(error) => {
                self.problems.push(format!("{text}: {error}"));
                None
            }
        }
    }

    fn parse(&mut self, fields: &[&str]) -> Result<Order, OrderError> {
        if fields.len() < 2 {
            return Err(OrderError::Value("too few fields".to_owned()));
        }
        let mut order = Order { number: self.orders.len() + 1, customer: fields[0].trim().to_owned(), lines: Vec::new(), coupon: None };
        for item in fields[1].split(',') {
            let (sku, count) = item.trim().split_once('*').unwrap_or((item.trim(), ""));
            let quantity = if count.is_empty() {
                1
            } else {
                count
                    .parse()
                    .map_err(|_| OrderError::Value(format!("invalid literal for int() with base 10: '{count}'")))?
            };
            let product = self.find(sku)?;
            self.take(sku, quantity)?;
            order.add(product, quantity);
        }
        order.coupon = fields.get(2).filter(|coupon| !coupon.is_empty()).map(|&coupon| coupon.to_owned());
        Ok(order)
    }
}

fn money(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn invoice(order: &Order) -> Vec<String> {
    let mut lines = vec![format!("order {} for {}", order.number, order.customer)];
    for line in &order.lines {
        lines.push(format!("  {:3} x {:<28} {:>9}", line.quantity, line.product.label(), money(line.net())));
    }
    if order.discount() > 0 {
        lines.push(format!("  discount {:>34}", money(order.discount())));
    }
    lines.push(format!("  tax {:>39}", money(order.tax())));
    lines.push(format!("  shipping {:>34}", money(order.shipping())));
    lines.push(format!("  total {:>37}", money(order.total())));
    lines
}

fn by_customer(orders: &[Order]) -> HashMap<&str, i64> {
    let mut totals = HashMap::new();
    for order in orders {
        *totals.entry(order.customer.as_str()).or_insert(0) += order.total();
    }
    totals
}

fn best_sellers(orders: &[Order]) -> Vec<(i64, String)> {
    let mut counts: HashMap<String, i64> = HashMap::new();
    for line in orders.iter().flat_map(|order| &order.lines) {
        *counts.entry(line.product.item().name.clone()).or_insert(0) += line.quantity;
    }
    let mut ranking: Vec<(i64, String)> = counts.into_iter().map(|(name, count)| (-count, name)).collect();
    ranking.sort();
    ranking
}

fn histogram(values: &[i64], width: i64) -> Vec<String> {
    let Some(&largest) = values.iter().max() else { return Vec::new() };
    let bar = |value: &i64| {
        let length = (value * width / largest) as usize;
        "#".repeat(length) + &".".repeat(width as usize - length)
    };
    values.iter().map(bar).collect()
}

fn median(values: &[i64]) -> f64 {
    let mut ordered = values.to_vec();
    ordered.sort();
    let middle = ordered.len() / 2;
    if ordered.len() % 2 == 1 { ordered[middle] as f64 } else { (ordered[middle - 1] + ordered[middle]) as f64 / 2.0 }
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in text.split_whitespace() {
        if !current.is_empty() && current.len() + 1 + word.len() > width {
            lines.push(std::mem::replace(&mut current, word.to_owned()));
        } else if current.is_empty() {
            current.push_str(word);
        } else {
            current.push(' ');
            current.push_str(word);
        }
    }
    if !current.is_empty() {
        lines.push(current);
    }
    lines
}

fn stocked_shop() -> Shop {
    let mut shop = Shop::default();
    shop.register(Plain { item: item("P1", "kettle", 2499, 1.2) }, 10);
    shop.register(Plain { item: item("P2", "lamp", 3950, 2.5) }, 4);
    shop.register(Book { item: item("B1", "atlas", 4500, 420.0 * 0.005), pages: 420 }, 3);
    shop.register(Book { item: item("B2", "novel", 1250, 310.0 * 0.005), pages: 310 }, 25);
    shop.register(Bulk { item: item("K1", "screws", 5, 0.01), threshold: 100 }, 5000);
    shop.register(Bulk { item: item("K2", "nails", 4, 0.008), threshold: 200 }, 3000);
    shop
}

const REQUESTS: [&str; 9] = [
    "ann;P1,B2*2",
    "bob;K1*250,K2*50;PCT10",
    "cy;B1*2,P2;TENOFF",
    "dee;X9",
    "ann;B1*5",
    "eve;P2*2,P2,B2;NOSUCH",
    "bob;K2*many",
    "nobody",
    "cy;B2*3,K1*99,K2*1000;PCT25",
];

fn main() {
    let mut shop = stocked_shop();
    for request in REQUESTS {
        if let Some(order) = shop.place(request) {
            for line in invoice(&shop.orders[order]) {
                println!("{line}");
            }
        }
    }
    println!("problems:");
    for problem in &shop.problems {
        for line in wrap(problem, 40) {
            println!("  {line}");
        }
    }
    let totals = by_customer(&shop.orders);
    let mut customers: Vec<&str> = totals.keys().copied().collect();
    customers.sort();
    for customer in customers {
        println!("{customer:<6}{:>10}", money(totals[customer]));
    }
    for (count, name) in best_sellers(&shop.orders).into_iter().take(3) {
        println!("{name}: {}", -count);
    }
    let values: Vec<i64> = shop.orders.iter().map(Order::total).collect();
    for bar in histogram(&values, 20) {
        println!("{bar}");
    }
    println!("median {:.1}", median(&values));
    let low = shop.skus.iter().filter(|sku| shop.stock[*sku] < 10).map(|sku| format!("'{sku}': {}", shop.stock[sku]));
    println!("{{{}}}", low.collect::<Vec<_>>().join(", "));
}
