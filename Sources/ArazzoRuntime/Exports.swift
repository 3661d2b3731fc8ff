// Whoever calls the runtime writes JSON values, and generated code is to need one import only.
@_exported @_spi(Generated) public import ArazzoJSON
// An observer that looks into the events of a stream is to need no other import either, nor is a
// transport that reads a body while it sends it.
@_exported @_spi(Generated) public import ArazzoStreams
