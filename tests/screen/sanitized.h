/* Whether AddressSanitizer looks on: some of what a test asks of the system it has taken for itself. */
#ifndef TESTS_SCREEN_SANITIZED_H
#define TESTS_SCREEN_SANITIZED_H

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

#endif
