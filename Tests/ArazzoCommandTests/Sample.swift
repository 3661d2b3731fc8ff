/// A workflow over one operation, to be made wrong in one place.
enum Sample {
  static let arazzo = """
    arazzo: 1.0.1
    info:
      title: Ping
      version: 1.0.0
    sourceDescriptions:
      - name: api
        url: api.yaml
        type: openapi
    workflows:
      - workflowId: ping
        steps:
          - stepId: first
            operationId: getPing
            successCriteria:
              - condition: $statusCode == 200
            onSuccess:
              - name: done
                type: end

    """

  static let openAPI = """
    openapi: 3.1.0
    info:
      title: Ping
      version: 1.0.0
    servers:
      - url: https://example.com
    paths:
      /ping:
        get:
          operationId: getPing
          responses:
            '200':
              description: The pong.

    """

  /// A second workflow that names an operation that there is not.
  static let withBrokenWorkflow =
    arazzo + """
        - workflowId: pong
          steps:
            - stepId: first
              operationId: getPong

      """
}
