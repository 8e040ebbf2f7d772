/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MEMO_CSODIUM_SHIM_H
#define MEMO_CSODIUM_SHIM_H

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* prctl is variadic, so Swift cannot see it. Returns 0 when neither a core dump nor a debugger of
   the same user can read this process. */
static inline int memo_forbid_dumps(void) {
  const struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

#endif
