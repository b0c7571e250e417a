import LabSupport

extension LabProgram {
    /// Records packets.
    static let dumpcap = LabProgram("dumpcap", debianPackage: "tshark")
    /// Decodes them, by code that has nothing to do with ours.
    static let tshark = LabProgram("tshark", debianPackage: "tshark")
    /// Scans TLS, also behind RDP's negotiation.
    static let sslscan = LabProgram("sslscan", debianPackage: "sslscan")
    /// Asks servers about themselves, by code that has nothing to do with ours.
    static let nmap = LabProgram("nmap", debianPackage: "nmap")
}
