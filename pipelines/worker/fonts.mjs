// Noto Sans SC, and Noto Serif SC for documents, in two weights. A whole weight is 10 MB and makes resvg slow, so each is cut to GB 2312 and what a figure needed beyond it,
// once, and kept in `fonts/` beside node_modules.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { Refusal } from './refusal.mjs';
import { readTypeface } from './typeface.mjs';

/** SVG readers have their own fonts: the same face under another name, then what Windows and macOS bring. */
export const fontFamily = 'Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif';
export const embeddedFamily = 'Noto Sans SC';

const bundled = {
  400: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  700: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
const serif = {
  400: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  700: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};
const resolve = createRequire(import.meta.url).resolve;
const opened = new Map();

/** `files` is weight → path of a TTF; without it, the fonts we bring. woff2 would draw no text at all, silently. */
export function openFonts(files = {}) {
  const key = JSON.stringify(files);
  if (!opened.has(key)) opened.set(key, new Fonts({ 400: files[400] ?? resolve(bundled[400]), 700: files[700] ?? resolve(bundled[700]) }));
  return opened.get(key);
}

/** Documents have a serif beside the sans of their figures and headings. */
export const openDocumentFonts = () => [openFonts(), openFonts({ 400: resolve(serif[400]), 700: resolve(serif[700]) })];

class Fonts {
  #sources;

  constructor(paths) {
    this.#sources = Object.entries(paths).map(([weight, path]) => {
      const bytes = readFileSync(path);
      return { weight, path, bytes, face: readTypeface(bytes) };
    });
  }

  /** Width in em, as a browser with this font would measure it. */
  advance(text, bold) {
    const { face } = this.#sources[bold ? 1 : 0];
    let em = 0;
    for (const character of text) em += face.advance(character.codePointAt(0));
    return em;
  }

  /** resvg and Word draw nothing where a glyph is missing, and say nothing: so we say it. */
  refuseMissing(texts) {
    const missing = new Map();
    for (const text of texts) {
      for (const character of text) {
        const has = this.#sources.every(({ face }) => face.has(character.codePointAt(0)));
        if (!has && !missing.has(character)) missing.set(character, text);
      }
    }
    if (missing.size === 0) return;
    const named = [...missing].slice(0, 5).map(([character, text]) => `'${character}' (${codeName(character)}) in "${text}"`);
    throw new Refusal('missing_glyph', `The font has no glyph for ${missing.size} character(s): ${named.join(', ')}.`);
  }

  /** Paths of TTFs that hold every character of `texts`. */
  async filesFor(texts) {
    // Of this figure alone: what was drawn before must not show in its bytes.
    const beyond = new Set([...texts.join('')].filter((character) => !gb2312.has(character)));
    const characters = [...gb2312, ...[...beyond].sort()].join('');
    return Promise.all(this.#sources.map((source) => cut(source, characters)));
  }
}

async function cut({ weight, path, bytes }, characters) {
  const key = createHash('sha256').update(path).update(String(bytes.length)).update(characters).digest('hex').slice(0, 16);
  const file = join(cacheFolder(), `${weight}-${key}.ttf`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  // Renamed into place: another worker may be cutting the same font.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, await subsetFont(bytes, characters, { targetFormat: 'truetype' }));
  renameSync(aside, file);
  return file;
}

function cacheFolder() {
  const inside = resolve('ajv');
  return join(inside.slice(0, inside.lastIndexOf('node_modules')), 'fonts');
}

const gb2312 = new Set();
for (let codePoint = 0x20; codePoint < 0x180; codePoint++) gb2312.add(String.fromCodePoint(codePoint));
const decoder = new TextDecoder('gb2312');
for (let row = 0xa1; row <= 0xf7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const character = decoder.decode(Uint8Array.of(row, cell));
    if (!character.includes('\ufffd')) gb2312.add(character[0]);
  }
}

const codeName = (character) => 'U+' + character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
