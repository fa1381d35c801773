// What period and place have in common: of the dates or places of its sentence an
// amount has the nearest, else, where its sentence names none, that of the scene.
//
// A linker is made for one article.  What a role makes of its mentions it says in
// the functions below.

#ifndef FACTLINE_PIPELINE_LINKS_SCENE_LINKER_H_
#define FACTLINE_PIPELINE_LINKS_SCENE_LINKER_H_

#include <vector>

#include "pipeline/links/link_context.h"
#include "pipeline/links/scene.h"
#include "pipeline/links/statements.h"

namespace factline {

class SceneLinker {
 public:
  // All must outlive the linker.  `carried` is the class of what the scene gives.
  SceneLinker(LinkContext* context, const std::vector<Statement>& statements, LinkRole role,
              LinkClass carried)
      : context_(*context),
        reading_(context->reading()),
        statements_(statements),
        role_(role),
        carried_(carried) {}
  virtual ~SceneLinker() = default;

  // Adds the links of the role to all amounts of the article.
  void Run();

 protected:
  // Whether `m`, one of the context's mentions, is a date or a place that can be
  // linked to, and whether one to be carried to the sentences after it.
  virtual bool IsTarget(const Mention& m) const = 0;
  virtual bool SetsScene(const Mention& m) const = 0;
  // Whether the amount `m` can have one, and whether also that of the scene.
  virtual bool TakesOne(const Mention& m) const = 0;
  virtual bool TakesScene(uint32_t amount) const = 0;
  // The nearest target in the sentence of `amount`, or kNoMention; how it was found
  // is left in `found_`.
  virtual uint32_t Nearest(uint32_t amount) = 0;

  // The first statement that can speak of what Run() has come to.
  size_t next_statement() const { return next_statement_; }

  LinkContext& context_;
  const Reading& reading_;
  const std::vector<Statement>& statements_;
  LinkClass found_ = LinkClass::kCount;

 private:
  bool NamesOne(uint32_t amount);

  const LinkRole role_;
  const LinkClass carried_;
  size_t next_statement_ = 0;
  Scene scene_;
  uint32_t looked_at_ = UINT32_MAX;  // the sentence that `names_one_` speaks of
  bool names_one_ = false;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_SCENE_LINKER_H_
