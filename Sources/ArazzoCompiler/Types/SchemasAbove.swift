import ArazzoDescriptions
import ArazzoDocuments

/// The schemas that a schema of the inputs stands in.
struct SchemasAbove {
  private var locations: Set<Location> = []
  /// Where the structures stand that have an array or a dictionary on the way from them: only
  /// through one can a structure hold itself.
  private var enclosing: [Location: [String]] = [:]
  private var structures: [Location: [String]] = [:]

  func contains(_ schema: Schema) -> Bool { locations.contains(schema.location) }

  /// The same inside a structure.
  func entering(_ schema: Schema, at path: [String]) -> SchemasAbove {
    var result = self
    result.locations.insert(schema.location)
    // The inputs themselves are no value that can be sent.
    if !path.isEmpty { result.structures[schema.location] = path }
    return result
  }

  /// The same inside an array or a dictionary.
  func entering(_ schema: Schema) -> SchemasAbove {
    var result = self
    result.locations.insert(schema.location)
    result.enclosing = structures
    return result
  }

  /// The type of a schema that stands in itself; JSON where it has none.
  func type(of schema: Schema) -> TypePlan {
    enclosing[schema.location].map(TypePlan.enclosing) ?? .json
  }
}
