// The sRGB colour profile (IEC 61966-2-1) as an ICC profile of version 4.2, made here: 508 bytes that every
// colour in the file is meant by (ISO 15076-1). It agrees with other sRGB profiles within 1/255.
#pragma once

#include <string>

namespace ms::pdf {

std::string srgb_profile();

/// The greys of sRGB, for a document that has no other colours: 100 bytes less.
std::string grey_profile();

}  // namespace ms::pdf
