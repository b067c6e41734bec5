// draw: a Vega-Lite spec and its rows become SVG, PNG and PDF. Same request, same bytes.
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { DrawingLog } from './drawing-log.mjs';
import { fontFamily, openFonts } from './fonts.mjs';
import { emptyChart, frame } from './frame.mjs';
import { refuseMalformed } from './grammar.mjs';
import { flawsOf } from './legibility.mjs';
import { toPng } from './png.mjs';
import { Refusal } from './refusal.mjs';
import { textsOf } from './texts.mjs';

const printDpi = 300;
const known = ['svg', 'png', 'pdf'];

/** `{spec, data: {columns, rows}, theme?, caption?: {title, untitled, stamp, notes}, fonts?, formats?, dpi?}` → `{svg?, pngBase64?, pdfBase64?, width, height, warnings}` */
export async function draw({ spec, data, theme = {}, caption, fonts: files, formats = ['svg'], dpi = printDpi }) {
  const unknown = formats.filter((format) => !known.includes(format));
  if (unknown.length > 0) throw new Refusal('unknown_format', `A figure is drawn as ${known.join(', ')}, not as ${unknown.join(', ')}.`);
  refuseMalformed(spec);

  const fonts = openFonts(files);
  // Vega guesses 0.8 em for a Chinese character when it has no canvas, and labels collide.
  vega.textMetrics.width = (item, text) => fonts.advance(String(text ?? ''), isBold(item.fontWeight)) * (item.fontSize ?? 11);

  const log = new DrawingLog();
  // What the caption says, the chart does not repeat; in a page without our caption the spec's own title stands.
  const { title, description, ...bare } = spec;
  const chart =
    data.rows.length === 0 && caption?.empty ? emptyChart(caption.empty, theme.frame) : await render(caption?.title ? bare : { ...bare, title }, data, theme.config, log);
  const measure = (text, bold) => fonts.advance(text, bold);
  const { svg, width, height } = frame(chart, { description, ...caption }, theme.frame, measure);

  const typeArea = theme.frame?.width;
  if (width > typeArea) log.warn(`The figure is ${width} px wide; the page has room for ${typeArea}.`);

  const texts = textsOf(svg);
  fonts.refuseMissing(texts);

  for (const flaw of flawsOf(svg, measure)) log.warn(flaw);

  const answer = { width, height, warnings: log.warnings };
  if (formats.includes('svg')) answer.svg = svg;
  if (formats.includes('png')) answer.pngBase64 = toPng(svg, await fonts.filesFor(texts), dpi).toString('base64');
  if (formats.includes('pdf')) {
    const { toPdf } = await import('./pdf.mjs');
    answer.pdfBase64 = toPdf(svg, { width, height }, { title, description, ...caption }, await fonts.filesFor(texts)).toString('base64');
  }
  return answer;
}

async function render(spec, data, config, logger) {
  const { spec: compiled } = vegaLite.compile({ ...spec, datasets: { ...spec.datasets, main: records(data) } }, { config: { ...config, font: fontFamily }, logger });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: offline, logger });
  try {
    // Ids of clips and gradients count up over the life of the process; a repeat must not see that.
    vega.resetSVGDefIds();
    const svg = await view.toSVG();
    if (logger.fault) throw logger.fault;
    return svg;
  } finally {
    view.finalize();
  }
}

const records = ({ columns, rows }) => rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

/** Figures are drawn from what they are handed, on machines that may have no network. */
const offline = {
  load: (uri) => Promise.reject(new Refusal('network', `A figure may not load '${uri}': its rows come from query.sql.`)),
  sanitize: (uri) => Promise.reject(new Refusal('network', `A figure may not refer to '${uri}'.`)),
};

const isBold = (weight) => weight === 'bold' || Number(weight) >= 600;
