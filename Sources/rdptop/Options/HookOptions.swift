import ArgumentParser

/// Whether the hooks of the configuration are told.
struct HookOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: "Tell the hooks of config.yaml when something breaks, also with --plain and with check --watch.")
    var hooks = true
}
