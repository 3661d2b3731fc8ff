/// The members of a JSON object, in their order, each name once.
///
/// Finding a member takes the same time in a large object as in a small one. Two objects are equal
/// when they have the same members, in whatever order.
public struct JSONObject: Sendable {
  /// A member: its name and its value.
  public typealias Member = (name: String, value: JSONValue)

  private var members: [Member] = []
  /// Where each member is; kept only for objects that are worth it.
  private var places: [Name: Int] = [:]

  /// Makes an object without members.
  public init() {}

  /// Makes an object; where a name repeats, the last value stands in the first one's place.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    self.members.reserveCapacity(members.underestimatedCount)
    for (name, value) in members { self[name] = value }
  }

  /// Makes an object of those members that are not missing (`nil`).
  init(present members: [(String, JSONValue?)]) {
    for case (let name, let value?) in members { self[name] = value }
  }

  /// The value of the member of that name; setting it adds, replaces or (with nil) removes.
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
  /// The place of the first member.
  public var startIndex: Int { 0 }

  /// The place after the last member.
  public var endIndex: Int { members.count }

  /// The member at that place.
  public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: Hashable {
  /// Whether both have the same members, in whatever order.
  public static func == (left: Self, right: Self) -> Bool {
    JSONValue.object(left) == .object(right)
  }

  /// Feeds the members to a hasher, without regard to their order.
  public func hash(into hasher: inout Hasher) { JSONValue.object(self).hash(into: &hasher) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object in the order written; a member that is missing (`nil`) is left out.
  public init(dictionaryLiteral members: (String, JSONValue?)...) { self.init(present: members) }
}

extension JSONObject: CustomStringConvertible {
  /// The object as compact JSON text.
  public var description: String { JSONValue.object(self).description }
}
