// The Vega-Lite schema is one large union: a slip in one place fails every branch around it. What is furthest inside is where the slip is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { Refusal } from './refusal.mjs';

const shown = 4;
let validate;

export function refuseMalformed(spec) {
  validate ??= compile();
  if (validate(spec)) return;
  throw new Refusal('malformed_spec', 'The spec is not Vega-Lite: ' + innermost(validate.errors).join('; ') + '.');
}

function compile() {
  const schema = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  return ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
}

function innermost(errors) {
  const told = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf' && keyword !== 'if');
  const depth = ({ instancePath }) => instancePath.split('/').length;
  const deepest = Math.max(...told.map(depth));
  const inside = told.filter((error) => depth(error) === deepest);

  // A property no branch knows is the likeliest slip; then a value outside a list; then the rest.
  const rank = { additionalProperties: 0, enum: 1, const: 1, type: 2 };
  const counted = new Map();
  for (const error of inside) {
    const text = sentence(error);
    const seen = counted.get(text) ?? { text, times: 0, rank: rank[error.keyword] ?? 3 };
    seen.times++;
    counted.set(text, seen);
  }
  const first = Math.min(...[...counted.values()].map((seen) => seen.rank));
  return [...counted.values()]
    .filter((seen) => seen.rank === first)
    .sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1))
    .slice(0, shown)
    .map((seen) => seen.text);
}

function sentence({ instancePath, keyword, params, message }) {
  const where = instancePath === '' ? 'at the top' : `at ${instancePath}`;
  if (keyword === 'additionalProperties') return `${where} the property '${params.additionalProperty}' is unknown`;
  if (keyword === 'enum') return `${where} the value must be one of ${params.allowedValues.map(String).slice(0, 12).join(', ')}`;
  return `${where} the value ${message}`;
}
