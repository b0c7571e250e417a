import LabSupport

extension LabProgram {
    /// A reader of manual pages that tells what is wrong with them.
    static let mandoc = LabProgram("mandoc", debianPackage: "mandoc")
    /// The shells that complete.
    static let bash = LabProgram("bash", debianPackage: "bash")
    static let zsh = LabProgram("zsh", debianPackage: "zsh")
    static let fish = LabProgram("fish", debianPackage: "fish")
}
