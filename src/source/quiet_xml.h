// libxml2 tells standard error of what concerns no parser (an encoding that it cannot convert).
#pragma once

#include <libxml/xmlerror.h>

namespace rapporteur::source {

inline void say_nothing(void*, const char*, ...) {}

// For the calling thread. Errors of parsers reach their handlers as before.
inline void keep_xml_quiet() { xmlSetGenericErrorFunc(nullptr, &say_nothing); }

}  // namespace rapporteur::source
