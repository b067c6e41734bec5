// draw: a Vega-Lite spec and its rows become SVG and PNG. Same request, same bytes.
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { fontFamily, openFonts } from './fonts.mjs';
import { frame } from './frame.mjs';
import { refuseMalformed } from './grammar.mjs';
import { toPng } from './png.mjs';
import { Refusal } from './refusal.mjs';

const printDpi = 300;

/** `{spec, data: {columns, rows}, theme?, caption?: {title, stamp, notes}, fonts?, formats?, dpi?}` → `{svg, pngBase64?, width, height, warnings}` */
export async function draw({ spec, data, theme = {}, caption, fonts: files, formats = ['svg'], dpi = printDpi }) {
  const unknown = formats.filter((format) => format !== 'svg' && format !== 'png');
  if (unknown.length > 0) throw new Refusal('unknown_format', `A figure is drawn as svg or png, not as ${unknown.join(', ')}.`);
  refuseMalformed(spec);

  const fonts = openFonts(files);
  // Vega guesses 0.8 em for a Chinese character when it has no canvas, and labels collide.
  vega.textMetrics.width = (item, text) => fonts.advance(String(text ?? ''), isBold(item.fontWeight)) * (item.fontSize ?? 11);

  const warnings = [];
  const chart = await render(spec, data, theme.config, warnings);
  const { svg, width, height } = frame(chart, caption, theme.frame, (text, bold) => fonts.advance(text, bold));

  const texts = textsOf(svg);
  fonts.refuseMissing(texts);

  const answer = { width, height, warnings };
  if (formats.includes('svg')) answer.svg = svg;
  if (formats.includes('png')) answer.pngBase64 = toPng(svg, await fonts.filesFor(texts), dpi).toString('base64');
  return answer;
}

async function render(spec, data, config, warnings) {
  const logger = collect(warnings);
  const { spec: compiled } = vegaLite.compile({ ...spec, datasets: { ...spec.datasets, main: records(data) } }, { config: { ...config, font: fontFamily }, logger });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: offline, logger });
  try {
    // Ids of clips and gradients count up over the life of the process; a repeat must not see that.
    vega.resetSVGDefIds();
    return await view.toSVG();
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

function collect(warnings) {
  const keep = (...parts) => (warnings.push(parts.join(' ')), logger);
  const pass = () => logger;
  const refuse = (...parts) => {
    const fault = parts.find((part) => part instanceof Error);
    throw fault instanceof Refusal ? fault : new Refusal('drawing', parts.map(String).join(' '));
  };
  const logger = { level: () => logger, error: refuse, warn: keep, info: pass, debug: pass };
  return logger;
}

const isBold = (weight) => weight === 'bold' || Number(weight) >= 600;

function textsOf(svg) {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#160;': '\u00a0', '&amp;': '&' };
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, content]) =>
    content.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp|#39|#160);/g, (entity) => entities[entity]),
  );
}
