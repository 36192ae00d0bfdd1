// Runs a fuzz target without libFuzzer: over stored inputs, and over mutations of each.
//
//   fuzz_NAME ROUNDS FILE-OR-FOLDER...
//
// The mutations come from a fixed seed, so every run does the same. Where the target stops, the
// input is left in the file that the last line names; add it to the corpus once it is mended.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
// The sanitizers' runtime has it; without them it is null.
// NOLINTNEXTLINE: the runtime's own name
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

// What is running, for the handler of a crash.
std::string current_input;
std::string current_name;

void save_current() {
  const std::string path = "crash-" + current_name;
  if (std::FILE* file = std::fopen(path.c_str(), "wb")) {
    std::fwrite(current_input.data(), 1, current_input.size(), file);
    std::fclose(file);
  }
  std::fprintf(stderr, "stopped; the input is in %s\n", path.c_str());
}

extern "C" void on_signal(int number) {
  save_current();
  std::signal(number, SIG_DFL);
  std::raise(number);
}

void run(std::string input) {
  current_input = std::move(input);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current_input.data()),
                         current_input.size());
}

// splitmix64: a few lines, and the same numbers on every machine.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % limit);
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<const char*, 16> kPieces = {"\xEF\xBB\xBF",
                                                 "\xC2\xAD",
                                                 "\xE2\x80\x99",
                                                 "\xFF\xFE",
                                                 "\r\n\r\n",
                                                 "\t",
                                                 "\xF0\x9D\x84\x9E",
                                                 "\xCC\x81",
                                                 "\xE2\x80",
                                                 ".",
                                                 "'s ",
                                                 "2018",
                                                 "\x7F",
                                                 "((((((((",
                                                 "U.S. ",
                                                 "\"{[<"};

std::string mutate(std::string input, Numbers& numbers, const std::vector<std::string>& others) {
  const std::size_t changes = 1 + numbers.below(4);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = numbers.below(input.size() + 1);
    const std::size_t length = std::min(input.size() - at, 1 + numbers.below(16));
    switch (numbers.below(6)) {
      case 0:
        input.resize(at);
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(at, kPieces[numbers.below(kPieces.size())]);
        break;
      case 3:
        input.insert(numbers.below(input.size() + 1), input.substr(at, length));
        break;
      case 4:
        if (at < input.size()) input[at] = static_cast<char>(numbers.below(256));
        break;
      default: {
        const std::string& other = others[numbers.below(others.size())];
        const std::size_t from = numbers.below(other.size() + 1);
        input.insert(at, other, from, 1 + numbers.below(200));
      }
    }
  }
  return input;
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_regular_file(path)) return {path};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: %s ROUNDS FILE-OR-FOLDER...\n", arguments[0]);
    return 2;
  }
  std::vector<std::filesystem::path> files;
  for (int i = 2; i < count; ++i) {
    const auto found = files_of(arguments[i]);
    files.insert(files.end(), found.begin(), found.end());
  }
  if (files.empty()) {
    std::fprintf(stderr, "no input to replay\n");
    return 1;
  }
  std::signal(SIGABRT, on_signal);
  std::signal(SIGSEGV, on_signal);
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(save_current);

  std::vector<std::string> inputs;
  inputs.reserve(files.size());
  for (const auto& file : files) inputs.push_back(content_of(file));
  const unsigned long rounds = std::strtoul(arguments[1], nullptr, 10);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    current_name = files[i].filename().string();
    run(inputs[i]);
    Numbers numbers(i);
    for (unsigned long round = 0; round < rounds; ++round) {
      run(mutate(inputs[i], numbers, inputs));
    }
  }
  std::printf("%zu inputs, each with %lu mutations\n", inputs.size(), rounds);
  return 0;
}
