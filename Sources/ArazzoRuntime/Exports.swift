// Whoever calls the runtime writes JSON values, and generated code is to need one import only.
@_exported public import ArazzoJSON
