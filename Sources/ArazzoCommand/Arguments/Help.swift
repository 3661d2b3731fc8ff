/// What the command says about itself.
enum Help {
  /// What is said when nothing is asked for.
  static let brief = """
    arazzo-gen compiles the workflows of an Arazzo description into typed Swift functions.

      arazzo-gen checkout.arazzo.yaml -o Sources/App/Generated

    reads the description and the OpenAPI documents that it names, and writes a file
    for each workflow. Add the product ArazzoRuntime of this package to the target that
    holds them. Nothing is written when a document has an error.

      arazzo-gen --help     every command and option, with examples

    """

  /// `arazzo-gen --help`: the commands, and the options of the one that is done unless told otherwise.
  static var complete: String {
    RootCommand.helpMessage() + "\n\n" + RootCommand.helpMessage(for: GenerateCommand.self) + "\n"
  }

  static let discussion = """
    Reads Arazzo 1.0 and 1.1 descriptions and the OpenAPI documents that they name (3.0 to 3.2, \
    and Swagger 2.0), and writes a Swift file for each workflow: a function with its input and \
    output types, on the module ArazzoRuntime. Without a command, it generates.

    EXAMPLES

      Generate into a target's folder:
        arazzo-gen checkout.arazzo.yaml -o Sources/App/Generated

      Two documents, for other modules to call:
        arazzo-gen orders.yaml billing.json -o Sources/Flows --access public

      The description names a URL, you have the document as a file:
        arazzo-gen checkout.arazzo.yaml -o Generated --source shop=shop.json

      Leave out the workflows that can't be generated:
        arazzo-gen checkout.arazzo.yaml -o Generated --keep-going

      Is what is committed current? Says what differs:
        arazzo-gen checkout.arazzo.yaml -o Sources/App/Generated --check

      See what was understood, without writing anything:
        arazzo-gen checkout.arazzo.yaml --print-plan

      Go by the arazzo-gen.yaml of this folder:
        arazzo-gen generate

      Completions for a shell (bash, zsh or fish):
        arazzo-gen --generate-completion-script zsh > ~/.zfunc/_arazzo-gen

    EXIT STATUS

      0   everything was generated
      1   a document has errors, or a file can't be read or written
      2   --check: the output folder is not what would be written today
      64  the arguments make no sense
    """

  /// What is said when a command has nothing to read.
  static let noDocument = """
    Error: Missing a document, and there is no 'arazzo-gen.yaml' here.
      Name an Arazzo description, as in: arazzo-gen checkout.arazzo.yaml -o Generated

    """

  static let generation = """
    Files are written only when their content changes, all or none; a file that an earlier run wrote \
    for the same document and that is not produced any more is removed.
    """
}
