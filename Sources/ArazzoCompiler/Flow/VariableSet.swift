/// A set of step outputs, by their numbers in ``VariableNumbers``. A workflow of a thousand steps
/// needs thousands of sets, so a variable takes one bit.
struct VariableSet: Hashable {
  /// Without zeros at the end, so that equal sets have equal words.
  private var words: [UInt64] = []

  var isEmpty: Bool { words.isEmpty }

  func contains(_ number: Int) -> Bool {
    let word = number / 64
    return word < words.count && words[word] & (1 << UInt64(number % 64)) != 0
  }

  mutating func insert(_ number: Int) {
    let word = number / 64
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(number % 64)
  }

  mutating func formUnion(_ other: VariableSet) {
    for (index, word) in other.words.enumerated() {
      if index < words.count { words[index] |= word } else { words.append(word) }
    }
  }

  mutating func formIntersection(_ other: VariableSet) {
    if words.count > other.words.count { words.removeSubrange(other.words.count...) }
    for index in words.indices { words[index] &= other.words[index] }
    trim()
  }

  mutating func subtract(_ other: VariableSet) {
    for index in words.indices where index < other.words.count {
      words[index] &= ~other.words[index]
    }
    trim()
  }

  func union(_ other: VariableSet) -> VariableSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersection(_ other: VariableSet) -> VariableSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  func subtracting(_ other: VariableSet) -> VariableSet {
    var result = self
    result.subtract(other)
    return result
  }

  /// The numbers, least first.
  var numbers: [Int] {
    words.enumerated().flatMap { index, word -> [Int] in
      word == 0 ? [] : (0..<64).filter { word & (1 << UInt64($0)) != 0 }.map { index * 64 + $0 }
    }
  }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }
}

/// Numbers the step outputs of a workflow, in the order of their steps.
struct VariableNumbers {
  let keys: [VariableKey]
  private let numbers: [VariableKey: Int]

  init(_ keys: [VariableKey]) {
    self.keys = keys
    numbers = Dictionary(
      keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func set(_ keys: some Sequence<VariableKey>) -> VariableSet {
    var result = VariableSet()
    for key in keys { if let number = numbers[key] { result.insert(number) } }
    return result
  }
}
