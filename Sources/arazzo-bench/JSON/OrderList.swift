/// The type of the bodies that are read, for readers that want to know it.
struct OrderList: Decodable {
  var orders: [Order]
  var next: String?

  struct Order: Decodable {
    var id: Int64
    var reference: String
    var customer: Customer
    var total: Double
    var isPaid: Bool
    var note: String?
    var lines: [Line]
  }

  struct Customer: Decodable {
    var name: String
    var email: String
  }

  struct Line: Decodable {
    var product: String
    var quantity: Int
    var price: Double
  }
}

extension OrderList {
  /// A body with so many orders of about 300 bytes each, always the same.
  static func json(items: Int) -> String {
    let orders = (0..<items).map(order).joined(separator: ",")
    return #"{"orders":[\#(orders)],"next":null}"#
  }

  private static func order(_ number: Int) -> String {
    let note = number % 3 == 0 ? #""Ring twice, it\u2019s \"the\" back door.\n""# : "null"
    let name = ["Ada Lovelace", "Søren Kierkegaard", "Grace Hopper", "李白"][number % 4]
    return #"{"id":\#(9_007_199_254_740_993 + number),"reference":"ORD-2025-\#(number)","#
      + #""customer":{"name":"\#(name)","email":"customer\#(number)@example.com"},"#
      + #""total":\#(number % 997).95,"isPaid":\#(number % 2 == 0),"note":\#(note),"#
      + #""lines":[{"product":"pencil-\#(number % 37)","quantity":\#(number % 9 + 1),"#
      + #""price":1.25},{"product":"paper","quantity":2,"price":\#(number % 50).5}]}"#
  }
}
