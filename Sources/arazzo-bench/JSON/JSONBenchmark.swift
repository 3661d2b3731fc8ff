import ArazzoRuntime
import Foundation

/// The runtime's reader of JSON beside those of Foundation.
enum JSONBenchmark {
  /// Reads a body with so many items again and again.
  static func run(items: Int, _ scale: BenchmarkScale) throws -> Comparison {
    let body = OrderList.json(items: items)
    let (bytes, data) = (Array(body.utf8), Data(body.utf8))
    let repetitions = max(1, scale.bytesOfJSON / bytes.count)
    var comparison = Comparison("JSON of \(bytes.count.readableBytes)", pieces: repetitions)
    let decoder = JSONDecoder()
    for _ in 0..<scale.rounds {
      try comparison.time("JSONValue(parsing:)") {
        for _ in 0..<repetitions { consume(try JSONValue(parsing: bytes)) }
      }
      try comparison.time("JSONDecoder, dynamic JSON") {
        for _ in 0..<repetitions { consume(try decoder.decode(DynamicJSON.self, from: data)) }
      }
      try comparison.time("JSONDecoder, fixed structs") {
        for _ in 0..<repetitions { consume(try decoder.decode(OrderList.self, from: data)) }
      }
      try comparison.time("JSONSerialization") {
        for _ in 0..<repetitions { consume(try JSONSerialization.jsonObject(with: data)) }
      }
    }
    return comparison
  }
}
