// Everything of the generator needs this target, so that this is the only thing that an app gets to
// read which switched off what the generator is built from.
#if !Generator
  #error(
    "the arazzo-gen tool and its plugins need this package's trait 'Generator': leave 'traits: []' out where Package.swift names arazzo-gen, or commit the generated code and leave the plugin out"
  )
#endif
