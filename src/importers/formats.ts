/** The formats that are read, each with the way to get such a file. One line adds one. */
import type { Clues, ImportInput, Importer, JsonInput, Reader } from "./importer.js";
import { nativeReader, ndjsonReader } from "./native/index.js";

/** A JSON format is worth asking when one of its keys is there. */
const hasKey =
  (...wanted: readonly string[]) =>
  ({ keys }: Clues) =>
    keys !== undefined && wanted.some((key) => keys.has(key));

type JsonReader = {
  readonly recognise: (value: unknown) => number;
  readonly read: (input: JsonInput) => ReturnType<Reader["read"]>;
};

/** Hands a JSON reader its documents; without any, the text was forced upon it and has none. */
function json({ recognise, read }: JsonReader): Reader {
  return { recognise, read: (input: ImportInput) => read({ ...input, documents: input.documents ?? [] }) };
}

export const FORMATS: readonly Importer[] = [
  {
    id: "native",
    title: "JSON",
    origin: "your own export: an article and its comments as JSON; comment-audit schema input shows the form",
    mayBe: () => true,
    load: () => Promise.resolve(nativeReader),
  },
  {
    id: "ndjson",
    title: "NDJSON",
    origin: "one thread a line, as jq -c writes it",
    mayBe: () => true,
    load: () => Promise.resolve(ndjsonReader),
  },
  {
    id: "wordpress-wxr",
    title: "WordPress export (WXR)",
    origin: "WordPress: Tools → Export → All content; or wp export",
    mayBe: ({ head }) =>
      /<rss[\s>]/u.test(head) && /wordpress\.org\/export\/1\.|<wp:comment>|<wp:wxr_version>/u.test(head),
    load: async () => {
      const { readWxr } = await import("./wordpress-wxr.js");
      return { sniff: () => 0.95, read: readWxr, streams: true };
    },
  },
  {
    id: "disqus-xml",
    title: "Disqus export (XML)",
    origin: "Disqus: Admin → Moderation → Export; the .xml.gz comes by mail",
    mayBe: ({ head }) => /<disqus[\s>]/u.test(head),
    load: async () => {
      const { readDisqusXml } = await import("./disqus-xml.js");
      return { sniff: () => 0.95, read: readDisqusXml, streams: true };
    },
  },
  {
    id: "wordpress-rest",
    title: "WordPress REST API",
    origin: "curl 'https://SITE/wp-json/wp/v2/comments?post=ID&per_page=100'; the article: wp/v2/posts/ID",
    mayBe: hasKey("rendered"),
    load: async () => {
      const m = await import("./wordpress-rest.js");
      return json({ recognise: m.recogniseWordPressRest, read: m.readWordPressRest });
    },
  },
  {
    id: "disqus-api",
    title: "Disqus API",
    origin: "disqus.com/api/3.0/threads/listPosts.json?thread=ID&related=thread",
    mayBe: hasKey("raw_message", "response", "identifiers"),
    load: async () => {
      const m = await import("./disqus-api.js");
      return json({ recognise: m.recogniseDisqusApi, read: m.readDisqusApi });
    },
  },
  {
    id: "youtube-api",
    title: "YouTube Data API",
    origin: "youtube/v3/commentThreads?part=snippet,replies&videoId=ID",
    mayBe: hasKey("kind"),
    load: async () => {
      const m = await import("./youtube-api.js");
      return json({ recognise: m.recogniseYouTubeApi, read: m.readYouTubeApi });
    },
  },
  {
    id: "yt-dlp",
    title: "yt-dlp",
    origin: "yt-dlp --skip-download --write-comments URL; the file ends in .info.json",
    mayBe: hasKey("extractor", "author_id"),
    load: async () => {
      const m = await import("./yt-dlp.js");
      return json({ recognise: m.recogniseYtDlp, read: m.readYtDlp });
    },
  },
  {
    id: "youtube-comment-downloader",
    title: "youtube-comment-downloader",
    origin: "youtube-comment-downloader --url URL --output comments.json",
    mayBe: hasKey("cid"),
    load: async () => {
      const m = await import("./youtube-comment-downloader.js");
      return json({ recognise: m.recogniseDownloader, read: m.readDownloader });
    },
  },
  {
    id: "reddit",
    title: "Reddit listing",
    origin: "the address of the thread with .json at its end",
    mayBe: hasKey("children"),
    load: async () => {
      const m = await import("./reddit.js");
      return json({ recognise: m.recogniseListing, read: m.readReddit });
    },
  },
  {
    id: "reddit-dump",
    title: "Reddit dump",
    origin: "Pushshift or Arctic Shift rows; zstd -dc --long=31 RC_….zst | grep SUBREDDIT",
    mayBe: hasKey("link_id", "selftext"),
    load: async () => {
      const m = await import("./reddit.js");
      return json({ recognise: m.recogniseDump, read: m.readReddit });
    },
  },
  {
    id: "hackernews",
    title: "Hacker News",
    origin: "hn.algolia.com/api/v1/items/ID, search hits, or Firebase items",
    mayBe: hasKey("created_at_i", "hits", "_tags", "by"),
    load: async () => {
      const m = await import("./hackernews.js");
      return json({ recognise: m.recogniseHackerNews, read: m.readHackerNews });
    },
  },
  {
    id: "discourse",
    title: "Discourse",
    origin: "the address of the topic with .json at its end; ?print=true gives up to 1,000 posts",
    mayBe: hasKey("post_stream", "latest_posts"),
    load: async () => {
      const m = await import("./discourse.js");
      return json({ recognise: m.recogniseDiscourse, read: m.readDiscourse });
    },
  },
  {
    id: "mastodon",
    title: "Mastodon",
    origin: "api/v1/statuses/ID/context; the post itself: api/v1/statuses/ID",
    mayBe: hasKey("descendants", "visibility"),
    load: async () => {
      const m = await import("./mastodon.js");
      return json({ recognise: m.recogniseMastodon, read: m.readMastodon });
    },
  },
  {
    id: "bluesky",
    title: "Bluesky",
    origin: "public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=URI",
    mayBe: hasKey("thread"),
    load: async () => {
      const m = await import("./bluesky.js");
      return json({ recognise: m.recogniseBluesky, read: m.readBluesky });
    },
  },
  {
    id: "lemmy",
    title: "Lemmy",
    origin: "api/v3/comment/list?post_id=ID&limit=50",
    mayBe: hasKey("creator"),
    load: async () => {
      const m = await import("./lemmy.js");
      return json({ recognise: m.recogniseLemmy, read: m.readLemmy });
    },
  },
  {
    id: "github",
    title: "GitHub issues and discussions",
    origin: "gh api repos/OWNER/REPO/issues/N/comments (utterances); GraphQL discussion (giscus)",
    mayBe: hasKey("author_association", "discussion", "discussions", "search"),
    load: async () => {
      const m = await import("./github.js");
      return json({ recognise: m.recogniseGitHub, read: m.readGitHub });
    },
  },
  {
    id: "remark42",
    title: "Remark42",
    origin: "remark42 backup, or api/v1/find?url=PAGE&format=tree",
    mayBe: hasKey("locator", "users"),
    load: async () => {
      const m = await import("./remark42.js");
      return json({ recognise: m.recogniseRemark42, read: m.readRemark42 });
    },
  },
  {
    id: "commento",
    title: "Commento",
    origin: "Commento: Dashboard → Export data",
    mayBe: hasKey("commentHex"),
    load: async () => {
      const m = await import("./commento.js");
      return json({ recognise: m.recogniseCommento, read: m.readCommento });
    },
  },
  {
    id: "isso",
    title: "Isso",
    origin:
      "sqlite3 -json comments.db 'select c.*, t.uri, t.title thread_title from comments c join threads t on c.tid = t.id'",
    mayBe: hasKey("hidden_replies", "tid", "remote_addr"),
    load: async () => {
      const m = await import("./isso.js");
      return json({ recognise: m.recogniseIsso, read: m.readIsso });
    },
  },
  {
    id: "coral",
    title: "Coral",
    origin:
      "mongoexport --db coral --collection comments; append the collections stories and users for titles and names; or the story's comments from its GraphQL API",
    mayBe: hasKey("storyID", "revisions", "story"),
    load: async () => {
      const m = await import("./coral.js");
      return json({ recognise: m.recogniseCoral, read: m.readCoral });
    },
  },
  {
    id: "cusdis",
    title: "Cusdis",
    origin: "sqlite3 -json data.db 'SELECT c.*, p.url, p.title FROM comments c JOIN pages p ON p.id = c.pageId'",
    mayBe: hasKey("by_nickname"),
    load: async () => {
      const m = await import("./cusdis.js");
      return json({ recognise: m.recogniseCusdis, read: m.readCusdis });
    },
  },
  {
    id: "ghost",
    title: "Ghost",
    origin: "the members API: /members/api/comments/post/ID/; the content export has no comments",
    mayBe: hasKey("html"),
    load: async () => {
      const m = await import("./ghost.js");
      return json({ recognise: m.recogniseGhost, read: m.readGhost });
    },
  },
  {
    id: "regulations",
    title: "regulations.gov API",
    origin: "api.regulations.gov/v4/comments/ID; the bulk CSV is read as CSV",
    mayBe: hasKey("documentType"),
    load: async () => {
      const m = await import("./regulations.js");
      return json({ recognise: m.recogniseRegulations, read: m.readRegulations });
    },
  },
  {
    id: "facebook",
    title: "Facebook Graph API",
    origin: "graph.facebook.com/POST/comments?fields=message,from,created_time,comments",
    mayBe: hasKey("created_time"),
    load: async () => {
      const m = await import("./facebook.js");
      return json({ recognise: m.recogniseFacebook, read: m.readFacebook });
    },
  },
  {
    id: "staticman",
    title: "Staticman",
    origin: "the files under _data/comments of your repository",
    mayBe: ({ head }) => /^(?:_?id|message|name):/mu.test(head),
    load: async () => {
      const m = await import("./staticman.js");
      return { sniff: m.sniffStaticman, read: m.readStaticman, settle: m.settleStaticman };
    },
  },
  {
    id: "records",
    title: "JSON records",
    origin: "rows of a crawler or a data set: text, author and thread under any usual name; --map text=KEY",
    mayBe: ({ keys }) => keys !== undefined && !keys.has("comments"),
    load: async () => {
      const m = await import("./records.js");
      const { settleEscaped } = await import("./escaped.js");
      return { ...json({ recognise: m.recogniseRecords, read: m.readRecords }), settle: settleEscaped };
    },
  },
  {
    id: "csv",
    title: "CSV or TSV",
    origin: "any table with a column of texts; --map text=COLUMN,author=COLUMN",
    mayBe: ({ head, keys }) => keys === undefined && !/^\s*[<{[]/u.test(head),
    load: async () => {
      const m = await import("./csv.js");
      const { settleEscaped } = await import("./escaped.js");
      return { sniff: m.sniffCsv, read: m.readCsv, settle: settleEscaped };
    },
  },
];
