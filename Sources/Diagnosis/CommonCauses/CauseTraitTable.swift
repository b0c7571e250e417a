/// In what servers are compared: one line for each file under Traits/.
///
/// The order says which of two traits tells more when both are about the same servers: first what could be repaired in
/// one place, then the machines' software, then where they stand and who looks after them, and last what only says that
/// they fail alike.
enum CauseTraitTable {
    static let traits: [CauseTrait] = [
        .gateway,
        .resolverAnswer,
        .sameAddress,
        .certificateEnd,
        .certificateBeginning,
        .authority,
        .network,
        .addressFamily,
        .tlsVersion,
        .build,
        .site,
        .tag,
        .owner,
        .firstFailure,
        .verdict,
    ]
}
