// typeset: Typst source and its figures become a PDF, with the fonts cut to what it says.
import { openDocumentFonts } from './fonts.mjs';
import { typeset } from './pdf.mjs';
import { textsOf } from './texts.mjs';

/** `{source, figures: {name: svg}, words}` → `{pdfBase64}`; `words` is all text of the document, for the fonts. */
export async function typesetDocument({ source, figures = {}, words }) {
  const fonts = openDocumentFonts();
  const texts = [...words.split('\n'), ...Object.values(figures).flatMap(textsOf)];
  for (const face of fonts) face.refuseMissing(texts);
  const files = (await Promise.all(fonts.map((face) => face.filesFor(texts)))).flat();
  const named = Object.fromEntries(Object.entries(figures).map(([name, svg]) => [`/${name}.svg`, Buffer.from(svg, 'utf8')]));
  return { pdfBase64: typeset(source, named, {}, files).toString('base64') };
}
