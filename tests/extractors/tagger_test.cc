// The names tagger: that its chain sums as paths do, and what it finds.

#include "extractors/names/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "extractors/lexicon.h"

namespace factline {
namespace {

using namespace tagger;  // NOLINT: the tags are the subject

Steps SomeSteps() {
  Matrix weights{};
  for (Tag a = 0; a < kTags; ++a) {
    for (Tag b = 0; b < kTags; ++b) weights[a][b] = 0.1f * static_cast<float>((a * 7 + b * 3) % 5);
  }
  return Steps::FromWeights(weights);
}

void FillFactors(Chain* chain, uint32_t n) {
  chain->Resize(n);
  for (uint32_t i = 0; i < n; ++i) {
    for (Tag t = 0; t < kTags; ++t) {
      chain->Factors(i)[t] = 0.2f + 0.1f * static_cast<float>((i * 5 + t * 11) % 7);
    }
    chain->Factors(i)[14] = chain->Factors(i)[15] = 0;
  }
}

// Every path of `n` tags with its weight.
void EachPath(const Chain& chain, const Steps& steps, uint32_t n,
              const std::function<void(const std::vector<Tag>&, double)>& seen) {
  std::vector<Tag> path(n, 0);
  while (true) {
    double weight = 1;
    Tag before = kOutside;
    for (uint32_t i = 0; i < n; ++i) {
      weight *= steps.forward[before][path[i]] * chain.Factors(i)[path[i]];
      before = path[i];
    }
    seen(path, weight * steps.forward[before][kOutside]);
    uint32_t i = 0;
    while (i < n && ++path[i] == kTags) path[i++] = 0;
    if (i == n) return;
  }
}

TEST(Chain, SumsAreThoseOverAllPaths) {
  Steps steps = SomeSteps();
  Chain chain;
  FillFactors(&chain, 4);
  ASSERT_TRUE(chain.Sum(steps));
  double total = 0, organization = 0, named = 0, best = 0;
  std::vector<Tag> best_path;
  Tag begin = TagOf(NameType::kOrganization, Place::kBegin);
  EachPath(chain, steps, 4, [&](const std::vector<Tag>& path, double weight) {
    total += weight;
    if (path[1] == begin) organization += weight;
    for (uint32_t i = 1; i < 4; ++i) {
      if (IsName(path[i]) && TypeOf(path[i]) == NameType::kOrganization) named += weight;
    }
    if (weight > best) best = weight, best_path = path;
  });
  EXPECT_NEAR(chain.LogTotal(), std::log(total), 1e-4);
  EXPECT_NEAR(chain.Marginals(1)[begin], organization / total, 1e-5);
  EXPECT_NEAR(chain.TypeProbability(1, 3, NameType::kOrganization), named / total / 3, 1e-5);
  std::vector<Tag> path;
  chain.BestPath(steps, &path);
  EXPECT_EQ(path, best_path);
}

TEST(Chain, TheLikeliestTagsAreTheBestPathWhereTheyAreSure) {
  Steps steps = SomeSteps();
  std::mt19937 random(3);
  int sure = 0;
  for (int round = 0; round < 5'000; ++round) {
    Chain chain;
    uint32_t n = 1 + random() % 5;
    FillFactors(&chain, n);
    float sharpness = static_cast<float>(random() % 8);
    for (uint32_t i = 0; i < n; ++i) {
      for (Tag t = 0; t < kTags; ++t) {
        chain.Factors(i)[t] = std::exp(-sharpness * static_cast<float>(random() % 1000) / 1000.0f);
      }
    }
    ASSERT_TRUE(chain.Sum(steps));
    std::vector<Tag> likeliest, best;
    if (!chain.LikeliestTags(&likeliest)) continue;
    ++sure;
    chain.BestPath(steps, &best);
    ASSERT_EQ(likeliest, best) << "round " << round;
  }
  EXPECT_GT(sure, 100);
  EXPECT_LT(sure, 4'900);
}

TEST(Chain, ANameIsNeverLeftOpen) {
  Steps steps = SomeSteps();
  for (Tag t = 0; t < kTags; ++t) {
    EXPECT_EQ(steps.forward[t][kOutside] > 0, !LeavesOpen(t));
    EXPECT_EQ(steps.forward[kOutside][t] > 0, !Continues(t));
  }
}

std::vector<std::string> NamesIn(std::string_view text) {
  Article article;
  article.text = text;
  Reading reading(Lexicon::Shipped());
  reading.Read(article);
  std::vector<TaggedName> names;
  NameTagger(Model::Shipped()).Tag(reading, &names);
  std::vector<std::string> found;
  for (const TaggedName& name : names) {
    std::string_view words = text.substr(reading.token(name.tokens.begin).bytes.begin,
                                         reading.token(name.tokens.end - 1).bytes.end -
                                             reading.token(name.tokens.begin).bytes.begin);
    found.push_back(std::string(Name(FactTypeOf(name.type))) + " " + std::string(words));
    EXPECT_GT(name.probability, 0);
    EXPECT_LE(name.probability, 1.0001f);
  }
  return found;
}

TEST(NameTagger, FindsTheThreeTypes) {
  EXPECT_EQ(NamesIn("Maria Lindqvist of the University of Tartu spoke to reporters in Hamburg."),
            (std::vector<std::string>{"person Maria Lindqvist", "organization University of Tartu",
                                      "location Hamburg"}));
}

TEST(NameTagger, SaysNothingOfTextWithoutNames) {
  EXPECT_TRUE(NamesIn("The rain stopped. It was late, and nobody had seen anything.").empty());
  EXPECT_TRUE(NamesIn(" ").empty());
}

TEST(Model, RefusesWhatIsNone) {
  EXPECT_FALSE(Model::Open("short"));
  EXPECT_FALSE(Model::Open(std::string(2000, 'x')));
  EXPECT_TRUE(Model::Open("")->empty());
}

// Sum() against the plain reading of a bucket.
TEST(Model, SumsTheWeightsOfTheFeaturesThatItHas) {
  std::mt19937_64 random(7);
  std::vector<Bucket> buckets(8);
  for (Bucket& bucket : buckets) {
    for (uint32_t row = 0; row < kBucketRows; ++row) {
      bucket.fingerprints[row] = static_cast<uint16_t>(row == 3 ? 0 : 1 + random() % 6);
      for (int8_t& weight : bucket.weights[row]) weight = static_cast<int8_t>(random());
    }
  }
  ModelHeader header{};
  header.unit = 0.01f;
  std::string image = WriteModel(header, buckets, std::vector<WordClass>(4), "");
  std::vector<Bucket> aligned(image.size() / sizeof(Bucket) + 1);
  std::memcpy(static_cast<void*>(aligned.data()), image.data(), image.size());
  auto model = Model::Open({reinterpret_cast<const char*>(aligned.data()), image.size()});
  ASSERT_TRUE(model);
  for (int round = 0; round < 200; ++round) {
    Features features;
    for (features.count = 0; features.count < kMaxFeatures; ++features.count) {
      features.hashes[features.count] = random() << 40 | (random() % 8) << 20;
    }
    std::array<int16_t, kLanes> sums, expected;
    sums.fill(5);
    expected.fill(5);
    for (uint32_t k = 0; k < features.count; ++k) {
      const Bucket& bucket = buckets[BucketOf(features.hashes[k], 8)];
      const uint16_t* end = bucket.fingerprints + kBucketRows;
      const uint16_t* at = std::find(bucket.fingerprints, end, FingerprintOf(features.hashes[k]));
      for (Tag t = 0; at != end && t < kTags; ++t) {
        expected[t] += bucket.weights[at - bucket.fingerprints][t];
      }
    }
    model->Sum(features, &sums);
    for (Tag t = 0; t < kTags; ++t) ASSERT_EQ(sums[t], expected[t]) << "tag " << int{t};
  }
}

TEST(Model, SaysWhatItWasTrainedFrom) {
  EXPECT_NE(Model::Shipped().notes().find("sha256="), std::string_view::npos);
}

}  // namespace
}  // namespace factline
