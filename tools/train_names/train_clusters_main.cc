// train_clusters: classes of words that stand in like places, from plain text.
//
//   zstd -dc CORPUS/*.jsonl.zst | train_clusters --out clusters.tsv
//
// Reads articles, one JSON object a line, on standard input; writes one word a
// line with its class among 32, 128 and 512, the most frequent word first.  The
// names tagger takes the classes as features (docs/names.md).

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/document.h"
#include "corpus/json_line.h"
#include "corpus/segment.h"
#include "extractors/names/tagger_words.h"
#include "tools/train_names/word_vectors.h"

namespace factline {
namespace {

struct Options {
  std::string out;
  uint32_t vocabulary = 100000;
  uint32_t least = 6;  // occurrences
  uint32_t rounds = 12;
  WordVectorOptions vectors;
};

struct Text {
  std::vector<uint32_t> words;  // in order of first sight; kSentenceEnd between sentences
  std::vector<std::string> forms;
  std::vector<uint64_t> counts;
};

Text ReadText() {
  Text text;
  std::unordered_map<std::string, uint32_t> index;
  JsonLineParser parser;
  Document document;
  std::string line, form;
  while (std::getline(std::cin, line)) {
    auto article = parser.Parse(line);
    if (!article) continue;
    Segment(article->text, &document);
    for (const Sentence& s : document.sentences) {
      for (uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
        const Token& token = document.tokens[i];
        AppendWordForm(document.Text(token), token, &form);
        auto [at, fresh] = index.try_emplace(form, static_cast<uint32_t>(text.forms.size()));
        if (fresh) text.forms.push_back(form), text.counts.push_back(0);
        ++text.counts[at->second];
        text.words.push_back(at->second);
      }
      text.words.push_back(kSentenceEnd);
    }
  }
  return text;
}

// Keeps the words seen often enough, renumbered by frequency.
Text Frequent(const Text& all, const Options& options) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < all.forms.size(); ++i) {
    if (all.counts[i] >= options.least) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    if (all.counts[a] != all.counts[b]) return all.counts[a] > all.counts[b];
    return all.forms[a] < all.forms[b];
  });
  if (order.size() > options.vocabulary) order.resize(options.vocabulary);
  Text text;
  std::vector<uint32_t> number(all.forms.size(), kSentenceEnd);
  for (uint32_t i : order) {
    number[i] = static_cast<uint32_t>(text.forms.size());
    text.forms.push_back(all.forms[i]);
    text.counts.push_back(all.counts[i]);
  }
  for (uint32_t word : all.words) {
    if (word == kSentenceEnd) {
      text.words.push_back(word);
    } else if (number[word] != kSentenceEnd) {
      text.words.push_back(number[word]);
    }
  }
  return text;
}

int Run(const Options& options) {
  std::ios::sync_with_stdio(false);
  Text text = Frequent(ReadText(), options);
  if (text.forms.empty()) {
    std::fprintf(stderr, "train_clusters: no text on standard input\n");
    return 2;
  }
  std::fprintf(stderr, "clusters: %zu words, %zu running\n", text.forms.size(), text.words.size());
  std::vector<float> rows = TrainWordVectors(text.words, text.counts, options.vectors);
  auto coarse = ClusterRows(rows, 32, options.rounds);
  auto middle = ClusterRows(rows, 128, options.rounds);
  auto fine = ClusterRows(rows, 512, options.rounds);
  std::ofstream out(options.out);
  for (size_t i = 0; i < text.forms.size(); ++i) {
    out << text.forms[i] << '\t' << coarse[i] << '\t' << middle[i] << '\t' << fine[i] << '\n';
  }
  return out ? 0 : 1;
}

}  // namespace
}  // namespace factline

int main(int argc, char** argv) {
  factline::Options options;
  CLI::App app("Classes of words from plain text");
  app.add_option("--out", options.out, "Where to write the classes")->required();
  app.add_option("--vocabulary", options.vocabulary, "Words at most");
  app.add_option("--least", options.least, "Occurrences a word needs");
  app.add_option("--epochs", options.vectors.epochs, "Passes over the text");
  app.add_option("--seed", options.vectors.seed, "Of the random numbers");
  CLI11_PARSE(app, argc, argv);
  return factline::Run(options);
}
