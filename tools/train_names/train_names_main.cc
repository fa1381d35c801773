// train_names: learns the names tagger's model from marked articles.
//
//   train_names --data DIR --classes clusters.tsv --out names.model --date 2026-11-25
//   train_names --data DIR --classes clusters.tsv --measure GOLD.jsonl…
//
// docs/names.md has the whole command, what went in and what came out.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extractors/lexicon.h"
#include "tools/train_names/learner.h"
#include "tools/train_names/measure.h"
#include "tools/train_names/pack.h"

namespace factline {
namespace {

struct Options {
  std::vector<std::string> data;  // "FILE" or "FILE=WEIGHT"
  std::string classes;
  std::string out;
  std::string date;
  std::vector<std::string> measure;
  uint32_t bucket_bits = 17;
  uint32_t least = 2;
  uint32_t folds = 0;
  bool show = false;
  bool votes = true;
  float slope = 0.7f;
  float offset = 0.17f;
  std::vector<float> lean = {0, 0, 0};  // by type, logarithmic
  LearnerOptions learner;
};

// Of the lexicon rows that become features; other rows may change freely.
std::string FingerprintOf(const Lexicon& lexicon) {
  uint64_t hash = 0;
  for (int r = 0; r < static_cast<int>(Role::kCount); ++r) {
    if (!(tagger::kFeatureRoles >> r & 1)) continue;
    for (const LexiconRow& row : lexicon.RowsOf(static_cast<Role>(r))) {
      hash = HashBytes(row.surface(), hash + static_cast<uint64_t>(r));
    }
  }
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  return hex;
}

std::string NotesOf(const std::vector<GoldSet>& sets, const Options& options,
                    const Lexicon& lexicon) {
  std::ostringstream notes;
  notes << "model: factline names tagger\nversion: 1\nfeature_set: " << tagger::kFeatureSet
        << "\ndate: " << options.date << "\nlexicon: " << FingerprintOf(lexicon)
        << "\nepochs: " << options.learner.epochs << "\nrate: " << options.learner.rate
        << "\ndropout: " << options.learner.dropout << "\nruns: " << options.learner.runs
        << "\nseed: " << options.learner.seed << "\ncalibration: " << options.slope << " "
        << options.offset << "\nlean: " << options.lean[0] << " " << options.lean[1] << " "
        << options.lean[2] << "\n";
  for (const GoldSet& set : sets) {
    notes << "data: " << set.name << " weight=" << set.weight << " articles=" << set.articles.size()
          << " sha256=" << set.sha256 << "\n";
  }
  return notes.str();
}

void Print(const std::string& name, const Measured& measured, double* sum, int* cells) {
  std::printf("%-18s", name.c_str());
  for (const Tally& tally : measured.by_type) {
    if (tally.gold == 0) {
      std::printf("  %-24s", "-");
      continue;
    }
    std::printf("  %5.1f/%5.1f (P%5.1f R%5.1f)", 100 * tally.Exact(), 100 * tally.Overlap(),
                100.0 * tally.overlap / std::max(1u, tally.found),
                100.0 * tally.overlap / tally.gold);
    *sum += tally.Overlap();
    ++*cells;
  }
  std::printf("\n");
}

void PrintReliability(const Reliability& all) {
  std::printf("probability   names  promised  right\n");
  for (size_t k = 0; k < all.names.size(); ++k) {
    if (all.names[k] == 0) continue;
    std::printf("%.2f-%.2f %8u  %8.3f  %5.3f\n", 0.05 * double(k), 0.05 * double(k + 1),
                all.names[k], all.probability[k] / all.names[k],
                double(all.right[k]) / all.names[k]);
  }
  std::printf("expected calibration error %.4f\n", all.ExpectedError());
}

// An image at an address that the model can use in place.
class Loaded {
 public:
  explicit Loaded(const std::string& image) : room_(image.size() + 64) {
    char* at = room_.data();
    at += (64 - reinterpret_cast<uintptr_t>(at) % 64) % 64;
    std::copy(image.begin(), image.end(), at);
    auto opened = tagger::Model::Open({at, image.size()});
    if (opened) model_ = *opened;
  }
  const tagger::Model& model() const { return model_; }

