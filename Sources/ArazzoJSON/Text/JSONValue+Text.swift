extension JSONValue {
  /// Parses JSON (RFC 8259, strictly, except that a byte order mark is skipped).
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - maximumDepth: The maximum nesting of arrays and objects. Copying, comparing and releasing
  ///     a value uses some stack for each level.
  /// - Throws: ``JSONError`` with the position of the first error.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
      var reader = JSONReader(buffer, maximumDepth: maximumDepth)
      return try reader.document()
    }
  }

  /// Parses JSON; see ``init(parsing:maximumDepth:)-([UInt8],_)``.
  public init(parsing text: String, maximumDepth: Int = 512) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
  }

  /// The value as compact JSON in UTF-8, with members in order and numbers with their digits.
  public func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON.
  public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
