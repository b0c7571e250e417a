/*
 * yardstick: what one full probe costs a C program on OpenSSL.
 *
 *   yardstick ADDRESS PORT COUNT [PER_SECOND]
 *
 * COUNT times, one after the other: an echo (ICMP) sent, TCP, X.224 Connection Request with requestedProtocols 0x0B and
 * the cookie mstshash=rdptop, TLS 1.3, the leaf certificate parsed, close_notify, FIN, the peer's end awaited, and then
 * the echo's reply, which has long come. Where the system permits no echoes there are none, as with rdptop.
 *
 * With PER_SECOND it begins that many a second and sleeps in between, as one does who watches a fleet: a processor that
 * wakes up with cold caches for each probe takes longer for the same steps. Without, one begins when the last has ended.
 *
 * Prints one line with the probes and echoes, the probes per second and the CPU time per probe in milliseconds. Exits 1
 * at the first probe that fails.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/ip.h>
#include <netinet/ip_icmp.h>
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

/* A ping socket where the system permits it, else a raw one, else -1; whoever shows the IP header is raw. Connected, so
 * that a raw one is not flooded by the replies of other servers to other programs. */
static int open_echo_socket(const struct sockaddr_in *server, int *is_raw)
{
    struct sockaddr_in target = *server;
    target.sin_port = 0;
    struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
    int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_ICMP);
    *is_raw = descriptor < 0;
    if (*is_raw) descriptor = socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP);
    if (descriptor < 0) return -1;
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(descriptor, (const struct sockaddr *)&target, sizeof target) != 0) fail("connecting the echo socket");
    return descriptor;
}

/* RFC 792; the checksum is RFC 1071's. Only the header: the receiver tells an echo by its number. */
static void send_echo(int descriptor, uint16_t number)
{
    struct icmphdr echo = {.type = ICMP_ECHO, .un.echo = {.id = (uint16_t)getpid(), .sequence = number}};
    uint32_t sum = echo.type + echo.un.echo.id + echo.un.echo.sequence;
    sum = (sum & 0xFFFF) + (sum >> 16);
    echo.checksum = (uint16_t)~((sum & 0xFFFF) + (sum >> 16));
    if (send(descriptor, &echo, sizeof echo, 0) < 0) fail("sending the echo");
}

/* On a raw socket there are also the echoes themselves, and the replies to others. */
static void await_echo(int descriptor, int is_raw, uint16_t number)
{
    for (;;) {
        unsigned char packet[256];
        const ssize_t length = recv(descriptor, packet, sizeof packet, 0);
        if (length < 0) fail("receiving the echo's reply");
        const size_t header = is_raw && length > 0 ? (size_t)(packet[0] & 0x0F) * 4 : 0;
        struct icmphdr reply;
        if ((size_t)length < header + sizeof reply) continue;
        memcpy(&reply, packet + header, sizeof reply);
        const int is_ours = !is_raw || reply.un.echo.id == (uint16_t)getpid();
        if (reply.type == ICMP_ECHOREPLY && is_ours && reply.un.echo.sequence == number) return;
    }
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

/* Sleeps until the probe of this number is due. */
static void await_turn(const struct timespec *start, int number, double per_second)
{
    const double seconds = number / per_second;
    struct timespec due = {.tv_sec = start->tv_sec + (time_t)seconds};
    due.tv_nsec = start->tv_nsec + (long)((seconds - (double)(time_t)seconds) * 1e9);
    if (due.tv_nsec >= 1000000000) { due.tv_sec++; due.tv_nsec -= 1000000000; }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
}

int main(int count, char **arguments)
{
    struct sockaddr_in server = {.sin_family = AF_INET};
    const int has_arguments = count == 4 || count == 5;
    const int port = has_arguments ? atoi(arguments[2]) : 0;
    const int probes = has_arguments ? atoi(arguments[3]) : 0;
    const double per_second = count == 5 ? atof(arguments[4]) : 0;
    if (port < 1 || port > 65535 || probes < 1 || inet_pton(AF_INET, arguments[1], &server.sin_addr) != 1
        || (count == 5 && per_second < 0.1)) {
        fprintf(stderr, "usage: yardstick ADDRESS PORT COUNT [PER_SECOND]\n");
        return 64;
    }
    server.sin_port = htons((unsigned short)port);
    signal(SIGPIPE, SIG_IGN);

    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (context == NULL || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1) fail("making a TLS context");
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);

    int is_raw;
    const int echoes = open_echo_socket(&server, &is_raw);

    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    const double start = now();
    struct timespec first;
    clock_gettime(CLOCK_MONOTONIC, &first);
    size_t facts = 0;
    for (int i = 0; i < probes; i++) {
        if (per_second > 0) await_turn(&first, i, per_second);
        if (echoes >= 0) send_echo(echoes, (uint16_t)i);
        facts += probe(context, &server);
        if (echoes >= 0) await_echo(echoes, is_raw, (uint16_t)i);
    }
    const double wall = now() - start;
    getrusage(RUSAGE_SELF, &after);

    const double cpu = seconds(after.ru_utime) + seconds(after.ru_stime) - seconds(before.ru_utime)
        - seconds(before.ru_stime);
    printf("probes=%d echoes=%d facts=%zu wall=%.3f s rate=%.1f probes/s cpu=%.4f ms/probe\n", probes,
        echoes >= 0 ? probes : 0, facts, wall, probes / wall, cpu * 1000 / probes);
    SSL_CTX_free(context);
    return 0;
}
