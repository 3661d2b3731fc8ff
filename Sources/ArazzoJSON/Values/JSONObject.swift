/// The members of a JSON object, in order and with unique names.
///
/// Access by name takes constant time. Two objects are equal if they have the same members, in any
/// order.
public struct JSONObject: Sendable {
  /// The name and the value of a member.
  public typealias Member = (name: String, value: JSONValue)

  private var members: [Member] = []
  /// Where each member is; kept only for objects that are worth it.
  private var places: [Name: Int] = [:]

  /// Creates an empty object.
  public init() {}

  /// Creates an object. If a name repeats, the last value takes the place of the first.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    self.members.reserveCapacity(members.underestimatedCount)
    for (name, value) in members { self[name] = value }
  }

  /// Creates an object from the last names and the last values, of which there are as many.
  init(_ names: [String], from firstName: Int, _ values: [JSONValue], from firstValue: Int) {
    members.reserveCapacity(names.count - firstName)
    for index in firstName..<names.count {
      set(names[index], values[firstValue + index - firstName])
    }
  }

  /// Creates an object from the members that are not `nil`.
  init(present members: [(String, JSONValue?)]) {
    self.members.reserveCapacity(members.count)
    for case (let name, let value?) in members { set(name, value) }
  }

  /// The value of a member. Setting it adds or replaces the member; `nil` removes it.
  public subscript(name: String) -> JSONValue? {
    get { place(of: name).map { members[$0].value } }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): members[place].value = value
      case (nil, let value?): append(name, value)
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  /// The names of the members, in order.
  public var names: [String] { members.map(\.name) }

  private static let scanned = 12

  private func place(of name: String) -> Int? {
    if members.count > Self.scanned { return places[Name(text: name)] }
    return members.firstIndex { $0.name.hasSameCodePoints(as: name) }
  }

  private mutating func set(_ name: String, _ value: JSONValue) {
    if let place = place(of: name) {
      members[place].value = value
    } else {
      append(name, value)
    }
  }

  private mutating func append(_ name: String, _ value: JSONValue) {
    members.append((name, value))
    if members.count == Self.scanned + 1 {
      index()
    } else if members.count > Self.scanned {
      places[Name(text: name)] = members.count - 1
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    index()
  }

  private mutating func index() {
    places = [:]
    guard members.count > Self.scanned else { return }
    for (place, member) in members.enumerated() { places[Name(text: member.name)] = place }
  }

  /// A name that equals another only when their code points do.
  private struct Name: Hashable {
    var text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.hasSameCodePoints(as: right.text)
    }

    func hash(into hasher: inout Hasher) { text.hashCodePoints(into: &hasher) }
  }
}

extension JSONObject: RandomAccessCollection {
  /// The index of the first member.
  public var startIndex: Int { 0 }

  /// The index after the last member.
  public var endIndex: Int { members.count }

  /// The member at an index.
  public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: Hashable {
  /// Whether both have the same members, in any order.
  public static func == (left: Self, right: Self) -> Bool {
    JSONValue.object(left) == .object(right)
  }

  /// Hashes the members regardless of their order.
  public func hash(into hasher: inout Hasher) { JSONValue.object(self).hash(into: &hasher) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object with its members in this order. Members that are `nil` are omitted.
  public init(dictionaryLiteral members: (String, JSONValue?)...) { self.init(present: members) }
}

extension JSONObject: CustomStringConvertible {
  /// The object as compact JSON.
  public var description: String { JSONValue.object(self).description }
}
