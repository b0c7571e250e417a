/*
 * yardstick: what one full probe costs a C program on OpenSSL.
 *
 *   yardstick ADDRESS PORT COUNT
 *
 * COUNT times, one after the other: TCP, X.224 Connection Request with requestedProtocols 0x0B and the cookie
 * mstshash=rdptop, TLS 1.3, the leaf certificate parsed, close_notify, FIN, and the peer's end awaited. Prints one line
 * with the probes per second and the CPU time per probe in milliseconds. Exits 1 at the first probe that fails.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { CONFIRM_LENGTH = 19, PATIENCE_SECONDS = 5 };

/* MS-RDPBCGR 2.2.1.1: TPKT (44 bytes), X.224 CR (LI 39), cookie, RDP_NEG_REQ asking for SSL, HYBRID and HYBRID_EX. */
static const unsigned char connection_request[] =
    "\x03\x00\x00\x2c\x27\xe0\x00\x00\x00\x00\x00"
    "Cookie: mstshash=rdptop\r\n"
    "\x01\x00\x08\x00\x0b\x00\x00\x00";

static void fail(const char *step)
{
    fprintf(stderr, "yardstick: %s failed: %s\n", step, errno ? strerror(errno) : "see below");
    ERR_print_errors_fp(stderr);
    exit(1);
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int connect_to(const struct sockaddr_in *server)
{
    int one = 1;
    struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) fail("socket");
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (connect(descriptor, (const struct sockaddr *)server, sizeof *server) != 0) fail("connect");
    return descriptor;
}

/* Sends the Connection Request and expects a Connection Confirm with RDP_NEG_RSP selecting a protocol that uses TLS. */
static void negotiate(int descriptor)
{
    unsigned char confirm[CONFIRM_LENGTH];
    const ssize_t length = sizeof connection_request - 1;
    if (send(descriptor, connection_request, (size_t)length, MSG_NOSIGNAL) != length) fail("sending the request");
    if (recv(descriptor, confirm, sizeof confirm, MSG_WAITALL) != CONFIRM_LENGTH) fail("receiving the confirm");
    errno = 0;
    if (confirm[0] != 3 || confirm[5] != 0xD0 || confirm[11] != 2 || confirm[15] == 0) fail("the negotiation");
}

/* Reads from the leaf what a dashboard shows. Returns how many facts there were, so that no work can be left out. */
static size_t read_leaf(SSL *tls)
{
    X509 *leaf = SSL_get1_peer_certificate(tls);
    if (leaf == NULL) fail("the certificate");
    char name[256];
    size_t facts = 0;
    facts += X509_NAME_oneline(X509_get_subject_name(leaf), name, sizeof name) != NULL;
    facts += X509_NAME_oneline(X509_get_issuer_name(leaf), name, sizeof name) != NULL;
    struct tm begins, ends;
    facts += (size_t)ASN1_TIME_to_tm(X509_get0_notBefore(leaf), &begins);
    facts += (size_t)ASN1_TIME_to_tm(X509_get0_notAfter(leaf), &ends);
    facts += EVP_PKEY_get_bits(X509_get0_pubkey(leaf)) > 0;
    facts += X509_get_signature_nid(leaf) != NID_undef;
    GENERAL_NAMES *names = X509_get_ext_d2i(leaf, NID_subject_alt_name, NULL, NULL);
    facts += names != NULL;
    GENERAL_NAMES_free(names);
    unsigned char fingerprint[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    facts += (size_t)X509_digest(leaf, EVP_sha256(), fingerprint, &length);
    X509_free(leaf);
    return facts;
}

static size_t probe(SSL_CTX *context, const struct sockaddr_in *server)
{
    int descriptor = connect_to(server);
    negotiate(descriptor);

    SSL *tls = SSL_new(context);
    if (tls == NULL || SSL_set_fd(tls, descriptor) != 1) fail("making a TLS connection");
    if (SSL_connect(tls) != 1) fail("the TLS handshake");
    size_t facts = read_leaf(tls);

    /* In order: close_notify, FIN, then whatever the peer still says until its own end. */
    SSL_shutdown(tls);
    shutdown(descriptor, SHUT_WR);
    char rest[4096];
    while (recv(descriptor, rest, sizeof rest, 0) > 0) {}
    SSL_free(tls);
    close(descriptor);
    return facts;
}

int main(int count, char **arguments)
{
    struct sockaddr_in server = {.sin_family = AF_INET};
    const int port = count == 4 ? atoi(arguments[2]) : 0;
    const int probes = count == 4 ? atoi(arguments[3]) : 0;
    if (port < 1 || port > 65535 || probes < 1 || inet_pton(AF_INET, arguments[1], &server.sin_addr) != 1) {
        fprintf(stderr, "usage: yardstick ADDRESS PORT COUNT\n");
        return 64;
    }
    server.sin_port = htons((unsigned short)port);
    signal(SIGPIPE, SIG_IGN);

    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (context == NULL || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1) fail("making a TLS context");
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);

    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    const double start = now();
    size_t facts = 0;
    for (int i = 0; i < probes; i++) facts += probe(context, &server);
    const double wall = now() - start;
    getrusage(RUSAGE_SELF, &after);

    const double cpu = seconds(after.ru_utime) + seconds(after.ru_stime) - seconds(before.ru_utime)
        - seconds(before.ru_stime);
    printf("probes=%d facts=%zu wall=%.3f s rate=%.1f probes/s cpu=%.4f ms/probe\n", probes, facts, wall,
        probes / wall, cpu * 1000 / probes);
    SSL_CTX_free(context);
    return 0;
}
