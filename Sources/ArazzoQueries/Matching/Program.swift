/// A pattern as instructions, which a text is held against all at once (K. Thompson, "Regular
/// expression search algorithm", 1968).
struct Program: Sendable {
  enum Instruction: Sendable {
    /// One character of the set, then the next instruction.
    case consume(set: Int)
    /// This very character, then the next instruction.
    case scalar(Unicode.Scalar)
    /// Both ways.
    case split(Int, Int)
    case jump(Int)
    case place(RegexPattern.Place)
    /// Whether the look-around of that number holds, or does not.
    case look(Int, isNegated: Bool)
    case match
  }

  struct Set: Sendable {
    var characters: RegexPattern.CharacterSet
    var ignoresCase: Bool
  }

  /// The program of a look-around; where it looks ahead, it is the pattern back to front and the
  /// text is read from its end.
  struct Look: Sendable {
    var isBehind: Bool
    var instructions: [Instruction]
  }

  var instructions: [Instruction] = []
  var sets: [Set] = []
  /// Those that others need come first.
  var looks: [Look] = []

  /// How many instructions a pattern may have, values in it included.
  static let limit = 100_000

  /// Whether a match must begin at the start of the text and end at its end.
  var isAnchored = false

  var anchored: Program {
    var copy = self
    copy.isAnchored = true
    return copy
  }

  /// How many instructions there are.
  var size: Int { looks.reduce(instructions.count) { $0 + $1.instructions.count } }

  /// Nil where a value is missing or the limit is passed.
  init?(_ node: RegexPattern.Node) {
    var compiler = ProgramCompiler()
    guard let instructions = compiler.compile(node, isReversed: false) else { return nil }
    self.instructions = instructions
    sets = compiler.sets
    looks = compiler.looks
  }
}
