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
    /// Tells what is in a recording.
    static let capinfos = LabProgram("capinfos", debianPackage: "wireshark-common")
    /// Runs small scripts: readers of our output that have nothing to do with our code.
    static let python = LabProgram("python3", debianPackage: "python3")
    /// Records what a program asks of the kernel.
    static let strace = LabProgram("strace", debianPackage: "strace")
    /// A web browser.
    static let chromium = LabProgram("chromium", debianPackage: "chromium")
    /// Reads XML and holds it against a schema.
    static let xmllint = LabProgram("xmllint", debianPackage: "libxml2-utils")
    /// Reads the text format of Prometheus.
    static let promtool = LabProgram("promtool", debianPackage: "prometheus")
}
