import FleetModel

/// Gathers servers and mistakes while a file is read, and sees to it that no server comes twice.
struct ServerCollector {
    private let file: String
    private(set) var servers: [Server] = []
    private var places: [Server.ID: SourcePlace?] = [:]
    private var mistakes: [InventoryMistake] = []
    private var isFull = false

    init(file: String) {
        self.file = file
    }

    /// Adds the servers that `pattern` stands for; `make` turns each name and port into a server.
    mutating func add(
        pattern: String, at place: SourcePlace?,
        make: (TargetText) -> Server = { Server(name: $0.name, port: $0.port ?? Server.defaultPort) }
    ) {
        let names: [String]
        do throws(HostRange.Mistake) {
            names = try HostRange.expand(pattern)
        } catch {
            return refuse(error.text, at: place)
        }
        for name in names {
            do throws(TargetText.Mistake) {
                add(make(try TargetText.parse(name)), at: place)
            } catch {
                // One sentence for a whole range: its names are wrong in the same way.
                return refuse(error.text, at: place)
            }
        }
    }

    /// Adds one server.
    mutating func add(_ server: Server, at place: SourcePlace?) {
        guard servers.count < InventoryLimits.servers else {
            if !isFull { refuse("more than \(InventoryLimits.servers) servers in one fleet", at: place) }
            isFull = true
            return
        }
        if let earlier = places.updateValue(place, forKey: server.id) {
            places[server.id] = earlier
            let first = earlier.map { ", first in line \($0.line)" } ?? ""
            return refuse("\(server.displayName) is listed twice\(first)", at: place)
        }
        servers.append(server)
    }

    /// Notes a mistake.
    mutating func refuse(_ text: String, at place: SourcePlace?) {
        guard mistakes.count < InventoryLimits.mistakes else { return }
        mistakes.append(InventoryMistake(file: file, line: place?.line, column: place?.column, text: text))
    }

    /// The fleet, or all the mistakes in the order of their places.
    func fleet(
        name: String, gateways: [Gateway] = [], resolvers: [SocketEndpoint] = [], empty: String
    ) throws(InventoryError) -> Fleet {
        guard mistakes.isEmpty else {
            throw InventoryError(
                mistakes.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
        }
        guard !servers.isEmpty else { throw InventoryError([InventoryMistake(file: file, text: empty)]) }
        return Fleet(name: name, servers: servers, gateways: gateways, resolvers: resolvers)
    }
}
