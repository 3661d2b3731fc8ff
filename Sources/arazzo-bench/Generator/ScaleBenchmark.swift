import Foundation

/// How time and memory of the generator grow with the size of a document.
enum ScaleBenchmark {
  /// What a document costs, without what the process had before.
  struct Cost {
    let seconds: Double
    let bytes: Double
  }

  /// A size's process ended otherwise than it should, or can't tell its memory.
  struct Failure: Error {}

  /// Generates documents of a quarter, half and all of the largest size, each in a process of its
  /// own.
  ///
  /// - Returns: The exponents: 1 is linear growth.
  static func run(_ scale: BenchmarkScale) throws -> [Goal] {
    print("Growth of time and memory with the size of a document, from 1 × to 4 ×")
    return try GrowingDocument.allCases.flatMap { kind in
      let (title, size) = kind.largest
      let sizes = [size / 4, size / 2, size]
      let costs = try sizes.map { try cost(of: kind, $0, scale) }
      for (size, cost) in zip(sizes, costs) {
        print(
          "  " + "\(size) \(title)".padded(to: 38)
            + Duration.seconds(cost.seconds).readable.padded(to: 12, atEnd: false)
            + Int(cost.bytes).readableBytes.padded(to: 12, atEnd: false))
      }
      return [
        Goal(
          name: "Exponent of time, \(title)", ratio: exponent(costs.map(\.seconds)), limit: 1.15),
        Goal(
          name: "Exponent of memory, \(title)", ratio: exponent(costs.map(\.bytes)), limit: 1.15),
      ]
    }
  }

  /// From the first to the last of values for sizes that double each time.
  private static func exponent(_ values: [Double]) -> Double {
    guard let first = values.first, let last = values.last, first > 0 else { return 0 }
    return max(0, log2(last / first) / Double(values.count - 1))
  }

  /// The smallest of several runs.
  private static func cost(
    of kind: GrowingDocument, _ size: Int, _ scale: BenchmarkScale
  ) throws -> Cost {
    let documents = try kind.documents(size)
    let costs = try (0..<min(scale.rounds, 3)).map { _ in try process(documents.documents) }
    return Cost(
      seconds: costs.map(\.seconds).min() ?? 0, bytes: costs.map(\.bytes).min() ?? 0)
  }

  private static func process(_ documents: [String]) throws -> Cost {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["grow"] + documents
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double(String($0)) }
    guard process.terminationStatus == 0, numbers.count == 2 else { throw Failure() }
    return Cost(seconds: numbers[0], bytes: numbers[1])
  }

  /// What this process takes for a document, after a small one.
  static func measure(_ small: String, _ large: String) throws -> Cost {
    try GeneratorBenchmark.generate([small], into: small + ".out")
    guard let before = peakMemory else { throw Failure() }
    let start = ContinuousClock.now
    try GeneratorBenchmark.generate([large], into: large + ".\(UUID().uuidString)")
    let time = start.duration(to: .now)
    guard let after = peakMemory else { throw Failure() }
    return Cost(seconds: time / .seconds(1), bytes: max(1, after - before))
  }

  /// The largest memory of this process so far, in bytes.
  private static var peakMemory: Double? {
    #if canImport(Darwin)
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? Double(usage.ru_maxrss) : nil
    #else
      // What getrusage tells begins with the memory of the process that started this one.
      return ResidentMemory.peak.map(Double.init)
    #endif
  }
}
