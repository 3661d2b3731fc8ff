/// A path with places for values: `/things/{id}`, `/{+key}` where the value may hold slashes.
///
/// It is read anew each time that a value is set, byte by byte, which takes less time than to keep
/// its pieces.
struct PathTemplate: Sendable {
  /// The template as the document has it.
  let template: String

  init(_ template: String) { self.template = template }

  /// A place for a value.
  struct Placeholder {
    /// Where it stands in the template, with its braces.
    fileprivate let range: Range<Int>
    fileprivate let name: Range<Int>
    /// Whether slashes stay as they are, `{+name}` (RFC 6570, section 3.2.3).
    let keepsSlashes: Bool
    /// Whether members are written as `name=value`, `{+name*}`.
    let isExploded: Bool

    /// How a value is written that may hold slashes; `nil` for any other.
    var writer: ParameterWriter? {
      guard keepsSlashes else { return nil }
      var writer = ParameterWriter("", in: .path)
      writer.explode = isExploded
      writer.encode = { PercentEncoding.path($0) }
      return writer
    }
  }

  /// The place for a value.
  func placeholder(_ name: String) -> Placeholder? {
    template.withBytes { template in
      var end = 0
      while let place = Self.placeholder(in: template, from: end) {
        if name.hasBytes(template.part(place.name)) { return place }
        end = place.range.upperBound
      }
      return nil
    }
  }

  private static func placeholder(
    in template: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Placeholder? {
    guard let open = template[start...].firstIndex(of: UInt8(ascii: "{")),
      let close = template[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let keepsSlashes = template[open + 1] == UInt8(ascii: "+")
    let isExploded = keepsSlashes && template[close - 1] == UInt8(ascii: "*")
    let first = open + (keepsSlashes ? 2 : 1)
    return Placeholder(
      range: open..<close + 1, name: first..<max(first, close - (isExploded ? 1 : 0)),
      keepsSlashes: keepsSlashes, isExploded: isExploded)
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

  /// The path with its values, which are encoded already, after that of a server; begins with a slash.
  func filled(
    after base: String, with parameters: [StepRequest.Parameter]
  ) throws(Fault) -> String {
    var path: [UInt8] = []
    path.reserveCapacity(base.utf8.count + template.utf8.count + 64)
    path.append(contentsOf: base.utf8)
    let start = path.count
    let unset = template.withBytes { template -> String? in
      if template.first != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
      var end = 0
      while let place = Self.placeholder(in: template, from: end) {
        PercentEncoding.append(literal: template.part(end..<place.range.lowerBound), to: &path)
        let name = template.part(place.name)
        guard let value = parameters.first(where: { $0.place == .path && $0.name.hasBytes(name) })
        else { return String(decoding: name, as: UTF8.self) }
        path.append(contentsOf: value.written.utf8)
        end = place.range.upperBound
      }
      PercentEncoding.append(literal: template.part(end..<template.count), to: &path)
      return nil
    }
    if let unset { throw .unset(unset) }
    if Self.isClimbing(path[start...]) { throw .climbing }
    return String(decoding: path, as: UTF8.self)
  }

  /// Whether a segment is `.` or `..`, its dots encoded or not.
  private static func isClimbing(_ path: ArraySlice<UInt8>) -> Bool {
    var (dots, isOther) = (0, false)
    var index = path.startIndex
    while index < path.endIndex, path[index] != UInt8(ascii: "?") {
      switch path[index] {
      case UInt8(ascii: "/"):
        if !isOther, dots == 1 || dots == 2 { return true }
        (dots, isOther) = (0, false)
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "%") where isDot(path[index...]):
        dots += 1
        index += 2
      default: isOther = true
      }
      index += 1
    }
    return !isOther && (dots == 1 || dots == 2)
  }

  private static func isDot(_ path: ArraySlice<UInt8>) -> Bool {
    let triple = path.prefix(3)
    return triple.elementsEqual("%2e".utf8) || triple.elementsEqual("%2E".utf8)
  }
}

extension String {
  /// Whether a byte of the text in UTF-8 is of a kind.
  func hasByte(_ isOfKind: (UInt8) -> Bool) -> Bool {
    withBytes { $0.contains(where: isOfKind) }
  }

  /// Calls a closure with the text in UTF-8.
  fileprivate func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  fileprivate func hasBytes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes { $0.count == other.count && $0.elementsEqual(other) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func part(_ range: Range<Int>) -> Self { Self(rebasing: self[range]) }
}
