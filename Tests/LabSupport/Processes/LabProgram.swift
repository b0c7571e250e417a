internal import FoundationEssentials

/// A program of the test laboratory and the Debian package that installs it.
package struct LabProgram: Sendable, Hashable {
    /// The name of the executable file.
    package let name: String

    /// The Debian package to install when the program is missing; listed in `packages.txt`.
    package let debianPackage: String

    /// Names a program and its package.
    package init(_ name: String, debianPackage: String) {
        self.name = name
        self.debianPackage = debianPackage
    }

    /// An RDP server for Linux, with TLS and without NLA.
    package static let xrdp = LabProgram("xrdp", debianPackage: "xrdp")
    /// The RDP server of FreeRDP, with NLA.
    package static let shadow = LabProgram("freerdp-shadow-cli", debianPackage: "freerdp2-shadow-x11")
    /// The X server without a screen that the shadow server mirrors.
    package static let xvfb = LabProgram("Xvfb", debianPackage: "xvfb")
    /// A web server.
    package static let nginx = LabProgram("nginx", debianPackage: "nginx-light")
    /// A resolver with records of its own.
    package static let dnsmasq = LabProgram("dnsmasq", debianPackage: "dnsmasq-base")
    /// A DNS load balancer, for its rules that spoil answers.
    package static let dnsdist = LabProgram("dnsdist", debianPackage: "dnsdist")
    /// Makes keys and certificates.
    package static let openssl = LabProgram("openssl", debianPackage: "openssl")
    /// A terminal without a window.
    package static let tmux = LabProgram("tmux", debianPackage: "tmux")
    /// Another, which programs find between themselves and the terminal.
    package static let screen = LabProgram("screen", debianPackage: "screen")
    /// Sets the signal that a process gets when its parent ends.
    package static let setpriv = LabProgram("setpriv", debianPackage: "util-linux")
    /// Gives a process a host name of its own.
    package static let unshare = LabProgram("unshare", debianPackage: "util-linux")
    /// Starts a program in the network of another.
    package static let nsenter = LabProgram("nsenter", debianPackage: "util-linux")
    /// Joins networks and gives them addresses.
    package static let ip = LabProgram("ip", debianPackage: "iproute2")
    /// Loads the rules of a firewall.
    package static let nft = LabProgram("nft", debianPackage: "nftables")
    /// Starts a program in another working folder.
    package static let env = LabProgram("env", debianPackage: "coreutils")
    /// The POSIX shell.
    package static let shell = LabProgram("sh", debianPackage: "dash")

    /// Every program that the laboratory itself starts.
    package static let all = [
        xrdp, shadow, xvfb, nginx, dnsmasq, dnsdist, openssl, tmux, screen, setpriv, unshare, nsenter, ip, nft, env,
        shell,
    ]

    /// The path of the executable, searched where Debian installs programs and daemons.
    ///
    /// The caller's `PATH` is not asked: daemons live in `/usr/sbin`, which a user's `PATH` often lacks.
    ///
    /// - Throws: ``LabError/programMissing(_:)`` when it is not installed.
    package func path() throws -> String {
        for folder in ["/usr/sbin", "/usr/bin", "/sbin", "/bin"] {
            let candidate = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        throw LabError.programMissing(self)
    }
}
