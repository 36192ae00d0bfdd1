#pragma once
#include <string>
namespace rapporteur::text {
std::string read();
}
