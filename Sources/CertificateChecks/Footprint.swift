import FleetModel

// About how many bytes things take in memory: close enough to bound a cache against certificates made to fill it.

extension Sequence<String> {
    /// With what an array and the allocator add to each.
    var footprint: Int { reduce(0) { $0 + 48 + $1.utf8.count } }
}

extension CertificateDescription {
    /// With its texts.
    var footprint: Int {
        let texts = [subject, commonName ?? "", issuer, serial, key, signatureAlgorithm, sha256, keySHA256]
        return MemoryLayout<Self>.stride + texts.footprint + dnsNames.footprint + usages.footprint
            + addresses.count * MemoryLayout<IPAddress>.stride
    }
}

extension CertificateFacts {
    /// With its certificates, which others may share.
    var footprint: Int {
        MemoryLayout<Self>.stride + leaf.footprint + intermediates.reduce(0) { $0 + $1.footprint } + remarks.footprint
            + [askedName].footprint
    }
}
