// What we need to know of a TrueType font, read from its own tables: which characters it has and how wide each is.

/** A face with `has(codePoint)` and `advance(codePoint)` in em. */
export function readTypeface(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tableOffsets(view);
  const unitsPerEm = view.getUint16(table.head + 18);
  const widths = view.getUint16(table.hhea + 34);
  const glyphOf = glyphLookup(view, table.cmap);

  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    // Glyphs after the last entry of hmtx repeat its width.
    advance: (codePoint) => view.getUint16(table.hmtx + 4 * Math.min(glyphOf(codePoint), widths - 1)) / unitsPerEm,
  };
}

function tableOffsets(view) {
  const offsets = {};
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    offsets[tag] = view.getUint32(record + 8);
  }
  return offsets;
}

/** Format 12 lists runs over all of Unicode, format 4 over its first plane; a font that has 12 repeats in it what 4 says. */
function glyphLookup(view, cmap) {
  const byFormat = {};
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    byFormat[view.getUint16(subtable)] = subtable;
  }
  if (byFormat[12] !== undefined) return wideLookup(view, byFormat[12]);
  if (byFormat[4] !== undefined) return narrowLookup(view, byFormat[4]);
  throw new Error('The font has no character map of format 12 or 4.');
}

function wideLookup(view, at) {
  const groups = view.getUint32(at + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}

function narrowLookup(view, at) {
  const doubled = view.getUint16(at + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map((offset) => at + offset);
  return (codePoint) => {
    for (let k = 0; k < doubled; k += 2) {
      if (codePoint > view.getUint16(ends + k)) continue;
      const start = view.getUint16(starts + k);
      if (codePoint < start) return 0;
      const range = view.getUint16(ranges + k);
      const delta = view.getUint16(deltas + k);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + k + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
