import ArazzoCommand
import Foundation

/// The generator, from documents to files, beside libyaml alone over the bytes that it reads.
enum GeneratorBenchmark {
  /// The generator reported an error.
  struct Failure: Error {
    let errors: String
  }

  /// A call for one document and a call for many.
  ///
  /// - Returns: How many times as long as libyaml they take, in the median round.
  static func run(_ scale: BenchmarkScale) throws -> [Goal] {
    let one = try GeneratedDocuments()
    try one.addFamily(documents: 1, paths: 1_200)
    let many = try GeneratedDocuments()
    try many.addFamily(documents: scale.documents, paths: 60)
    return [
      Goal(name: "One document, beside libyaml", ratio: try measure(one, scale), limit: 2),
      Goal(
        name: "\(scale.documents) documents, beside libyaml", ratio: try measure(many, scale),
        limit: 2),
    ] + rates(scale)
  }

  /// How many published documents a second one call generates.
  private static func rates(_ scale: BenchmarkScale) -> [Goal] {
    guard let folder = scale.publishedDocuments else { return [] }
    let published = PublishedDocuments(in: folder)
    return [
      Goal(
        name: "\(published.sharing.count) published documents that share sources",
        perSecond: rate(published.sharing, scale), atLeast: 500),
      Goal(
        name: "\(published.mixed.count) published documents, any mix",
        perSecond: rate(published.mixed, scale), atLeast: 330),
    ]
  }

  /// The best of several rounds: what else the machine does only takes away. Documents may have
  /// mistakes and files of the same name.
  private static func rate(_ documents: [String], _ scale: BenchmarkScale) -> Double {
    let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let times = (0..<min(scale.rounds, 7)).map { round in
      ContinuousClock().measure {
        _ = CommandLineTool.run(documents + ["-o", "\(output)/\(round)", "--keep-going"])
      }
    }
    return times.min().map { Double(documents.count) / ($0 / .seconds(1)) } ?? 0
  }

  private static func measure(
    _ documents: GeneratedDocuments, _ scale: BenchmarkScale
  ) throws -> Double {
    let count = documents.documents.count
    let size = documents.bytes.reduce(0) { $0 + $1.count }
    var comparison = Comparison(
      "A call of arazzo-gen, documents: \(count), \(size.readableBytes)", pieces: count)
    var ratios: [Double] = []
    for round in 0..<scale.rounds {
      let bare = try comparison.timed("libyaml, events only") {
        for bytes in documents.bytes { consume(try BareYAML.countEvents(in: bytes)) }
      }
      let whole = try comparison.timed("arazzo-gen, files written") {
        try generate(documents.documents, into: "\(documents.folder)/out\(round)")
      }
      ratios.append(whole / bare)
    }
    print(comparison)
    return ratios.sorted()[ratios.count / 2]
  }

  /// Generates all documents in one call.
  static func generate(_ documents: [String], into output: String) throws {
    let outcome = CommandLineTool.run(documents + ["-o", output])
    guard outcome.status == .success else { throw Failure(errors: outcome.errors) }
  }
}

extension Comparison {
  /// Times one turn of a contender, and tells the time too.
  fileprivate mutating func timed(_ contender: String, _ turn: () throws -> Void) throws -> Duration
  {
    let start = ContinuousClock.now
    try time(contender, turn)
    return start.duration(to: .now)
  }
}
