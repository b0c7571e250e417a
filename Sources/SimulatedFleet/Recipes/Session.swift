/// What a server does inside TLS with the first message of a client to whom it has promised CredSSP.
///
/// A server that selected TLS alone only reads, until the client closes.
package enum Session: Sendable, Hashable {
    /// Answers it by an NTLM challenge, then reads until the client closes.
    case challenging(ChallengeRecipe)
    /// Does something else.
    case doing(Deed)
}
