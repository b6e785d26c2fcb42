/**
 * Real exports, which are no part of this repository: recognised without a flag, every record
 * accounted for. The figures were counted by hand or with grep in the files themselves: what is read
 * and what is left out add up to the records there.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "../src/importers/registry.js";
import { joinSources } from "../src/importers/join.js";
import { SHARED_DATA } from "./support/fixtures.js";

const FOLDER = join(SHARED_DATA, "samples");

/** Format, threads with comments, comments, replies, records left out. */
const SAMPLES: readonly [string, string, number, number, number, number][] = [
  ["bluesky/thread-no-replies.json", "bluesky", 0, 0, 0, 0],
  ["bluesky/thread-parent-not-found.json", "bluesky", 0, 0, 0, 0],
  ["bluesky/thread-replies.json", "bluesky", 1, 3, 1, 0],
  ["commento/commento-v1.json", "commento", 2, 3, 1, 0],
  ["csv/youtube-spam-collection.csv", "csv", 1, 119, 0, 0],
  ["discourse/topic-1448-small.json", "discourse", 1, 3, 1, 0],
  ["discourse/topic-20-of-22-cut.json", "discourse", 1, 16, 6, 0],
  ["discourse/topic-old-fields.json", "discourse", 1, 2, 0, 1],
  ["discourse/topic-posts-chunk.json", "discourse", 1, 1, 0, 0],
  ["disqus-api/listPosts-all-deleted.json", "disqus-api", 0, 0, 0, 7],
  ["disqus-api/post-details.json", "disqus-api", 0, 0, 0, 1],
  ["disqus-api/threads-list.json", "disqus-api", 0, 0, 0, 0],
  ["disqus-xml/blog-2021-deleted-spam.xml", "disqus-xml", 5, 18, 10, 15],
  ["disqus-xml/isso-test.xml", "disqus-xml", 3, 5, 1, 1],
  ["disqus-xml/remark42-test-malformed.xml", "disqus-xml", 3, 5, 0, 1],
  ["facebook-graph/comments-data.json", "facebook", 2, 2, 0, 0],
  ["github-issues/issue-comments.json", "github", 1, 1, 0, 0],
  ["hackernews/algolia-flattened-array.json", "records", 1, 113, 0, 0],
  ["hackernews/firebase-items.ndjson", "hackernews", 1, 1, 0, 1],
  ["isso/generic-import.json", "isso", 2, 2, 0, 0],
  ["mastodon/context.json", "mastodon", 1, 1, 0, 0],
  ["ndjson/youtube-comments-many-videos.jsonl", "records", 9, 120, 0, 0],
  ["reddit-dumps/RC_mixed-years.ndjson", "reddit-dump", 23, 23, 0, 4],
  ["reddit-dumps/RS_mixed-years.ndjson", "reddit-dump", 0, 0, 0, 0],
  ["reddit-listing/deep-chain.json", "reddit", 1, 9, 8, 0],
  ["reddit-listing/funny-2015-deleted-cut.json", "reddit", 1, 36, 32, 6],
  ["reddit-listing/info-deleted-comment.json", "reddit", 0, 0, 0, 1],
  ["reddit-listing/more-nodes-cut.json", "reddit", 1, 26, 23, 0],
  ["regulations-gov/comment-detail.json", "regulations", 0, 0, 0, 1],
  ["remark42/find-tree.json", "remark42", 0, 0, 0, 9],
  ["remark42/flat-array.json", "remark42", 1, 58, 31, 0],
  ["remark42/native-backup.ndjson", "remark42", 2, 2, 0, 0],
  ["staticman/aarongreenlee-portrait/comment-1471630435206.yml", "staticman", 1, 1, 0, 0],
  ["staticman/autumn-refresh/comment-1542071071893.yml", "staticman", 1, 1, 0, 0],
  ["wordpress-rest/comments-of-post.json", "wordpress-rest", 1, 3, 1, 0],
  ["wordpress-rest/single-comment.json", "wordpress-rest", 1, 1, 0, 0],
  ["wordpress-wxr/labs-4.0-threads-and-pingbacks.xml", "wordpress-wxr", 3, 21, 1, 5],
  ["wordpress-wxr/serialized-comment-meta.xml", "wordpress-wxr", 1, 1, 0, 0],
  ["wordpress-wxr/theme-unit-test-nested.xml", "wordpress-wxr", 4, 23, 9, 4],
  ["wordpress-wxr/wp-6.9-notes.xml", "wordpress-wxr", 1, 1, 0, 2],
  ["wordpress-wxr/wxr-1.0-isso-test.xml", "wordpress-wxr", 2, 8, 3, 0],
  ["wordpress-wxr/wxr-1.0-valid.xml", "wordpress-wxr", 1, 1, 0, 0],
  ["youtube-api/commentThread-with-reply.json", "youtube-api", 1, 2, 1, 0],
  ["youtube-api/commentThreads-channel-no-video.json", "youtube-api", 1, 2, 0, 0],
  ["youtube-api/commentThreads-page-1.json", "youtube-api", 1, 5, 0, 0],
  ["youtube-api/comments-by-parent.json", "youtube-api", 1, 2, 0, 0],
];

const isThere = existsSync(FOLDER);
if (!isThere) process.stderr.write(`test/samples.test.ts: no real exports at ${FOLDER}, its tests are skipped\n`);

(isThere ? describe : describe.skip)("real exports", () => {
  test.each(SAMPLES)("%s", async (file, format, threads, comments, replies, leftOut) => {
    const source = await readSource(readFileSync(join(FOLDER, file)), file);
    const all = [...source.threads, ...joinSources([source]).threads].filter((thread) => thread.comments.length > 0);
    const read = all.flatMap((thread) => thread.comments);
    const dropped = source.diagnostics.filter(({ dropsRecord }) => dropsRecord === true);
    expect({
      format: source.format,
      threads: all.length,
      comments: read.length,
      replies: read.filter(({ parentId }) => parentId !== null).length,
      leftOut: dropped.reduce((sum, { records }) => sum + (records ?? 1), 0),
    }).toEqual({ format, threads, comments, replies, leftOut });
    for (const { text, ...rest } of read) {
      expect(text).not.toMatch(/<\/?(?:p|br|div|span)\b[^>]*>|&(?:amp|lt|gt|quot|#\d+);/u);
      // What a person wrote into the text stays; the fields that the system adds are not read.
      expect(JSON.stringify(rest)).not.toMatch(/user\d+@example\.org|192\.0\.2\.\d/u);
    }
  });
});
