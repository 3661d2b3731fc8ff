/// What the schema of an input asks for beyond its type.
package indirect enum RulePlan: Sendable, Encodable, Hashable {
  case minLength(Int)
  case maxLength(Int)
  /// With the pattern as written.
  case pattern(PatternPlan, String)
  /// With the digits as written, as all limits.
  case minimum(String)
  case maximum(String)
  case above(String)
  case below(String)
  case multipleOf(String)
  case int32
  case minItems(Int)
  case maxItems(Int)
  case uniqueItems
  /// Of what every element of an array must keep to.
  case each([RulePlan])
  case oneOf([LiteralPlan])
  case date
  case dateTime
}