 private:
  std::vector<char> room_;
  tagger::Model model_;
};

int MeasureAll(const Options& options, const Lexicon& lexicon, const NameTagger& tagger) {
  double sum = 0;
  int cells = 0;
  Reliability all;
  for (const std::string& path : options.measure) {
    auto set = ReadGoldSet(path, 1);
    if (!set) {
      std::fprintf(stderr, "train_names: %s\n", set.error().message.c_str());
      return 2;
    }
    Measured measured = Measure(
        *set, lexicon, tagger, [](uint32_t) { return true; }, options.show);
    Print(set->name, measured, &sum, &cells);
    all.Add(measured.reliability);
  }
  if (cells > 0) std::printf("MEAN overlap of %d cells: %.2f\n", cells, 100 * sum / cells);
  PrintReliability(all);
  return 0;
}

Result<std::vector<GoldSet>> ReadData(const Options& options) {
  std::vector<GoldSet> sets;
  for (const std::string& item : options.data) {
    size_t equals = item.rfind('=');
    float weight = equals == std::string::npos ? 1 : std::stof(item.substr(equals + 1));
    auto set = ReadGoldSet(item.substr(0, equals), weight);
    if (!set) return set.error();
    sets.push_back(std::move(*set));
  }
  return sets;
}

// Where a name of a type begins, its path gains what `lean` gives the type: marked
// articles leave more places out than others do.
void Lean(const std::vector<float>& lean, tagger::Matrix* steps) {
  using tagger::Place;
  for (auto& from : *steps) {
    for (uint32_t t = 0; t < tagger::kNameTypes; ++t) {
      auto type = static_cast<tagger::NameType>(t);
      for (Place place : {Place::kBegin, Place::kUnit}) from[TagOf(type, place)] += lean[t];
    }
  }
}

// Learns both passes from the runs that `wanted` admits by their article.  The
// second learns from first passes that have not seen the article in hand.
Packed LearnPasses(const Options& options, const Lexicon& lexicon, const Examples& examples,
                   const std::vector<GoldSet>& sets, const std::vector<tagger::WordClass>& classes,
                   const std::string& notes, const std::function<bool(uint32_t)>& wanted) {
  constexpr uint32_t kParts = 3;
  uint32_t buckets = 1u << options.bucket_bits;
  Examples votes;
  for (uint32_t part = 0; part < kParts && options.votes; ++part) {
    Weights weights = Learn(examples, options.learner, [&](const Example& run) {
      return wanted(run.article) && run.article / 7 % kParts != part;
    });
    Loaded loaded(PackModel(examples.hashes, weights, buckets, classes, "", 1, 0).image);
    AppendVoteExamples(
        sets, lexicon, loaded.model(),
        [&](uint32_t k) { return wanted(k) && k / 7 % kParts == part; }, &votes);
  }
  Weights weights =
      Learn(examples, options.learner, [&](const Example& run) { return wanted(run.article); });
  std::vector<uint64_t> hashes = examples.hashes;
  if (options.votes) {
    LearnerOptions second = options.learner;
    second.dropout = 0.1f;
    Weights more = Learn(
        votes, second, [](const Example&) { return true; }, &weights.steps);
    weights.rows.insert(weights.rows.end(), more.rows.begin(), more.rows.end());
    hashes.insert(hashes.end(), votes.hashes.begin(), votes.hashes.end());
  }
  Lean(options.lean, &weights.steps);
  return PackModel(hashes, weights, buckets, classes, notes, options.slope, options.offset);
}

void CrossValidate(const Options& options, const Lexicon& lexicon, const Examples& examples,
                   const std::vector<GoldSet>& sets,
                   const std::vector<tagger::WordClass>& classes) {
  std::vector<Measured> totals(sets.size());
  Reliability all;
  for (uint32_t fold = 0; fold < options.folds; ++fold) {
    Loaded loaded(LearnPasses(options, lexicon, examples, sets, classes, "", [&](uint32_t k) {
                    return k % options.folds != fold;
                  }).image);
    NameTagger tagger(loaded.model());
    uint32_t first = 0;
    for (size_t s = 0; s < sets.size(); ++s) {
      Measured part = Measure(sets[s], lexicon, tagger,
                              [&](uint32_t k) { return (first + k) % options.folds == fold; });
      for (size_t t = 0; t < part.by_type.size(); ++t) {
        Tally& total = totals[s].by_type[t];
        total.gold += part.by_type[t].gold;
        total.found += part.by_type[t].found;
        total.exact += part.by_type[t].exact;
        total.overlap += part.by_type[t].overlap;
      }
      all.Add(part.reliability);
      first += static_cast<uint32_t>(sets[s].articles.size());
    }
  }
  std::printf("cross-validation, %u folds by article\n", options.folds);
  double sum = 0;
  int cells = 0;
  for (size_t s = 0; s < sets.size(); ++s) Print(sets[s].name, totals[s], &sum, &cells);
  PrintReliability(all);
}

int Train(const Options& options) {
  const Lexicon& lexicon = Lexicon::Shipped();
  if (options.data.empty()) {
    const tagger::Model& model = tagger::Model::Shipped();
    std::printf("%s", std::string(model.notes()).c_str());
    if (model.notes().find(FingerprintOf(lexicon)) == std::string_view::npos) {
      std::printf("note: the lexicons have changed since the model was trained\n");
    }
    return MeasureAll(options, lexicon, NameTagger(model));
  }
  auto sets = ReadData(options);
  auto classes = ReadClasses(options.classes);
  if (!sets || !classes) {
    std::string why = !sets ? sets.error().message : classes.error().message;
    std::fprintf(stderr, "train_names: %s (docs/names.md says where the training data come from)\n",
                 why.c_str());
    return 2;
  }
  Examples examples = MakeExamples(*sets, lexicon, *classes, options.least);
  std::fprintf(stderr,
               "train_names: %u tokens in %zu runs, %zu features, %u of %u names out of reach\n",
               examples.tokens(), examples.runs.size(), examples.hashes.size(),
               examples.unreachable, examples.names);
  if (options.folds > 1) CrossValidate(options, lexicon, examples, *sets, *classes);
  Packed packed = LearnPasses(options, lexicon, examples, *sets, *classes,
                              NotesOf(*sets, options, lexicon), [](uint32_t) { return true; });
  std::fprintf(stderr, "train_names: %zu bytes, %u features kept, %u crowded out\n",
               packed.image.size(), packed.kept, packed.crowded);
  if (!options.out.empty()) {
    std::ofstream out(options.out, std::ios::binary);
    out << packed.image;
    if (!out.flush()) {
      std::fprintf(stderr, "train_names: cannot write %s\n", options.out.c_str());
      return 1;
    }
  }
  Loaded loaded(packed.image);
  return MeasureAll(options, lexicon, NameTagger(loaded.model()));
}

}  // namespace
}  // namespace factline

