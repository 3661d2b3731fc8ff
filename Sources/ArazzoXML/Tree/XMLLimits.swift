/// The limits of a document. Parsing throws if the document exceeds one.
@_spi(Generated) public struct XMLLimits: Sendable, Hashable {
  /// The maximum size in bytes.
  public var bytes: Int
  /// The maximum nesting of elements.
  public var depth: Int
  /// The maximum number of elements, attributes, namespace declarations, texts, comments and
  /// processing instructions.
  public var nodes: Int

  /// Creates limits. The defaults suit the bodies of responses.
  public init(bytes: Int = 16 << 20, depth: Int = 512, nodes: Int = 1_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
