/**
 * A detector of your own: comments that shout.
 *
 * It says what it saw and where; what that weighs is set in the configuration, and the report shows
 * it beside all other evidence.
 */
const MIN_WORDS = 6;
const MIN_SHARE = 0.8;

/** @type {import("comment-audit").Detector} */
export default {
  id: "shouting",
  title: "Comments in capitals",
  // Which of the report's questions it adds to: generic, template, duplicate, impersonation, artifact.
  axis: "artifact",
  signals: [
    {
      id: "shouting/all-caps",
      title: "written in capitals",
      meaning: "Nearly all words are in capitals.",
      direction: "raises",
      example: "THIS IS WHAT THEY DO NOT TELL YOU",
      nearMiss: "NATO and the EU met in Oslo",
      source: "this site's moderators",
    },
  ],
  // Called once with all threads; what it returns is asked of every comment and must not remember any.
  prepare: () => ({
    assess: (comment) => {
      const words = comment.words.filter(({ start, end }) => end - start > 1);
      if (words.length < MIN_WORDS) return { state: "not-applicable", reason: `under ${MIN_WORDS} words` };
      const loud = words.filter(({ start, end }) => {
        const word = comment.raw.slice(start, end);
        return word === word.toUpperCase() && word !== word.toLowerCase();
      });
      if (loud.length < MIN_SHARE * words.length) return { state: "scored", observations: [] };
      const evidence = [{ kind: "quote", ...comment.span(loud[0].start, loud.at(-1).end) }];
      return {
        state: "scored",
        observations: [{ signal: "shouting/all-caps", strength: 1, data: { words: loud.length }, evidence }],
      };
    },
  }),
};
