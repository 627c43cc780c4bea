// node build.mjs OUT: write the page. The same packages give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = (name) => fileURLToPath(new URL(`src/${name}`, import.meta.url));
const read = (name) => readFileSync(source(name), "utf-8");
const hash = (text) => `sha256-${createHash("sha256").update(text, "utf-8").digest("base64")}`;

const bundled = await build({
  entryPoints: [source("page.js")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  alias: {
    "@noble/post-quantum/hybrid.js": source("none.js"),
    "@noble/curves/nist.js": source("none.js"),
  },
});
const js = bundled.outputFiles[0].text.trim().replaceAll("</", "<\\/");
const css = read("page.css").trim().replace(/\n/g, "");
const parts = { script: hash(js), style: hash(css), css, js };
const page = read("page.html").replace(/\{(script|style|css|js)\}/g, (_, part) => parts[part]);
writeFileSync(process.argv[2], page);
