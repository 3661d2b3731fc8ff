/// Where the operations of one source description go.
package struct ServerPlan: Sendable, Encodable, Hashable {
  /// The name of the source description.
  package var source: String
  /// The first server's URL with the defaults of its variables; relative where the description
  /// leaves the host to the caller.
  package var url: String
  package var description: String?
  /// The servers that the caller can choose from, the default first; empty where there is no choice.
  package var choices: [ServerChoicePlan] = []
}

/// A server among others, or one with variables.
package struct ServerChoicePlan: Sendable, Encodable, Hashable {
  /// What the description calls it.
  package var name: String?
  package var description: String?
  /// The texts of the URL and the variables between them.
  package var url: [Part]
  package var variables: [ServerVariablePlan]

  package enum Part: Sendable, Encodable, Hashable {
    case text(String)
    case variable(String)
  }
}

/// A variable in the URL of a server.
package struct ServerVariablePlan: Sendable, Encodable, Hashable {
  package var name: String
  package var defaultValue: String
  /// The values that there are, the default among them; empty where any text is one.
  package var values: [String]
  package var description: String?
}
