import { asText, isKey, MOST_BYTES, MOST_FILES, seal } from "./envelope.js";
import { WORDS } from "./words.js";

const at = (id) => document.getElementById(id);
const key = document.querySelector("meta[name=envelope-key]").content || location.hash.slice(1);
let language = document.documentElement.dataset.language
  || ((navigator.language || "da").toLowerCase().startsWith("da") ? "da" : "en");
let files = [];
let step = "choose"; // choose, closing, ready
let part = 0;
let stop = false;
let made = null;
let said = ["", {}];

function word(name, values = {}) {
  return WORDS[language][name].replace(/\{(\w)\}/g, (_, each) => values[each] ?? "");
}

function size(bytes) {
  const unit = bytes < 1e6 ? "kB" : "MB";
  const number = bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) : bytes / 1e6;
  const shown = number.toLocaleString(language, { maximumFractionDigits: number < 10 ? 1 : 0 });
  return shown + "\u00a0" + unit;
}

const total = () => files.reduce((sum, file) => sum + file.size, 0);
const count = () => (files.length === 1 ? word("one") : word("many", { n: files.length }));

function say(name, values = {}) {
  said = [name, values];
}

function show() {
  document.documentElement.lang = language;
  document.title = word("title");
  for (const each of document.querySelectorAll("[data-word]")) {
    each.textContent = word(each.dataset.word);
  }
  const usable = isKey(key);
  if (!usable) say(key ? "badkey" : "nokey");
  at("mark").hidden = !usable;
  at("ending").textContent = usable ? key.slice(-8, -4) + " " + key.slice(-4) : "";
  const chosen = files.length > 0;
  for (const each of document.querySelectorAll("[data-step]")) {
    each.hidden = !usable || each.dataset.step !== step;
  }
  at("list").hidden = !usable || step !== "choose" || !chosen;
  at("foot").hidden = at("list").hidden;
  at("pick").className = chosen ? "" : "filled";
  at("pick").textContent = word(chosen ? "more" : "pick");
  at("sum").textContent = count() + " · " + size(total());
  at("progress").textContent = word("closing", { p: Math.floor(part * 100) });
  at("bar").value = part;
  at("made").textContent = count() + " · " + size(made ? made.size : 0);
  at("share").hidden = !made || !made.shared;
  at("save").className = made && made.shared ? "quiet" : "filled";
  at("said").textContent = said[0] ? word(said[0], said[1]) : "";
  at("said").hidden = !said[0];
  rows();
}

function rows() {
  at("files").replaceChildren(...files.map((file, place) => {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.className = "name";
    name.textContent = file.name;
    const how = document.createElement("span");
    how.className = "small";
    how.textContent = size(file.size);
    const remove = document.createElement("button");
    remove.className = "remove";
    remove.textContent = "×";
    remove.setAttribute("aria-label", word("remove", { f: file.name }));
    remove.onclick = () => {
      files.splice(place, 1);
      say("");
      show();
    };
    row.append(name, how, remove);
    return row;
  }));
}

function add(list) {
  say("");
  for (const file of list) {
    if (!file.size) say("nothing", { f: file.name });
    else if (!files.some((each) => each.name === file.name && each.size === file.size
      && each.lastModified === file.lastModified)) files.push(file);
  }
  if (files.length > MOST_FILES) say("count", { n: MOST_FILES });
  else if (total() > MOST_BYTES) say("large", { m: size(MOST_BYTES) });
  show();
}

function name() {
  const two = (number) => String(number).padStart(2, "0");
  const now = new Date();
  const day = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  return "telefon-kuvert " + day + " " + two(now.getHours()) + two(now.getMinutes());
}

/** The file as the phone can hand it on: as it is, else as text, which Chrome on Android asks for. */
async function handed(blobs) {
  const can = (file) => Boolean(navigator.canShare && navigator.canShare({ files: [file] }));
  const plain = new File(blobs, name() + ".age", { type: "application/octet-stream" });
  if (can(plain)) return { file: plain, saved: plain, size: plain.size, shared: true };
  const trial = new File(["-"], "a.txt", { type: "text/plain" });
  if (!can(trial)) return { file: plain, saved: plain, size: plain.size, shared: false };
  const file = new File(await asText(blobs), name() + ".age.txt", { type: "text/plain" });
  return { file, saved: plain, size: file.size, shared: can(file) };
}

async function close() {
  if (!files.length || files.length > MOST_FILES || total() > MOST_BYTES) return add([]);
  step = "closing";
  part = 0;
  stop = false;
  say("");
  show();
  try {
    const whole = total();
    const told = (done) => {
      part = done / whole;
      at("bar").value = part;
      at("progress").textContent = word("closing", { p: Math.floor(part * 100) });
    };
    made = await handed(await seal(key, files, told, () => stop));
    step = "ready";
  } catch (error) {
    step = "choose";
    if (error.name === "AbortError") say("stopped");
    else if (error.full) say("full");
    else if (error.unread) say("unread", { f: error.unread });
    else say("failed");
  }
  return show();
}

async function share() {
  try {
    await navigator.share({ files: [made.file] });
    say("");
  } catch {
    say("notshared");
  }
  show();
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(made.saved);
  link.download = made.saved.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say("saved");
  show();
}

function again() {
  files = [];
  made = null;
  step = "choose";
  say("");
  show();
}

at("pick").onclick = () => at("pictures").click();
at("pickfiles").onclick = () => at("any").click();
for (const each of [at("pictures"), at("any")]) {
  each.onchange = () => {
    add([...each.files]);
    each.value = "";
  };
}
at("close").onclick = close;
at("empty").onclick = again;
at("stop").onclick = () => {
  stop = true;
};
at("share").onclick = share;
at("save").onclick = save;
at("again").onclick = again;
at("language").onclick = () => {
  language = language === "da" ? "en" : "da";
  show();
};
show();
