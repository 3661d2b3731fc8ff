import ArazzoCompiler

/// Values inside others.
extension ValueWriter {
  /// The value that a way leads to inside another.
  func member(of base: Expression, _ pointer: [PointerToken]) -> Expression {
    guard let first = pointer.first else { return base }
    let present = present(base)
    let mark: Layout = present.isOptional ? "?" : ""
    if case .dictionary(let type) = present.type, pointer.count == 1, let name = first.memberName {
      return Expression(
        layout: [present.layout, mark, Self.subscripts([.name(name)])], type: type,
        isOptional: true, isChain: true)
    }
    var container = base.layout
    if present.type.isObject, first.memberName != nil, !pointer.contains(where: \.isAmbiguous) {
      container = [present.layout, mark, ".json", Self.subscripts(pointer)]
    } else {
      if base.type != .json { container = ["JSONValue(", container, ")"] }
      container = [container, base.isOptional ? "?" : "", Self.access(pointer)]
    }
    return Expression(layout: container, type: .json, isOptional: true, isChain: true)
  }

  /// `["a"]?[0]`, or `.value(at: "/a/0")` where what a number finds is up to the value.
  private static func access(_ pointer: [PointerToken]) -> Layout {
    guard pointer.contains(where: \.isAmbiguous) else { return subscripts(pointer) }
    // A query is asked of what a pointer leads to, so that names and indexes come last.
    let plain = pointer.prefix { !$0.isStrict }
    let rest = Array(pointer.dropFirst(plain.count))
    let found = Layout.call(
      ".value", [.labelled("at", .string(self.pointer(plain.map(\.text))))])
    return rest.isEmpty ? found : [found, "?", subscripts(rest)]
  }

  /// `["a"]?[0]`.
  static func subscripts(_ tokens: [PointerToken]) -> Layout {
    .concat(
      tokens.enumerated().flatMap { number, token -> [Layout] in
        [number == 0 ? "[" : "?[", step(token), "]"]
      })
  }

  private static func step(_ token: PointerToken) -> Layout {
    if case .index(let index) = token { .text(String(index)) } else { .string(token.text) }
  }

  /// The way as an argument: `"/items/0"`, or `["items", 0]` where names and indexes are told apart;
  /// `nil` where only some of them are.
  static func argument(_ pointer: [PointerToken]) -> Layout? {
    if !pointer.contains(where: \.isStrict) { return .string(self.pointer(pointer.map(\.text))) }
    return pointer.contains(where: \.isAmbiguous) ? nil : .array(pointer.map(step))
  }

  /// The tokens as a JSON Pointer (RFC 6901).
  static func pointer(_ tokens: [String]) -> String {
    tokens.map { token in
      "/"
        + String(
          String.UnicodeScalarView(
            token.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
              scalar == "~" ? ["~", "0"] : scalar == "/" ? ["~", "1"] : [scalar]
            }))
    }.joined()
  }
}
