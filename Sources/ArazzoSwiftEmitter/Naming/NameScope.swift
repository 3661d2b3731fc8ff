/// Names that stand side by side. All are gathered first, then the ones that fall together are
/// numbered in the order they came: `id`, `id2`, `id3`.
struct NameScope {
  private var wanted: [String] = []
  private let taken: Set<String>
  private let ignoresCase: Bool

  /// - Parameter taken: Names that are spoken for.
  init(taken: Set<String> = [], ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
    self.taken = ignoresCase ? Set(taken.map { $0.lowercased() }) : taken
  }

  mutating func add(_ name: String) { wanted.append(name) }

  /// A name for each that was added, in that order.
  func resolved() -> [String] {
    let bases = Set(wanted.map(key))
    var used = taken
    var numbers: [String: Int] = [:]
    return wanted.map { base in
      var name = base
      var number = numbers[key(base)] ?? 1
      while used.contains(key(name)) || (name != base && bases.contains(key(name))) {
        number += 1
        name = base + String(number)
      }
      numbers[key(base)] = number
      used.insert(key(name))
      return name
    }
  }

  private func key(_ name: String) -> String { ignoresCase ? name.lowercased() : name }

  /// The resolved names of a list.
  static func resolve(_ names: [String], taken: Set<String> = []) -> [String] {
    var scope = NameScope(taken: taken)
    names.forEach { scope.add($0) }
    return scope.resolved()
  }
}
