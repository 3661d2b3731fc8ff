@_spi(Generated) import ArazzoRuntime

/// A value inside another, with the way to it.
struct PlacedValue {
  var value: JSONValue
  var place: Place?

  /// The last part of a way, with what comes before it.
  final class Place: Sendable {
    let token: String
    let parent: Place?

    init(_ token: String, below parent: Place?) { (self.token, self.parent) = (token, parent) }
  }

  var pointer: JSONPointer {
    var tokens: [String] = []
    var place = place
    while let current = place {
      tokens.append(current.token)
      place = current.parent
    }
    return JSONPointer(tokens: tokens.reversed())
  }

  fileprivate func child(_ token: String, _ value: JSONValue) -> PlacedValue {
    PlacedValue(value: value, place: Place(token, below: place))
  }
}

extension Search {
  /// Where what the steps lead to stands, in order; nil where the budget ran out.
  mutating func places(_ steps: [JSONPath.Step]) -> [PlacedValue]? {
    follow(steps, from: PlacedValue(value: root, place: nil)) { $0.choose($1, in: $2, &$3) }
  }

  private mutating func choose(
    _ step: JSONPath.Step, in place: PlacedValue, _ found: inout [PlacedValue]
  ) {
    switch step.node {
    case .selector(.anywhere): appendAll(below: place, to: &found)
    case .selector(.each):
      let children = children(of: place)
      if hasRoom(for: children.count, beside: found.count) { found += children }
    case .selector(.member(let name)):
      guard let value = place.value[name], hasRoom(for: 1, beside: found.count) else { return }
      found.append(place.child(name, value))
    case .selector(let selector):
      guard case .array(let elements) = place.value, elements.count <= Budget.nodes else { return }
      // The places of an array are what the selector chooses among the numbers from 0 on.
      let numbers = JSONValue.array(elements.indices.map { JSONValue($0) })
      for case .number(let number) in selector.nodes(in: numbers) {
        guard let index = number.int, hasRoom(for: 1, beside: found.count) else { continue }
        found.append(place.child(String(index), elements[index]))
      }
    case .either(let steps): for step in steps { choose(step, in: place, &found) }
    case .filter(let filter):
      for child in children(of: place) where holds(filter, at: child.value) {
        guard hasRoom(for: 1, beside: found.count) else { return }
        found.append(child)
      }
    case .missing: break
    }
  }

  /// The value and all inside it, each before what it holds.
  private mutating func appendAll(below place: PlacedValue, to found: inout [PlacedValue]) {
    var rest = [place]
    while let place = rest.popLast() {
      guard hasRoom(for: 1, beside: found.count + rest.count) else { return }
      found.append(place)
      rest.append(contentsOf: children(of: place).reversed())
    }
  }

  /// The elements of an array or the members of an object, in order; none where there is no room for
  /// so many, which ends the search.
  private mutating func children(of place: PlacedValue) -> [PlacedValue] {
    switch place.value {
    case .array(let elements) where elements.count <= Budget.nodes:
      return elements.enumerated().map { place.child(String($0), $1) }
    case .object(let object) where object.count <= Budget.nodes:
      return object.map { place.child($0.name, $0.value) }
    case .array, .object:
      budget.spendAll()
      return []
    case .null, .bool, .number, .string: return []
    }
  }
}
