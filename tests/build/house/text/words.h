#pragma once
namespace rapporteur::text {
inline const char* word() { return "word"; }
}
