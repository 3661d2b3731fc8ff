/// Turns a pattern into instructions.
struct ProgramCompiler {
  private(set) var sets: [Program.Set] = []
  private(set) var looks: [Program.Look] = []
  private var code: [Program.Instruction] = []
  private var isReversed = false
  private var ignoresCase = false
  private var isComplete = true
  /// How many instructions were written for all programs together.
  private var count = 0

  mutating func compile(_ node: RegexPattern.Node, isReversed: Bool) -> [Program.Instruction]? {
    let outer = (code, self.isReversed)
    (code, self.isReversed) = ([], isReversed)
    write(node)
    append(.match)
    let result = code
    (code, self.isReversed) = outer
    return isComplete ? result : nil
  }

  private mutating func append(_ instruction: Program.Instruction) {
    count += 1
    if count > Program.limit { isComplete = false }
    if isComplete { code.append(instruction) }
  }

  private mutating func write(_ node: RegexPattern.Node) {
    guard isComplete else { return }
    switch node {
    case .text(let text): writeText(text)
    case .missing: isComplete = false
    case .set(let set): writeSet(set)
    case .sequence(let parts): for part in isReversed ? parts.reversed() : parts { write(part) }
    case .choice(let options): writeChoice(options)
    case .repeated(let inner, let minimum, let maximum): writeRepeated(inner, minimum, maximum)
    case .look(let inner, let isBehind, let isNegated): writeLook(inner, isBehind, isNegated)
    case .place(let place): append(.place(place))
    case .ignoringCase(let inner):
      let outer = ignoresCase
      ignoresCase = true
      write(inner)
      ignoresCase = outer
    }
  }

  private mutating func writeText(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    for scalar in isReversed ? scalars.reversed() : scalars {
      guard isComplete else { return }
      if ignoresCase, !scalar.otherCases.allSatisfy({ $0 == scalar }) {
        writeSet(.init(isInverted: false, members: [.init(unicodeScalarLiteral: scalar)]))
      } else {
        append(.scalar(scalar))
      }
    }
  }

  private mutating func writeSet(_ set: RegexPattern.CharacterSet) {
    append(.consume(set: sets.count))
    sets.append(.init(characters: set, ignoresCase: ignoresCase))
  }

  private mutating func writeChoice(_ options: [RegexPattern.Node]) {
    var jumps: [Int] = []
    for (number, option) in options.enumerated() {
      guard number < options.count - 1 else {
        write(option)
        break
      }
      let split = code.count
      append(.split(split + 1, split + 1))
      write(option)
      jumps.append(code.count)
      append(.jump(0))
      patch(split, .split(split + 1, code.count))
    }
    for jump in jumps { patch(jump, .jump(code.count)) }
  }

  private mutating func writeRepeated(_ inner: RegexPattern.Node, _ minimum: Int, _ maximum: Int?) {
    times(minimum) { $0.write(inner) }
    guard let maximum else {
      let split = code.count
      append(.split(split + 1, split + 1))
      write(inner)
      append(.jump(split))
      return patch(split, .split(split + 1, code.count))
    }
    var splits: [Int] = []
    times(maximum - minimum) { compiler in
      splits.append(compiler.code.count)
      compiler.append(.split(0, 0))
      compiler.write(inner)
    }
    for split in splits { patch(split, .split(split + 1, code.count)) }
  }

  /// Repetitions of nothing count as well, or they could go on for ever.
  private mutating func times(_ number: Int, _ body: (inout Self) -> Void) {
    var done = 0
    while done < number, isComplete {
      body(&self)
      done += 1
      count += 1
      if count > Program.limit { isComplete = false }
    }
  }

  private mutating func patch(_ place: Int, _ instruction: Program.Instruction) {
    if code.indices.contains(place) { code[place] = instruction }
  }

  private mutating func writeLook(_ inner: RegexPattern.Node, _ isBehind: Bool, _ isNegated: Bool) {
    guard let program = compile(inner, isReversed: !isBehind) else { return }
    looks.append(.init(isBehind: isBehind, instructions: program))
    append(.look(looks.count - 1, isNegated: isNegated))
  }
}
