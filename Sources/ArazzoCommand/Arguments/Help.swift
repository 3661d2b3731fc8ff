/// The help texts of the command.
enum Help {
  /// The output without arguments.
  static let brief = """
    arazzo-gen compiles the workflows of an Arazzo description into typed Swift functions.

      arazzo-gen checkout.arazzo.yaml -o Sources/App/Generated

    reads the description and the OpenAPI documents that it names, and writes a file
    for each workflow. Add the product ArazzoRuntime of this package to the target that
    holds them. If a document has an error, nothing is written for it.

      arazzo-gen --help     every command and option, with examples

    """

  /// `arazzo-gen --help`: the commands, and the options of the default command.
  static var complete: String {
    RootCommand.helpMessage() + "\n\n" + RootCommand.helpMessage(for: GenerateCommand.self) + "\n"
  }

  static let discussion = """
    Reads Arazzo 1.0 and 1.1 descriptions and the OpenAPI documents that they name (3.0 to 3.2, \
    and Swagger 2.0), and writes a Swift file for each workflow: a function with its input and \
    output types, which uses the module ArazzoRuntime. The default command is generate.

    EXAMPLES

      Generate code into a target's folder:
        arazzo-gen checkout.arazzo.yaml -o Sources/App/Generated

      Generate two documents with public functions:
        arazzo-gen orders.yaml billing.json -o Sources/Flows --access public

      Read a file instead of the URL of a source description:
        arazzo-gen checkout.arazzo.yaml -o Generated --source shop=shop.json

      Leave out the workflows that have errors:
        arazzo-gen checkout.arazzo.yaml -o Generated --keep-going

      Check that the committed code is up to date:
        arazzo-gen checkout.arazzo.yaml -o Sources/App/Generated --check

      Print the compiled plan, and write nothing:
        arazzo-gen checkout.arazzo.yaml --print-plan

      Use the arazzo-gen.yaml of this folder:
        arazzo-gen generate

      Completions for a shell (bash, zsh or fish):
        arazzo-gen --generate-completion-script zsh > ~/.zfunc/_arazzo-gen

    EXIT STATUS

      0   everything was generated
      1   a document has errors, or a file can't be read or written
      2   --check: the output folder is out of date
      64  the arguments are invalid
    """

  /// The error of a command without a document.
  static let noDocument = """
    Error: No document was given, and this folder has no 'arazzo-gen.yaml'.
      Pass an Arazzo description: arazzo-gen checkout.arazzo.yaml -o Generated

    """

  static let generation = """
    A file is written only when its content changes, and either all files are written or none. A \
    file that an earlier run generated from the same document is removed when it's no longer \
    generated.
    """
}
