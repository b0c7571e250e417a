extension Scenario {
    /// NODATA: the name stands in the zone, but not with an address.
    package static let noAddress = Scenario(
        "no-address", "Its name has neither an A nor an AAAA record", name: .noAddress)
}
