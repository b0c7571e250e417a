/*
 * OpenSSL for the prober: the functions it calls that are macros in OpenSSL's headers, which Swift does not import.
 */
#ifndef RDPTOP_COPENSSL_SHIM_H
#define RDPTOP_COPENSSL_SHIM_H

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

static inline int rdptop_ssl_ctx_set_versions(SSL_CTX *context, int minimum, int maximum)
{
    return SSL_CTX_set_min_proto_version(context, minimum) == 1
        && SSL_CTX_set_max_proto_version(context, maximum) == 1;
}

static inline int rdptop_ssl_ctx_set_groups(SSL_CTX *context, const char *groups)
{
    return (int)SSL_CTX_set1_groups_list(context, groups);
}

static inline void rdptop_ssl_ctx_forget_sessions(SSL_CTX *context)
{
    (void)SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

static inline int rdptop_ssl_set_server_name(SSL *session, const char *name)
{
    return (int)SSL_set_tlsext_host_name(session, name);
}

/* The options of a prober: speak to servers without secure renegotiation, ask for no tickets. */
static inline void rdptop_ssl_ctx_set_prober_options(SSL_CTX *context)
{
    (void)SSL_CTX_set_options(
        context, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
}

/* Whoever a context belongs to, for its callbacks, which get a session only. */
static inline void rdptop_ssl_ctx_set_owner(SSL_CTX *context, void *owner)
{
    (void)SSL_CTX_set_app_data(context, owner);
}

static inline void *rdptop_ssl_owner(const SSL *session)
{
    return SSL_CTX_get_app_data(SSL_get_SSL_CTX(session));
}

static inline int rdptop_x509_count(const STACK_OF(X509) *chain)
{
    return chain == NULL ? 0 : sk_X509_num(chain);
}

static inline X509 *rdptop_x509_at(const STACK_OF(X509) *chain, int index)
{
    return sk_X509_value(chain, index);
}

/* Bytes waiting in a memory BIO, in place: valid until the BIO is written to or reset. */
static inline long rdptop_bio_contents(BIO *bio, char **bytes)
{
    return BIO_get_mem_data(bio, bytes);
}

static inline void rdptop_bio_reset(BIO *bio)
{
    (void)BIO_reset(bio);
}

#endif
