extension JSONValue {
  /// Reads JSON text (RFC 8259, strictly; a byte order mark in front is passed over).
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - maximumDepth: How deep arrays and objects may be nested. Copies, comparisons and the end
  ///     of a value's life use a little stack for each level.
  /// - Throws: ``JSONError`` with the place of the first mistake.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
      var reader = JSONReader(buffer, maximumDepth: maximumDepth)
      return try reader.document()
    }
  }

  /// Reads JSON text, see ``init(parsing:maximumDepth:)-([UInt8],_)``.
  public init(parsing text: String, maximumDepth: Int = 512) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
  }

  /// The value as compact JSON text in UTF-8: no white space, members in their order, numbers with
  /// their own digits.
  public func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON text.
  public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
