// Where things stand in an SVG as Vega and our frame write it: its texts and its shapes, in the order they are drawn.
import { plain } from './texts.mjs';

/** `{width, height, marks}`; a mark is a text or a shape, with its box in the picture and its colours as they are written. */
export function readPicture(svg, measure) {
  const marks = [];
  const above = [{ matrix: [1, 0, 0, 1, 0, 0] }];
  let text = null;
  let size = null;
  for (const [, closing, name, written, alone, content] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    if (name === undefined) {
      if (text) text.content += content;
    } else if (closing) {
      if (name === 'text') marks.push(...linesOf(text, measure));
      if (name === 'text') text = null;
      if (inside.has(name)) above.pop();
    } else {
      const attributes = Object.fromEntries([...written.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
      size ??= { width: Number(attributes.width), height: Number(attributes.height) };
      const here = { ...above.at(-1), ...pick(attributes), matrix: placed(above.at(-1).matrix, name, attributes) };
      if (name === 'text') text = { ...here, content: '', attributes };
      else if (name === 'tspan' && text) text.content += `\n${attributes.dy ?? 0}\n`;
      else if (attributes.display !== 'none') marks.push(...shapeOf(name, attributes, here));
      if (inside.has(name) && !alone) above.push(here);
    }
  }
  return { ...size, marks };
}

const inside = new Set(['g', 'svg']);
const inherited = ['fill', 'stroke', 'stroke-width', 'stroke-opacity', 'fill-opacity'];
const pick = (attributes) => Object.fromEntries(inherited.filter((key) => key in attributes).map((key) => [key, attributes[key]]));

function placed(matrix, name, { transform = '', x = 0, y = 0 }) {
  let at = matrix;
  for (const [, kind, list] of transform.matchAll(/(translate|rotate)\(([^)]*)\)/g)) {
    const [first, second = 0] = list.split(/[ ,]+/).map(Number);
    at = times(at, kind === 'translate' ? [1, 0, 0, 1, first, second] : turned(first));
  }
  return name === 'svg' || name === 'text' || name === 'rect' ? times(at, [1, 0, 0, 1, Number(x), Number(y)]) : at;
}

const times = ([a, b, c, d, e, f], [g, h, i, j, k, l]) => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
const turned = (degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180), -Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180), 0, 0];

/** What ink takes up: Chinese characters stand a little lower than Latin ones reach, and rows may be set that tight. */
const [ascent, descent] = [0.82, 0.12];

function linesOf({ content, attributes, matrix, fill }, measure) {
  const size = parseFloat(attributes['font-size']);
  let [line, down] = [0, 0];
  return content
    .split('\n')
    .flatMap((part, place) => {
      if (place % 2 === 1) down += Number(part);
      return place % 2 === 0 ? [{ part: plain(part), at: down, line: line++ }] : [];
    })
    .filter(({ part }) => part.trim() !== '')
    .map(({ part, at }) => {
      const width = measure(part, attributes['font-weight'] === 'bold') * size;
      const left = { start: 0, middle: -width / 2, end: -width }[attributes['text-anchor'] ?? 'start'];
      return { text: part, fill, opacity: Number(attributes.opacity ?? 1), halo: 'stroke' in attributes, box: boxOf(matrix, [left, at - ascent * size, left + width, at + descent * size]) };
    });
}

function shapeOf(name, attributes, { matrix, fill, stroke, ...look }) {
  const opacity = Number(attributes.opacity ?? 1);
  const extent = extents[name]?.(attributes);
  if (!extent || opacity === 0) return [];
  return [
    {
      fill: fill === 'none' || name === 'line' ? undefined : fill,
      stroke: stroke === 'none' ? undefined : stroke,
      fillOpacity: opacity * Number(look['fill-opacity'] ?? 1),
      strokeOpacity: opacity * Number(look['stroke-opacity'] ?? 1),
      strokeWidth: Number(look['stroke-width'] ?? 1),
      // Only these cover all of their box.
      whole: name === 'rect' || /^M[^a-zA-Z]*h[^a-zA-Z]*v[^a-zA-Z]*h[^a-zA-Z]*Z$/.test(attributes.d ?? ''),
      box: boxOf(matrix, extent),
    },
  ];
}

const extents = {
  rect: ({ width, height }) => [0, 0, Number(width), Number(height)],
  line: ({ x1 = 0, y1 = 0, x2 = 0, y2 = 0 }) => [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
  path: ({ d = '' }) => pathExtent(d),
};

/** The points a path is drawn through; of a curve its ends, which is all that symbols need. */
function pathExtent(d) {
  let [x, y] = [0, 0];
  const [xs, ys] = [[], []];
  for (const [, command, list] of d.matchAll(/([MLHVAZmlhvaz])([^a-zA-Z]*)/g)) {
    const numbers = (list.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const step = { M: 2, L: 2, A: 7, H: 1, V: 1 }[command.toUpperCase()] ?? 1;
    for (let i = 0; i + step <= numbers.length; i += step) {
      const relative = command === command.toLowerCase();
      const [dx, dy] = step === 1 ? (command.toUpperCase() === 'H' ? [numbers[i], relative ? 0 : y] : [relative ? 0 : x, numbers[i]]) : numbers.slice(i + step - 2, i + step);
      [x, y] = relative ? [x + dx, y + dy] : [dx, dy];
      xs.push(x);
      ys.push(y);
    }
  }
  return xs.length === 0 ? undefined : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function boxOf([a, b, c, d, e, f], [left, top, right, bottom]) {
  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]].map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
