// Everything of the generator needs this target, so that this is the only thing that an app gets to
// read which switched off what the generator is built from.
#if !Generator
  #error(
    "the arazzo-gen tool and its plugins need this package's trait 'Generator': remove 'traits: []' from the dependency on arazzo-gen in Package.swift, or commit the generated code and remove the plugin"
  )
#endif
