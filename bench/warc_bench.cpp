// A crawl (WARC, each record a gzip member) beside bare decompression of the same file.
#include <benchmark/benchmark.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "rapporteur/source/source.h"
#include "reports.h"

namespace rapporteur::bench {
namespace {

constexpr std::size_t kUnpacked = 48U << 20;  // bytes of the crawl's records
constexpr std::size_t kBlock = 256 * 1024;

// Three responses in four are texts; the fourth is one that nobody reads.
std::string record_of(const std::string& text, std::size_t number) {
  const std::string http =
      std::string("HTTP/1.1 ") + (number % 4 == 3 ? "404 Not Found" : "200 OK") +
      "\r\nContent-Type: text/plain; charset=utf-8\r\nServer: lake\r\n\r\n" + text;
  return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2022-08-22T09:30:00Z\r\n"
         "WARC-Record-ID: <urn:uuid:" +
         std::to_string(number) + ">\r\nWARC-Target-URI: https://lake.example/" +
         std::to_string(number) + "\r\nContent-Length: " + std::to_string(http.size()) +
         "\r\n\r\n" + http + "\r\n\r\n";
}

void append_member(std::string& out, const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::abort();
  std::string in = bytes;
  std::string packed(deflateBound(&stream, in.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) std::abort();
  out.append(packed, 0, stream.total_out);
  deflateEnd(&stream);
}

// Written once; the bytes of its records count for both benchmarks.
struct Crawl {
  std::string path = RAPPORTEUR_BINARY_DIR "/bench.warc.gz";
  std::size_t unpacked = 0;
  Crawl() {
    std::string packed;
    const Corpus& corpus = example_reports();
    for (std::size_t i = 0; unpacked < kUnpacked; ++i) {
      const std::string record = record_of(corpus.texts[i % corpus.texts.size()], i);
      append_member(packed, record);
      unpacked += record.size();
    }
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr || std::fwrite(packed.data(), 1, packed.size(), file) != packed.size()) {
      std::abort();
    }
    std::fclose(file);
  }
  ~Crawl() { std::remove(path.c_str()); }
  Crawl(const Crawl&) = delete;
  Crawl& operator=(const Crawl&) = delete;
};

const Crawl& the_crawl() {
  static const Crawl crawl;
  return crawl;
}

// The yardstick: read, inflate, forget.
void inflate_crawl(benchmark::State& state) {
  const Crawl& crawl = the_crawl();
  std::string in(kBlock, '\0');
  std::string out(kBlock, '\0');
  for (auto _ : state) {
    std::FILE* file = std::fopen(crawl.path.c_str(), "rb");
    z_stream stream{};
    if (file == nullptr || inflateInit2(&stream, 15 + 16) != Z_OK) std::abort();
    std::size_t made = 0;
    for (;;) {
      if (stream.avail_in == 0) {
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = static_cast<uInt>(std::fread(in.data(), 1, in.size(), file));
        if (stream.avail_in == 0) break;
      }
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = static_cast<uInt>(out.size());
      const int code = inflate(&stream, Z_NO_FLUSH);
      made += out.size() - stream.avail_out;
      if (code == Z_STREAM_END) inflateReset(&stream);
    }
    inflateEnd(&stream);
    std::fclose(file);
    if (made != crawl.unpacked) std::abort();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(crawl.unpacked));
}
BENCHMARK(inflate_crawl)->Unit(benchmark::kMillisecond);

// Every document of the crawl found; none is read.
void find_in_crawl(benchmark::State& state) {
  const Crawl& crawl = the_crawl();
  for (auto _ : state) {
    const auto source = source::open_paths({crawl.path}, {});
    std::size_t bytes = 0;
    while (const auto found = source->next()) {
      if (!*found) std::abort();
      bytes += (*found)->bytes.size();
    }
    if (bytes == 0) std::abort();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(crawl.unpacked));
}
BENCHMARK(find_in_crawl)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapporteur::bench
