import ArazzoDocuments

/// A JSONPath query (RFC 9535).
package struct JSONPathQuery: Sendable, Hashable {
  package enum Root: Sendable, Hashable { case root, current }

  package enum Language: Sendable {
    case rfc9535
    /// `draft-goessner-dispatch-jsonpath-00`, read as RFC 9535 with what only the draft has.
    case draft
  }

  package var root: Root
  package var segments: [Segment]

  package init(root: Root, segments: [Segment]) {
    self.root = root
    self.segments = segments
  }

  package struct Segment: Sendable, Hashable {
    package var isDescendant: Bool
    package var selectors: [Selector]

    package init(isDescendant: Bool, selectors: [Selector]) {
      self.isDescendant = isDescendant
      self.selectors = selectors
    }
  }

  package enum Selector: Sendable, Hashable {
    case name(String)
    case wildcard
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
    case filter(FilterExpression)
    /// `[{$…}]` or `.{$…}`: a name when the value is a string, an index when it is a number (rule C6).
    case embedded(ParsedExpression, offset: Int)
    /// A quoted name that holds `{$…}`.
    case template(StringTemplate, offset: Int)
  }
}
