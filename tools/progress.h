// How far a run has come, for whoever waits for it: on a terminal one line that
// is drawn over and over, elsewhere a line every half a minute.
//
//   factline [======>           ]  38%  31.2 MB/s  1,204,331 articles  4:10 left
//   factline: 38% read, 1204331 articles, 31.2 MB/s, 4:10 left
//
// A run that is over within a second or so shows nothing.  Goes to standard error
// only; never into the records.

#ifndef FACTLINE_TOOLS_PROGRESS_H_
#define FACTLINE_TOOLS_PROGRESS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace factline {

class Progress {
 public:
  struct Screen {
    bool terminal = false;
    int width = 80;                                 // in columns, of a terminal
    std::function<void(const std::string&)> print;  // unset: nothing is shown
    std::function<double()> seconds;                // a clock that only goes on
  };

  // `input_bytes`: of all inputs, as they lie on the disk; 0: not known.
  Progress(Screen screen, uint64_t input_bytes);

  // So many more articles, `bytes_read` of the inputs so far.
  void Note(uint64_t articles, uint64_t bytes_read);

  // Takes the line off the terminal, for something else to be printed.
  void Clear();

 private:
  std::string Line() const;

  Screen screen_;
  uint64_t input_bytes_;
  uint64_t articles_ = 0, bytes_read_ = 0;
  double begin_, shown_;
  uint64_t bytes_shown_ = 0;  // read when last shown
  double rate_ = 0;           // bytes a second, of late
  bool drawn_ = false;
};

// Standard error, as it is.
Progress::Screen StandardError();

// The size of all that `inputs` (files, folders, patterns) name; 0 where one of them
// is standard input.
uint64_t BytesOf(const std::vector<std::string>& inputs);

}  // namespace factline
#endif  // FACTLINE_TOOLS_PROGRESS_H_
