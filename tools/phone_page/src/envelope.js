// What an envelope holds, byte by byte: docs/envelope.md. It is read piece by piece, and kept piece by piece.
import { sha256 } from "@noble/hashes/sha2.js";
import { Encrypter } from "age-encryption";

// Chromium has 500 MiB for all of a page where it keeps nothing on the disk.
export const MOST_BYTES = 500e6;
export const MOST_FILES = 500;
const START = "bevismappe-envelope 1\n";
const PIECE = 1 << 20;
const FOLD = 8 << 20;

const text = new TextEncoder();

// A page from a file on a phone has no WebCrypto; the library goes without where it is told that this is not supported.
if (!globalThis.crypto.subtle) {
  const unsupported = () => {
    throw new DOMException("no WebCrypto here", "NotSupportedError");
  };
  Object.defineProperty(globalThis.crypto, "subtle", { value: { importKey: unsupported } });
}

function length(bytes) {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setUint32(0, bytes.length);
  return four;
}

function offset(moment) {
  const minutes = -moment.getTimezoneOffset();
  const two = (number) => String(number).padStart(2, "0");
  const size = Math.abs(minutes);
  return (minutes < 0 ? "-" : "+") + two(Math.floor(size / 60)) + ":" + two(size % 60);
}

async function read(file, at) {
  try {
    return new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  } catch (error) {
    throw Object.assign(error, { unread: file.name });
  }
}

/** Give way to the screen, so that the button that stops answers. */
const breath = () => new Promise((go) => setTimeout(go));

async function* packed(files, told, stopped) {
  let all = 0;
  yield text.encode(START);
  for (const file of files) {
    const head = text.encode(JSON.stringify({
      name: file.name.slice(0, 200),
      type: file.type.slice(0, 100),
      size: file.size,
      changed: file.lastModified ? new Date(file.lastModified).toISOString() : "",
    }));
    yield length(head);
    yield head;
    const hash = sha256.create();
    for (let at = 0; at < file.size; at += PIECE) {
      if (stopped()) throw new DOMException("stopped", "AbortError");
      const piece = await read(file, at);
      hash.update(piece);
      yield piece;
      all += piece.length;
      told(all);
      await breath();
    }
    yield hash.digest();
  }
  const now = new Date();
  const end = text.encode(JSON.stringify({
    files: files.length,
    bytes: all,
    closed: now.toISOString(),
    offset: offset(now),
  }));
  yield new Uint8Array(4);
  yield length(end);
  yield end;
}

/** Return the envelope for this key as Blobs, each on its way to the disk as soon as it is full. */
export async function seal(key, files, told, stopped) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  const pieces = packed(files, told, stopped);
  const source = new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = (await encrypter.encrypt(source)).getReader();
  const blobs = [];
  let kept = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (value) {
      kept.push(value);
      size += value.length;
    }
    if (done || size >= FOLD) {
      blobs.push(new Blob(kept));
      kept = [];
      size = 0;
    }
    if (done) break;
  }
  await check(blobs);
  return blobs;
}

/** Read a byte of each: a browser without room makes a Blob all the same, and says so only to who reads it. */
export async function check(blobs) {
  try {
    for (const each of blobs) await each.slice(0, 1).arrayBuffer();
  } catch (error) {
    throw Object.assign(error, { full: true });
  }
}

/** The same bytes as text (age's own form for that), for phones that hand on no other files. */
export async function asText(blobs) {
  const whole = new Blob(blobs);
  const lines = ["-----BEGIN AGE ENCRYPTED FILE-----\n"];
  const step = 48 * 4096;
  for (let at = 0; at < whole.size; at += step) {
    const piece = new Uint8Array(await whole.slice(at, at + step).arrayBuffer());
    let block = "";
    for (let from = 0; from < piece.length; from += 48) {
      block += btoa(String.fromCharCode(...piece.subarray(from, from + 48))) + "\n";
    }
    lines.push(new Blob([block]));
    await breath();
  }
  lines.push("-----END AGE ENCRYPTED FILE-----\n");
  await check(lines.slice(1, -1));
  return lines;
}

/** Whether this is a key that an envelope can be closed for. */
export function isKey(key) {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(key)) return false;
  try {
    new Encrypter().addRecipient(key);
    return true;
  } catch {
    return false;
  }
}
