// SVG to PDF by Typst: vector, real text, fonts embedded, PDF/A-2b. Same picture, same bytes: the date is the data's and never the clock's.
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Refusal } from './refusal.mjs';

/** A figure's pixels are CSS's: 96 to the inch, where a point is 72. */
const pointsPerPixel = 72 / 96;

const compilers = new Map();

/** One page, as large as the picture. `about` has its title, the alternative text that readers of screens hear, and the date of its data. */
export function toPdf(svg, { width, height }, about, fontFiles) {
  return typeset(
    `#set document(title: sys.inputs.title, date: ${typstDate(about.date)})
#set page(width: ${width * pointsPerPixel}pt, height: ${height * pointsPerPixel}pt, margin: 0pt)
#image("/figure.svg", width: 100%, alt: sys.inputs.alt)`,
    { '/figure.svg': Buffer.from(svg, 'utf8') },
    { title: about.title ?? '', alt: about.description || about.title || '' },
    fontFiles,
  );
}

/** Typst source and the files it names become a PDF. */
export function typeset(source, files, inputs, fontFiles) {
  const compiler = compilerWith(fontFiles);
  for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(path, bytes);
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs, resetRead: true });
    if (compiled.hasError()) {
      const told = compiler.fetchDiagnostics(compiled.takeDiagnostics()).map(({ message }) => message);
      throw new Refusal('typesetting', `Typst cannot set the document: ${told.join('; ')}.`);
    }
    return compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: 0 });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}

/** PDF/A asks for a date: `yyyy-MM-dd`. */
export function typstDate(date = '1970-01-01') {
  const [, year, month, day] = date.match(/^(\d{4})-(\d\d)-(\d\d)$/) ?? [];
  if (year === undefined) throw new Refusal('typesetting', `'${date}' is not a date.`);
  return `datetime(year: ${Number(year)}, month: ${Number(month)}, day: ${Number(day)})`;
}

function compilerWith(fontFiles) {
  const key = fontFiles.join('\n');
  if (!compilers.has(key)) compilers.set(key, NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }] }));
  return compilers.get(key);
}
