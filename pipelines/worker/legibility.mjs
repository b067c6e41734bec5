// What an editor would send back: texts over one another, texts cut off, text too pale for its ground, marks too pale for theirs.
import { readPicture } from './picture.mjs';

/** As WCAG 2 asks: of text, and of what carries meaning without being text. */
const [textContrast, markContrast] = [4.5, 3];

/** Thinner lines only guide the eye. */
const hairline = 0.6;
const touching = 0.25;
// Beside one another two texts need more than that to be two.
const apart = 1;
const largestDot = 9;
const mostGrounds = 12;
const shown = 3;

/** One sentence for each kind of flaw, with the first few of its kind; none where the picture can be read. */
export function flawsOf(svg, measure) {
  const { width, height, marks } = readPicture(svg, measure);
  marks.forEach((mark, at) => (mark.at = at));
  // An axis hides labels for which there is no room; a text with a stroke clears the ground for the same text above it.
  const texts = marks.filter((mark) => mark.text !== undefined && mark.opacity > 0 && !mark.halo);
  const grounds = marks.filter((mark) => mark.whole && mark.fill && !isDot(mark.box));
  const flaws = [
    tell('Texts have no value', texts.filter(({ text }) => /\b(null|undefined|NaN)\b/.test(text)).map(({ text }) => `"${text}"`)),
    tell('Texts run into one another', overlaps(texts).map(([one, other]) => `"${one.text}" and "${other.text}"`)),
    tell('Texts reach beyond the picture', texts.filter(({ box }) => box.left < -touching || box.top < -touching || box.right > width + touching || box.bottom > height + touching).map(({ text }) => `"${text}"`)),
    tell(`Texts have a contrast below ${textContrast} : 1`, texts.flatMap((text) => paleText(text, grounds))),
    tell(`Marks have a contrast below ${markContrast} : 1`, marks.flatMap((mark) => (mark.text === undefined ? paleMark(mark, grounds, texts) : []))),
  ];
  return flaws.filter((flaw) => flaw !== null);
}

function tell(kind, all) {
  const different = [...new Set(all)];
  if (different.length === 0) return null;
  return `${kind}: ${different.slice(0, shown).join('; ')}${different.length > shown ? ` and ${different.length - shown} more` : ''}.`;
}

function overlaps(texts) {
  const found = [];
  const sorted = [...texts].sort((a, b) => a.box.top - b.box.top);
  sorted.forEach((one, at) => {
    for (let next = at + 1; next < sorted.length && sorted[next].box.top < one.box.bottom - touching; next++) {
      const { left, right, ...rest } = sorted[next].box;
      if (meet(one.box, { ...rest, left: left - apart - touching, right: right + apart + touching }, touching)) found.push([one, sorted[next]]);
    }
  });
  return found;
}

const meet = (a, b, by = 0) => a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
const covers = (a, b) => a.left <= b.left + 0.5 && a.right >= b.right - 0.5 && a.top <= b.top + 0.5 && a.bottom >= b.bottom - 0.5;

const isDot = ({ left, top, right, bottom }) => Math.max(right - left, bottom - top) < largestDot;

/** The colours a thing stands on: those of the last shapes drawn below it, and of the page where they leave some free. Of two dots that meet neither is a ground. */
function groundsOf({ box, at }, shapes) {
  let grounds = [white];
  for (const shape of shapes) {
    if (shape.at >= at) break;
    if (!meet(box, shape.box)) continue;
    const laid = grounds.map((ground) => over(colour(shape.fill), shape.fillOpacity, ground));
    grounds = distinct(covers(shape.box, box) ? laid : [...grounds, ...laid]);
  }
  return grounds;
}

// A line across sixty bars would else have 2⁶⁰ grounds, all of two colours; a dozen is more than a reader tells apart.
const distinct = (grounds) => [...new Map(grounds.map((ground) => [ground.join(), ground])).values()].slice(0, mostGrounds);

function paleText(mark, grounds) {
  const { text, fill, opacity } = mark;
  const worst = Math.min(...groundsOf(mark, grounds).map((ground) => contrast(over(colour(fill), opacity, ground), ground)));
  return worst < textContrast ? [`"${text}" (${fill}, ${worst.toFixed(1)})`] : [];
}

// A bar or cell with its number on it says by the number what its colour says; what is drawn in the colour of its ground is meant as a gap.
function paleMark(mark, grounds, texts) {
  const [width, height] = [mark.box.right - mark.box.left, mark.box.bottom - mark.box.top];
  if (width === 0 && height === 0) return [];
  if (mark.whole && texts.some((text) => meet(mark.box, text.box))) return [];
  const filled = mark.fill && mark.fillOpacity > 0;
  const stroked = mark.stroke && mark.strokeWidth > hairline;
  if (!filled && !stroked) return [];
  const contrasts = groundsOf(mark, grounds).map((ground) =>
    Math.max(
      filled ? contrast(over(colour(mark.fill), mark.fillOpacity, ground), ground) : 1,
      stroked ? contrast(over(colour(mark.stroke), mark.strokeOpacity, ground), ground) : 1,
    ),
  );
  const best = Math.max(...contrasts);
  return best < markContrast && best > 1.05 ? [`${mark.fill ?? mark.stroke} (${best.toFixed(1)})`] : [];
}

const white = [255, 255, 255];
const named = { white, black: [0, 0, 0], transparent: white };

function colour(written) {
  if (written === undefined) return named.black;
  const hex = written.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i) ?? written.match(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i);
  if (hex) return hex.slice(1).map((part) => parseInt(part.length === 1 ? part + part : part, 16));
  const rgb = written.match(/^rgba?\(([^)]*)\)$/);
  return rgb ? rgb[1].split(',').slice(0, 3).map(Number) : (named[written] ?? named.black);
}

const over = (top, opacity, ground) => ground.map((channel, i) => top[i] * opacity + channel * (1 - opacity));

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((channel) => channel / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
