/// An API to send parcels with, with one operation for each thing that the tests need.
let parcelsAPI = """
  openapi: 3.0.3
  info: {title: Parcels, version: 1.0.0}
  servers: [{url: 'https://parcels.example/{stage}', variables: {stage: {default: v1}}}]
  paths:
    /parcels:
      get:
        operationId: listParcels
        parameters:
          - {name: cursor, in: query, schema: {type: string}}
          - {name: limit, in: query, schema: {type: integer}}
          - {name: tags, in: query, schema: {type: array, items: {type: string}}}
          - {name: box, in: query, style: deepObject, schema: {type: object}}
          - {name: X-Trace, in: header, schema: {type: string}}
        responses:
          '200':
            description: A page.
            content:
              application/json:
                schema:
                  type: object
                  required: [items]
                  properties:
                    items: {type: array, items: {$ref: '#/components/schemas/Parcel'}}
                    tags: {type: array, items: {type: string}}
                    counts: {type: object, additionalProperties: {type: integer}}
                    next: {type: string, nullable: true}
      post:
        operationId: createParcel
        requestBody:
          required: true
          content:
            application/json:
              schema:
                type: object
                required: [weight]
                properties:
                  weight: {type: number}
                  count: {type: integer}
                  fragile: {type: boolean}
                  label: {type: string}
                  sizes: {type: array, items: {type: integer}}
        responses:
          '201':
            description: Made.
            content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}
    /parcels/{parcelId}:
      get:
        operationId: getParcel
        parameters:
          - {name: parcelId, in: path, required: true, schema: {type: string}}
          - {name: view, in: query, required: true, schema: {type: string}}
        responses:
          '200':
            description: One.
            content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}
      delete:
        operationId: deleteParcel
        parameters:
          - {name: parcelId, in: path, required: true, schema: {type: string}}
        responses: {'204': {description: Gone.}}
    /login:
      post:
        operationId: logIn
        requestBody: {content: {application/json: {schema: {type: object}}}}
        responses:
          '200':
            description: In.
            content:
              application/json:
                schema:
                  type: object
                  required: [token]
                  properties:
                    token: {type: string}
                    session: {type: object}
                    pin: {type: string, format: password}
    /labels:
      put:
        operationId: putLabel
        security: [{key: []}]
        requestBody:
          content: {multipart/form-data: {schema: {type: object}}}
        responses: {'200': {description: Put.}}
    /stamps:
      post:
        operationId: buyStamps
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                properties:
                  kind: {type: string}
                  count: {type: integer}
                  box: {type: object}
                  tags: {type: array, items: {type: string}}
              encoding:
                kind: {style: deepObject}
                box: {style: deepObject, explode: true}
                tags: {explode: false}
        responses: {'201': {description: Bought.}}
      put:
        operationId: buySheets
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema: {type: object}
              encoding: {size: {style: matrix}}
        responses: {'201': {description: Bought.}}
    /odd:
      get:
        operationId: odd
        responses:
          '200':
            description: Odd.
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    lost: {$ref: '#/components/schemas/Nowhere'}
                    circle: {$ref: '#/components/schemas/Circle'}
                    twins:
                      oneOf: [{type: integer}, {type: integer, minimum: 3}]
                    mixed:
                      oneOf: [{type: integer}, {type: string}]
                    alike: {oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}
                    self: {$ref: '#/components/schemas/Self'}
  components:
    securitySchemes:
      key: {type: apiKey, in: query, name: secret_key}
    schemas:
      Parcel:
        allOf:
          - {$ref: '#/components/schemas/Base'}
          - type: object
            required: [address]
            properties:
              address:
                type: object
                required: [city]
                properties:
                  city: {type: string}
                  floor: {type: integer, nullable: true}
              status: {type: string, enum: [made, sent]}
              paid: {type: boolean}
      Base:
        type: object
        required: [id, weight]
        properties:
          id: {type: string}
          weight: {type: number}
      Circle: {$ref: '#/components/schemas/Circle'}
      Self:
        type: string
        oneOf: [{$ref: '#/components/schemas/Self'}, {$ref: '#/components/schemas/Self'}]
  """
