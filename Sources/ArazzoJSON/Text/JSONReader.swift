/// Reads JSON text strictly after RFC 8259, and without recursion: however deep the text, the
/// stack stays flat.
struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private let maximumDepth: Int
  /// Values read whose array or object is still open, and the names of the members among them.
  private var values: [JSONValue] = []
  private var names: [String] = []
  private var open: [Container] = []

  /// An array or object whose end has not been read.
  private struct Container {
    var isObject: Bool
    var firstValue: Int
    var firstName: Int

    var end: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    values.reserveCapacity(8)
    names.reserveCapacity(8)
    open.reserveCapacity(4)
  }

  /// Reads the whole text as one value.
  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    repeat {
      try startValue()
      try finishContainers()
    } while !open.isEmpty
    skipSpace()
    guard position == bytes.count, let value = values.popLast() else {
      throw unexpected("the end of the text")
    }
    return value
  }

  /// Reads a scalar, or goes into arrays and objects until there is one or until one is empty.
  private mutating func startValue() throws(JSONError) {
    while true {
      skipSpace()
      switch next {
      case UInt8(ascii: "{"):
        try begin(isObject: true)
        if next == UInt8(ascii: "}") { return }
        try readName()
      case UInt8(ascii: "["):
        try begin(isObject: false)
        if next == UInt8(ascii: "]") { return }
      default:
        return values.append(try scalar())
      }
    }
  }

  /// After a value: leaves every array and object that ends here, or passes the comma before the
  /// next value.
  private mutating func finishContainers() throws(JSONError) {
    while let container = open.last {
      skipSpace()
      switch next {
      case container.end:
        position += 1
        finish(container)
      case UInt8(ascii: ","):
        position += 1
        skipSpace()
        if container.isObject { try readName() }
        return
      default:
        throw unexpected(container.isObject ? "',' or '}'" : "',' or ']'")
      }
    }
  }

  private mutating func begin(isObject: Bool) throws(JSONError) {
    guard open.count < maximumDepth else {
      throw error("nested more than \(maximumDepth) levels deep")
    }
    position += 1
    open.append(Container(isObject: isObject, firstValue: values.count, firstName: names.count))
    skipSpace()
  }

  private mutating func finish(_ container: Container) {
    open.removeLast()
    let value = contents(of: container)
    for _ in container.firstValue..<values.count { values.removeLast() }
    for _ in container.firstName..<names.count { names.removeLast() }
    values.append(value)
  }

  private func contents(of container: Container) -> JSONValue {
    guard container.isObject else { return .array(Array(values[container.firstValue...])) }
    return .object(
      JSONObject(names, from: container.firstName, values, from: container.firstValue))
  }

  private mutating func readName() throws(JSONError) {
    guard next == UInt8(ascii: "\"") else { throw unexpected("the name of a member, in quotes") }
    names.append(try string())
    skipSpace()
    guard next == UInt8(ascii: ":") else { throw unexpected("':'") }
    position += 1
  }

  private mutating func scalar() throws(JSONError) -> JSONValue {
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t") where skip("true"): return .bool(true)
    case UInt8(ascii: "f") where skip("false"): return .bool(false)
    case UInt8(ascii: "n") where skip("null"): return .null
    default: throw unexpected("a value")
    }
  }
}
