// How much longer than in a release a test may take: sanitizers and builds without optimisation are slow.
#pragma once

namespace support {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
constexpr double slowness = 30;
#else
constexpr double slowness = 1;
#endif

}  // namespace support
