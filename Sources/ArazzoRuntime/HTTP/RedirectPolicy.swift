/// Whether redirects of a step are followed (rule H4).
public enum RedirectPolicy: Sendable, Hashable {
  /// Redirects of GET and HEAD are followed: five at most, never from https to http, and without
  /// credentials to another origin.
  case follow
  /// The step sees the 3xx.
  case keep
}
