import FleetModel

extension Case {
    /// What the server runs, as far as its answers tell; nil when they do not.
    ///
    /// Only Windows says a version of Windows in its NTLM challenge; what xrdp says, other software may say as well.
    var software: ServerSoftware? {
        snapshot?.nla?.facts?.build == nil ? nil : .windows
    }
}