int main(int argc, char** argv) {
  factline::Options options;
  CLI::App app("Learns the names tagger's model; without --data measures the shipped one");
  app.add_option("--data", options.data, "Training files, FILE or FILE=WEIGHT");
  app.add_option("--classes", options.classes, "Classes of words, from train_clusters");
  app.add_option("--out", options.out, "Where to write the model");
  app.add_option("--date", options.date, "Of the model, for its notes");
  app.add_option("--measure", options.measure, "Gold files to measure on; never trained on");
  app.add_option("--buckets", options.bucket_bits, "Size of the model: 2 to this power");
  app.add_option("--least", options.least, "Tokens a feature must stand in");
  app.add_option("--folds", options.folds, "Cross-validate by article in so many folds");
  app.add_option("--epochs", options.learner.epochs, "Passes over the data");
  app.add_option("--rate", options.learner.rate, "Of learning");
  app.add_option("--dropout", options.learner.dropout, "Share of features left out at random");
  app.add_option("--decay", options.learner.decay, "Of weights, at each update");
  app.add_option("--runs", options.learner.runs, "Runs whose weights are averaged");
  app.add_option("--seed", options.learner.seed, "Of the random numbers");
  app.add_option("--slope", options.slope, "Of the log-odds of a name, to calibrate them");
  app.add_option("--offset", options.offset, "Added to the log-odds of a name");
  app.add_option("--lean", options.lean, "Towards person, organization, location")->expected(3);
  app.add_flag("!--no-votes", options.votes, "Only the first pass");
  app.add_flag("--show", options.show, "Print what was missed and what was spurious");
  CLI11_PARSE(app, argc, argv);
  return factline::Train(options);
}
