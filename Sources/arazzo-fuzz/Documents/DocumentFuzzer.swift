import ArazzoJSON

/// Damaged documents, all the way to Swift.
struct DocumentFuzzer: Fuzzer {
  private let examples: [ExampleFolder]
  private let trees: [[String: JSONValue]]
  private let mutator: TreeMutator
  private var sample: TypeCheckSample

  init(examples: [ExampleFolder], sample: TypeCheckSample) throws {
    self.examples = examples
    self.sample = sample
    trees = try examples.map { try $0.trees() }
    mutator = TreeMutator(
      donors: trees.flatMap { $0.sorted { $0.key < $1.key }.map(\.value) })
  }

  var limit: Double { FuzzLimit.document }

  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    let place = random.below(examples.count)
    let example = examples[place]
    let document = random.pick(from: example.documents) ?? ""
    var files = example.files
    for index in files.indices {
      let isSource = files[index].name != document
      // A document is damaged more often than the APIs beside it, of which it may use none.
      guard random.chance(isSource ? 15 : 80) else { continue }
      if random.chance(60), let tree = trees[place][files[index].name] {
        let changed = (0..<random.pick(1, 1, 2, 5)).reduce(tree) { tree, _ in
          mutator.mutate(tree, &random)
        }
        files[index].bytes = changed.serialized()
      } else {
        for _ in 0..<random.pick(1, 1, 2, 4) {
          files[index].bytes = TextMutator.mutate(files[index].bytes, &random)
        }
      }
    }
    return FuzzCase(files: files, document: document)
  }

  mutating func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let generation = Generation(input: input, workspace: workspace)
    let verdict = try generation.run()
    if random.chance(10) { try generation.checkRepetition(of: verdict) }
    if verdict == .accepted { try sample.take(workspace.output, as: generation.name) }
    return verdict
  }

  func finish() throws { try sample.check() }
}
