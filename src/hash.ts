/** Hashes. Pure: text or bytes in, numbers or text out. */
import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** SHA-256 in base64, as a content security policy writes it. */
export function sha256Base64(data: string): string {
  return createHash("sha256").update(data).digest("base64");
}

/** FNV-1a over UTF-16 code units, unsigned 32 bits. */
export function hashString(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
