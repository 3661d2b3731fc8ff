/// A path with places for values: `/things/{id}`, `/{+key}` where the value may hold slashes.
///
/// It is read anew each time that it is filled, byte by byte, which takes less time than to keep
/// its pieces.
struct PathTemplate: Sendable {
  /// The template as the document has it.
  let template: String

  init(_ template: String) { self.template = template }

  /// A place for a value.
  struct Placeholder {
    let name: Substring
    /// Whether slashes stay as they are, `{+name}` (RFC 6570, section 3.2.3).
    let keepsSlashes: Bool
    /// Whether members are written as `name=value`, `{+name*}`.
    let isExploded: Bool

    fileprivate init(_ text: Substring) {
      keepsSlashes = text.utf8.first == UInt8(ascii: "+")
      isExploded = keepsSlashes && text.utf8.last == UInt8(ascii: "*")
      name = text.dropFirst(keepsSlashes ? 1 : 0).dropLast(isExploded ? 1 : 0)
    }

    fileprivate func isNamed(_ other: String) -> Bool {
      name.utf8.count == other.utf8.count && name.utf8.elementsEqual(other.utf8)
    }

    /// How a value is written that may hold slashes; `nil` for any other.
    var writer: ParameterWriter? {
      guard keepsSlashes else { return nil }
      var writer = ParameterWriter(String(name), in: .path)
      writer.explode = isExploded
      writer.encode = { PercentEncoding.path($0) }
      return writer
    }
  }

  /// The place for a value.
  func placeholder(_ name: String) -> Placeholder? {
    var pieces = Pieces(rest: template[...])
    while let (_, placeholder) = pieces.next() {
      if let placeholder, placeholder.isNamed(name) { return placeholder }
    }
    return nil
  }

  /// The text before each place, and the place; the last text has none after it.
  private struct Pieces: IteratorProtocol {
    var rest: Substring?

    mutating func next() -> (literal: Substring, placeholder: Placeholder?)? {
      guard let text = rest else { return nil }
      let bytes = text.utf8
      guard let open = bytes.firstIndex(of: UInt8(ascii: "{")),
        let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
      else {
        rest = nil
        return (text, nil)
      }
      rest = text[bytes.index(after: close)...]
      return (text[..<open], Placeholder(text[bytes.index(after: open)..<close]))
    }
  }
}

extension PathTemplate {
  /// Why a path can't be filled.
  enum Fault: Error {
    /// A value is missing.
    case unset(String)
    /// A segment would be `.` or `..`, which means another path.
    case climbing
  }

  /// The path with its values, which are encoded already; begins with a slash.
  func filled(with value: (Placeholder) -> String?) throws(Fault) -> String {
    var path = template.utf8.first == UInt8(ascii: "/") ? "" : "/"
    path.reserveCapacity(template.utf8.count + 64)
    var pieces = Pieces(rest: template[...])
    while let (literal, placeholder) = pieces.next() {
      PercentEncoding.append(literal: literal, to: &path)
      guard let placeholder else { continue }
      guard let value = value(placeholder) else { throw .unset(String(placeholder.name)) }
      path += value
    }
    if Self.isClimbing(path) { throw .climbing }
    return path
  }

  /// Whether a segment is `.` or `..`, its dots encoded or not.
  private static func isClimbing(_ path: String) -> Bool {
    var bytes = path.utf8[...]
    var (dots, isOther) = (0, false)
    while let byte = bytes.popFirst(), byte != UInt8(ascii: "?") {
      switch byte {
      case UInt8(ascii: "/"):
        if !isOther, dots == 1 || dots == 2 { return true }
        (dots, isOther) = (0, false)
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "%") where bytes.starts(with: "2e".utf8) || bytes.starts(with: "2E".utf8):
        dots += 1
        bytes = bytes.dropFirst(2)
      default: isOther = true
      }
    }
    return !isOther && (dots == 1 || dots == 2)
  }
}
