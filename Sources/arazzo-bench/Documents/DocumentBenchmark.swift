import ArazzoDocuments

/// The reader of documents beside libyaml alone.
enum DocumentBenchmark {
  /// Reads a large OpenAPI document in YAML again and again.
  static func run(_ scale: BenchmarkScale) throws -> Comparison {
    let bytes = Array(LargeOpenAPI.yaml(paths: scale.paths).utf8)
    var comparison = Comparison("OpenAPI document of \(bytes.count.readableBytes) of YAML")
    for _ in 0..<scale.rounds {
      try comparison.time("libyaml, events only") { consume(try BareYAML.countEvents(in: bytes)) }
      try comparison.time("ArazzoDocuments, the tree") {
        consume(try DocumentReader.read(bytes, name: "openapi.yaml"))
      }
    }
    return comparison
  }
}
