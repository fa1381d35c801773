// compile_lexicons ROOT OUTPUT FILE.tsv…: writes the lexicon image at build time.

#include <cstdio>
#include <fstream>
#include <iterator>

#include "extractors/lexicon_compiler.h"

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: compile_lexicons ROOT OUTPUT FILE.tsv...\n");
    return 2;
  }
  std::vector<factline::LexiconSource> sources;
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(std::string(argv[1]) + "/" + argv[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "%s: cannot be opened\n", argv[i]);
      return 2;
    }
    sources.push_back({argv[i], {std::istreambuf_iterator<char>(in), {}}});
  }
  auto image = factline::CompileLexicons(sources);
  if (!image) {
    std::fprintf(stderr, "%s\n", image.error().message.c_str());
    return 2;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out.write(image->data(), static_cast<std::streamsize>(image->size()));
  return out.good() ? 0 : 2;
}
