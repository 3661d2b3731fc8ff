/// How big a document may be; past a limit reading ends with an error.
public struct XMLLimits: Sendable, Hashable {
  /// The length of the text in bytes.
  public var bytes: Int
  /// How deep elements may be nested.
  public var depth: Int
  /// How many elements, attributes, namespace declarations, texts, comments and instructions.
  public var nodes: Int

  /// Makes limits; the defaults suit the bodies of responses.
  public init(bytes: Int = 16 << 20, depth: Int = 512, nodes: Int = 1_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
