#pragma once
namespace rapporteur::catalogue {
inline int states() { return 193; }
}
