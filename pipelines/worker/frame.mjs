// The title above a figure, the lines below it, and what stands in its place where there are no rows. They are part of the picture, because pictures travel without their page.
import { fontFamily } from './fonts.mjs';

const defaults = { width: 590, margin: 0, titleSize: 13, scopeSize: 10.5, noteSize: 9, ink: '#1a1a1a', quiet: '#595959', stamp: '#a32400', background: '#ffffff' };

/** `chart` is the SVG that Vega wrote; the result is one SVG, as wide as the type area or wider where the chart is. */
export function frame(chart, caption = {}, look = {}, measure) {
  const style = { ...defaults, ...look };
  const inner = size(chart);
  const width = Math.max(style.width, Math.ceil(inner.width));
  const parts = [];
  let y = 0;

  const stampWidth = caption.stamp ? measure(caption.stamp, true) * style.noteSize + 12 : 0;
  const besideStamp = width - stampWidth - (stampWidth ? 12 : 0);
  if (caption.title || caption.stamp) {
    // In a document the caption says the title, and the picture does not say it again; the scope moves up beside the stamp.
    const lines = caption.untitled ? [] : wrap(caption.title ?? '', (text) => measure(text, true) * style.titleSize, besideStamp);
    lines.forEach((line, i) => parts.push(text(line, 0, y + style.titleSize * (1 + 1.35 * i), style.titleSize, style.ink, 'bold')));
    if (caption.stamp) {
      parts.push(`<rect x="${round(width - stampWidth + 0.5)}" y="0.5" width="${round(stampWidth - 1)}" height="${style.noteSize + 7}" rx="2" fill="none" stroke="${style.stamp}"/>`);
      parts.push(text(caption.stamp, width - stampWidth + 6, style.noteSize + 3, style.noteSize, style.stamp, 'bold'));
    }
    const stampHeight = stampWidth ? style.noteSize + 7 : 0;
    if (!caption.untitled) y += Math.max(lines.length * style.titleSize * 1.35, stampHeight);
    if (caption.scope) {
      for (const line of wrap(caption.scope, (part) => measure(part, false) * style.scopeSize, caption.untitled ? besideStamp : width)) {
        y += style.scopeSize * 1.3;
        parts.push(text(line, 0, y, style.scopeSize, style.quiet, 'normal'));
      }
    }
    y = Math.max(y, stampHeight) + 10;
  }

  parts.push(`<svg x="0" y="${round(y)}" width="${inner.width}" height="${inner.height}" viewBox="${inner.viewBox}">${inner.body}</svg>`);
  y += inner.height + 8;

  for (const note of caption.notes ?? []) {
    for (const line of wrap(note, (part) => measure(part, false) * style.noteSize, width)) {
      y += style.noteSize * 1.4;
      parts.push(text(line, 0, y, style.noteSize, style.quiet, 'normal'));
    }
  }

  const height = Math.ceil(y + style.noteSize * 0.5);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    (caption.title ? `<title>${escape(caption.title)}</title>` : '') +
    (caption.description ? `<desc>${escape(caption.description)}</desc>` : '') +
    `<rect width="${width}" height="${height}" fill="${style.background}"/>${parts.join('')}</svg>\n`;
  return { svg, width, height };
}

/** Stands where the chart would: an empty plot looks like a fault, or like good news. */
export function emptyChart(words, look = {}) {
  const style = { ...defaults, ...look };
  const [width, height] = [style.width, 96];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${style.quiet}" stroke-dasharray="3 3"/>` +
    `<text x="${width / 2}" y="${height / 2 + 4}" text-anchor="middle" font-family="${fontFamily}" font-size="${style.scopeSize}px" fill="${style.ink}">${escape(words)}</text></svg>`
  );
}

function size(svg) {
  const open = svg.match(/^<svg[^>]*>/)[0];
  const attribute = (name) => open.match(new RegExp(`\\b${name}="([^"]*)"`))[1];
  return {
    width: Number(attribute('width')),
    height: Number(attribute('height')),
    viewBox: attribute('viewBox'),
    body: svg.slice(open.length, svg.lastIndexOf('</svg>')),
  };
}

function text(content, x, y, size, colour, weight) {
  return `<text x="${round(x)}" y="${round(y)}" font-family="${fontFamily}" font-size="${size}px" font-weight="${weight}" fill="${colour}">${escape(content)}</text>`;
}

/** Breaks between any two Chinese characters and at spaces elsewhere; closing punctuation never opens a line. */
function wrap(content, measure, width) {
  const pieces = content.match(/[\u2e80-\uffef][，。、；：）」』》”]*|[^\u2e80-\uffef\s]+[，。、；：）」』》”]*|\s+/gu) ?? [];
  const lines = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

const round = (number) => Math.round(number * 100) / 100;
const escape = (content) => content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
