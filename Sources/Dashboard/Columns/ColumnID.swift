/// The columns of the lists of servers, by the names that configuration and saved state have for them.
package enum ColumnID: String, Sendable, Hashable, Codable, CaseIterable {
    case flag, state, name, site
    case layers = "cells"
    case roundTrip = "rtt"
    case history, certificate, since, diagnosis
}
