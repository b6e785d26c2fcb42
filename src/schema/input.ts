/**
 * The native input form. This one definition gives the types of the model, the validation of what
 * is read, and the JSON Schema that `comment-audit schema input` prints.
 */
import * as z from "zod";

export const authorSchema = z
  .object({
    name: z.exactOptional(z.string().describe("Name as shown beside the comment.")),
    id: z.exactOptional(z.string().describe("Account id; tells two people of one name apart.")),
    url: z.exactOptional(z.string()),
    isArticleAuthor: z.exactOptional(z.boolean().describe("True when this account wrote the article.")),
    isStaff: z.exactOptional(z.boolean().describe("True for staff and verified accounts of the site.")),
  })
  .meta({ title: "Author" });

export const commentSchema = z
  .object({
    id: z.string().describe("Unique inside its thread."),
    parentId: z.exactOptional(z.string().nullable().describe("Id of the comment that this one answers.")),
    author: z.exactOptional(authorSchema),
    text: z.string().describe("The comment as a reader saw it, plain text."),
    createdAt: z.exactOptional(z.string().describe("ISO 8601.")),
    label: z.exactOptional(
      z.string().describe("What a person found it to be, such as bot or human. Kept by convert, never looked at."),
    ),
  })
  .meta({ title: "Comment" });

export const articleSchema = z
  .object({
    title: z.string(),
    body: z.string().describe("Plain text, paragraphs separated by an empty line; may be empty."),
    author: z.exactOptional(z.string()),
    url: z.exactOptional(z.string()),
    publishedAt: z.exactOptional(z.string().describe("ISO 8601.")),
  })
  .meta({ title: "Article" });

export const threadSchema = z
  .object({
    id: z.exactOptional(z.string()),
    article: articleSchema,
    comments: z.array(commentSchema),
  })
  .meta({
    title: "comment-audit input",
    description:
      "One article and its comments. A file may hold one such thread, an array of them, or one per line (NDJSON).",
    examples: [
      {
        article: { title: "Bridge to reopen in May", body: "The old bridge will reopen in May, the council said." },
        comments: [
          { id: "1", author: { name: "Ana" }, text: "Finally. My detour has been 20 minutes since 2023." },
          { id: "2", parentId: "1", text: "Same here." },
        ],
      },
    ],
  });

export type Author = Readonly<z.infer<typeof authorSchema>>;
export type Article = Readonly<z.infer<typeof articleSchema>>;
export type NativeComment = Readonly<z.infer<typeof commentSchema>>;
