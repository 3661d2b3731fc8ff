/// Names in the sources of the modules that generated code imports, as `RuntimeNamesTests` reads
/// them there: to write this file anew, run
/// `ARAZZO_WRITE_NAMES=1 swift test --filter RuntimeNamesTests`.
enum RuntimeNames {
  /// The modules, and what they declare for others.
  static let visible: Set<String> = [
    "APICredential", "APICredentials", "APIServer", "APITimestamp", "AdaptedClock",
    "AdaptedTransport", "ArazzoForms", "ArazzoJSON", "ArazzoQueries", "ArazzoRuntime",
    "ArazzoStreams", "ArazzoXML", "CalendarDay", "CombinedObserver", "DateBytes",
    "EventStreamParser", "FramingFields", "HTTPExchange", "HTTPTransport", "HTTPTransportError",
    "HTTPTransportFailure", "HTTPTransportResponse", "IdempotencyKey", "InputRule", "InvalidInput",
    "JSONDecodable", "JSONError", "JSONNodes", "JSONNumber", "JSONObject", "JSONPath",
    "JSONPointer", "JSONReplacement", "JSONRepresentable", "JSONTyped", "JSONUnion", "JSONValue",
    "JSONView", "Locked", "LooseComparison", "MediaType", "Nullable", "OAuth2Scheme",
    "OpenEnumeration", "ParameterPlace", "ParameterStyle", "ParameterWriter", "ParkedRun",
    "PendingWait", "PercentEncoding", "PollingPolicy", "ProblemDetails", "RedirectPolicy",
    "RegexPattern", "RequestBody", "RequestParts", "ResponseBody", "RetryAfter", "SavedPlan",
    "SavedRun", "SavedStateError", "SavedStep", "Secret", "SecretNames", "SecretTexts",
    "SecurityScheme", "SentRequest", "ServerEvent", "StepRequest", "StepResponse", "StreamedBody",
    "StreamedBodyChunks", "StreamedValue", "SystemClock", "TemplateText", "TokenContext",
    "TokenFailure", "TokenProvider", "URLSessionHTTPTransport", "Upload", "ValidatedInputs",
    "WaitDecision", "WorkflowCheckpoint", "WorkflowClient", "WorkflowClock", "WorkflowEnding",
    "WorkflowError", "WorkflowEvent", "WorkflowEvents", "WorkflowObserver", "WorkflowOutcome",
    "WorkflowRun", "WorkflowState", "XMLError", "XMLLimits", "XMLReplacement", "XMLTree", "XPath",
    "XPathError", "XPathNumber",
  ]

  /// What they declare for themselves, and what they use of Swift, Foundation and other libraries.
  static let hidden: Set<String> = [
    "ActiveStates", "Actor", "Array", "ArraySlice", "AsyncIteratorProtocol", "AsyncSequence",
    "AsyncStream", "AsyncThrowingStream", "Base", "BaseURL", "Bool", "Boxed", "Budget", "Calendar",
    "Call", "CancellationError", "Character", "Clock", "ClosedRange", "CocoaError", "Codable",
    "CodingKey", "Comparable", "ContinuousClock", "CustomDebugStringConvertible",
    "CustomReflectable", "CustomStringConvertible", "Darwin", "Data", "Date", "Deadline",
    "DeadlineQueue", "Decimal", "DecimalDigits", "Decodable", "Decoder", "DecodingError",
    "Dictionary", "Double", "Durability", "Duration", "Element", "Encodable", "Encoder",
    "EncodingError", "EndingKey", "EntryKey", "Equatable", "Error", "ExchangeDelegate",
    "ExchangeForwarder", "ExpressibleByArrayLiteral", "ExpressibleByBooleanLiteral",
    "ExpressibleByDictionaryLiteral", "ExpressibleByExtendedGraphemeClusterLiteral",
    "ExpressibleByFloatLiteral", "ExpressibleByIntegerLiteral", "ExpressibleByStringInterpolation",
    "ExpressibleByStringLiteral", "ExpressibleByUnicodeScalarLiteral", "FileAttributeType",
    "FileHandle", "FileManager", "FormatStyle", "Foundation", "FoundationNetworking", "Generated",
    "HTTPDate", "HTTPField", "HTTPFields", "HTTPRequest", "HTTPResponse", "HTTPTypes",
    "HTTPURLResponse", "Hashable", "Hasher", "Int", "Int32", "Int64", "JSONDecoder", "JSONEncoder",
    "JSONReader", "JSONWriter", "JournalEntry", "KeyValuePairs", "KeyedDecodingContainer",
    "KnownBaseURLs", "LocalizedError", "Matcher", "Mirror", "MultipartBody", "NSLock", "NSObject",
    "Never", "NodeSelector", "OSAllocatedUnfairLock", "OperationCall", "Optional", "Other",
    "Outputs", "Part", "PartDraft", "PartialRangeFrom", "PathTemplate", "PatternReader",
    "PlacedValue", "Places", "PreparedRequest", "Program", "ProgramCompiler",
    "RandomAccessCollection", "Range", "RawRepresentable", "RawValue", "Result", "Rewriter",
    "RunFrame", "RunPlace", "RunRecord", "SavedCall", "SavedFailure", "SavedFrame", "SavedHistory",
    "SavedResponse", "SavedState", "SavedStateKey", "SavedValueKey", "SavedWait", "Search", "Self",
    "Sendable", "Sequence", "ServerAnswer", "SetCookies", "StaticString", "Status", "StepContext",
    "StepHistory", "StreamWatch", "StrideTo", "String", "StringProtocol", "Substring", "Swift",
    "Task", "TimeLimitReached", "UInt", "UInt16", "UInt32", "UInt64", "UInt8", "URL",
    "URLAuthenticationChallenge", "URLComponents", "URLCredential", "URLError", "URLRequest",
    "URLResponse", "URLSession", "URLSessionConfiguration", "URLSessionDataDelegate",
    "URLSessionDataTask", "URLSessionTask", "UTF16", "UTF8", "UUID", "Unicode",
    "UnsafeBufferPointer", "UnsafeContinuation", "UnsafeRawBufferPointer", "Value", "Verdict",
    "Void", "WideHash", "WorkflowErrorBox", "WorkflowLimit", "Wrapped", "XMLDecoder", "XMLReader",
    "XMLTreeBuilder", "XMLWriter", "XPathContext", "XPathEvaluator", "XPathNode", "XPathValue",
    "Za",
  ]
}
