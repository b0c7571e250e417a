package import FleetModel

extension ConnectionFile {
    /// The server that the file leads to, and its gateway, as a fleet to probe.
    ///
    /// A gateway that the file names and does not use is in it, too: somebody meant it once.
    /// - Parameter name: The fleet's name.
    /// - Returns: One server, and one gateway at most.
    package func fleet(name: String) -> Fleet {
        let named = isAzureVirtualDesktop ? nil : gateway
        let gateways = named.map { [Gateway(name: $0.host, host: $0.host, port: $0.port)] } ?? []
        let address = alternateName.flatMap(IPAddress.init)
        let server = Server(
            name: self.name, port: port, address: address, gateway: gateways.first?.name, path: path,
            connectName: address == nil ? alternateName : nil, routingToken: routingToken)
        return Fleet(name: name, servers: [server], gateways: gateways)
    }
}
