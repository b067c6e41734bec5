// SVG to PNG at a print resolution. resvg writes no pHYs chunk, and Word then takes 96 dpi: so we write it.
import { Resvg } from '@resvg/resvg-js';
import { embeddedFamily } from './fonts.mjs';

/** 590 px of a figure are 156 mm of a page at CSS's 96 px to the inch. */
const pixelsPerInch = 96;

export function toPng(svg, fontFiles, dpi) {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: dpi / pixelsPerInch },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: embeddedFamily, sansSerifFamily: embeddedFamily },
  }).render();
  return withResolution(drawn.asPng(), dpi);
}

function withResolution(png, dpi) {
  const perMetre = Math.round(dpi / 0.0254);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  // Behind the signature (8) and IHDR (25), before the pixels, as the format asks.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** Node's own came with 20.15 and 22.2; we promise 20. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
