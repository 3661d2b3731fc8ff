/// An XML 1.0 document with namespaces, as the data model of XPath: a tree of nodes in document
/// order.
///
/// Parsing is strict and does not validate. Document type declarations are refused, so there are
/// only the five predefined entities and no default values.
@_spi(Generated) public struct XMLTree: Sendable, Hashable {
  /// The nodes in document order, an element's attributes between it and its children; first the
  /// root.
  var nodes: [Node]
  /// The namespace declarations, element by element.
  var declarations: [Declaration]
  /// Whether the text began with an XML declaration.
  var hasDeclaration: Bool

  /// A node; its place in ``XMLTree/nodes`` is its identity.
  struct Node: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case root, element, attribute, text, comment, instruction }

    var kind: Kind
    /// Of an element or attribute; an instruction's target is the local name.
    var name = Name()
    /// The text of everything that is neither an element nor the root.
    var value = ""
    /// The place of the parent; the root is its own.
    var parent: Int
    /// The place behind the last descendant.
    var end: Int
    /// The place of the sibling before this one, if there is one.
    var previous: Int?
    var attributeCount = 0
    /// The element's own namespace declarations.
    var declarations: Range<Int> = 0..<0
  }

  /// A qualified name as written, and the namespace that it stands for.
  struct Name: Sendable, Hashable {
    var prefix = ""
    var local = ""
    var namespace = ""

    /// `prefix:local`, or `local` alone.
    var qualified: String { prefix.isEmpty ? local : "\(prefix):\(local)" }
  }

  /// `xmlns:prefix="namespace"`, or `xmlns="namespace"` where the prefix is empty.
  struct Declaration: Sendable, Hashable {
    var prefix: String
    var namespace: String
  }
}

extension XMLTree {
  /// Parses a document in UTF-8 or UTF-16.
  ///
  /// - Throws: ``XMLError`` with the position of the first error.
  public init(parsing bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) {
    guard bytes.count <= limits.bytes else {
      throw XMLError(line: 1, column: 1, reason: "longer than \(limits.bytes) bytes")
    }
    var reader = XMLReader(try XMLDecoder.decode(bytes), limits: limits)
    self = try reader.document()
  }

  /// Parses a document; see ``init(parsing:limits:)-([UInt8],_)``. The encoding in its XML
  /// declaration is ignored.
  public init(parsing text: String, limits: XMLLimits = XMLLimits()) throws(XMLError) {
    guard text.utf8.count <= limits.bytes else {
      throw XMLError(line: 1, column: 1, reason: "longer than \(limits.bytes) bytes")
    }
    var source = try XMLDecoder.decode(Array(text.utf8))
    source.encoding = nil
    var reader = XMLReader(source, limits: limits)
    self = try reader.document()
  }
}
