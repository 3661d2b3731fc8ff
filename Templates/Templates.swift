/// The Mustache templates that shape the generated code, embedded in the tool.
package enum Templates {
  /// The text of each template by its name, which is its file's name without `.mustache`.
  package static let all: [String: [UInt8]] = [
    "enumeration": PackageResources.enumeration_mustache,
    "alternatives": PackageResources.alternatives_mustache,
    "header": PackageResources.header_mustache,
    "open-enumeration": PackageResources.open_enumeration_mustache,
    "outcome": PackageResources.outcome_mustache,
    "security": PackageResources.security_mustache,
    "servers": PackageResources.servers_mustache,
    "state": PackageResources.state_mustache,
    "structure": PackageResources.structure_mustache,
    "tool-command": PackageResources.tool_command_mustache,
    "tool-main": PackageResources.tool_main_mustache,
    "tool-package": PackageResources.tool_package_mustache,
    "tool-readme": PackageResources.tool_readme_mustache,
    "tool-runs": PackageResources.tool_runs_mustache,
    "tool-server": PackageResources.tool_server_mustache,
    "tool-support": PackageResources.tool_support_mustache,
    "tools": PackageResources.tools_mustache,
    "types": PackageResources.types_mustache,
    "view": PackageResources.view_mustache,
    "workflow": PackageResources.workflow_mustache,
  ]
}
