/// An OpenAPI document as a large company publishes it: always the same, and as large as one likes.
enum LargeOpenAPI {
  /// A document with so many paths, of about 2.4 kB each with the schema that belongs to it.
  static func yaml(paths: Int) -> String {
    head + (0..<paths).map(path).joined()
      + components + (0..<paths).map(schema).joined()
  }

  private static let head = """
    openapi: 3.1.0
    info:
      title: 'A large API'
      version: "2025-11-03"
    servers:
      - url: https://api.example.com/v1
    paths:

    """

  private static let components = """
    components:
      parameters:
        account:
          name: account
          in: path
          required: true
          schema: {type: string}
      schemas:
        Error:
          type: object
          properties:
            message: {type: string}

    """

  private static func path(_ number: Int) -> String {
    """
      /accounts/{account}/things-\(number)/{id}:
        parameters:
          - $ref: '#/components/parameters/account'
          - name: id
            in: path
            required: true
            schema: {type: string, format: uuid}
        get:
          operationId: getThing\(number)
          summary: Retrieve a thing of kind \(number)
          tags: [things, "kind \(number)"]
          description: |
            Retrieves the details of a thing that was created before. Supply the identifier
            that was returned when the thing was made, and the API returns what belongs to it.

            A thing that was deleted is returned with a `deleted` property that is true.
          parameters:
            - name: expand
              in: query
              description: Which of the members that are references are sent as objects.
              schema:
                type: array
                items:
                  type: string
                  maxLength: 5000
          responses:
            '200':
              description: Successful response.
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Thing\(number)'
            default:
              description: Error response.
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Error'

    """
  }

  private static func schema(_ number: Int) -> String {
    """
        Thing\(number):
          type: object
          required:
            - id
            - created
            - status
          properties:
            id:
              type: string
              description: Unique identifier for the object.
              maxLength: 5000
            created:
              type: integer
              format: unix-time
              description: Time at which the object was created. Measured in seconds since the epoch.
            status:
              type: string
              enum: [queued, running, succeeded, failed]
            amount:
              type: number
              minimum: 0.5
              nullable: true
              example: \(number).25
            owner:
              $ref: '#/components/schemas/Thing\(number / 2)'

    """
  }
}
