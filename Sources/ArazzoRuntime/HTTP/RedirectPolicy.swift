/// Whether a step follows redirects (rule H4).
@_spi(Generated) public enum RedirectPolicy: Sendable, Hashable {
  /// Follows up to five redirects of GET and HEAD, never from https to http, and without
  /// credentials to another origin.
  case follow
  /// Returns the 3xx response to the step.
  case keep
}
