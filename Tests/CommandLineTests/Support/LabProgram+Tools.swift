import LabSupport

extension LabProgram {
    /// Records packets.
    static let dumpcap = LabProgram("dumpcap", debianPackage: "tshark")
    /// Decodes them, by code that has nothing to do with ours.
    static let tshark = LabProgram("tshark", debianPackage: "tshark")
}
