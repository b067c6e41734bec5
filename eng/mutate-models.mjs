// Changes the SQL models one small slip at a time and runs the judging tests on each: what no test notices is a hole in the tests.
// node eng/mutate-models.mjs [how many = 60] [seed = 1]     after dotnet build; works on a copy of the built tests; prints the survivors.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [wanted = '60', seed = '1'] = process.argv.slice(2);
const built = 'artifacts/bin/Junheng.Pipelines.Tests/debug';
const copy = 'artifacts/mutation';
const models = ['core', 'marts'];
const all = 'FullyQualifiedName~Judging&FullyQualifiedName!~SnapshotBytes&FullyQualifiedName!~NorthCarolina&FullyQualifiedName!~ExactTie';
// The tests on small filings come first: most slips fall there, in a third of the time.
const rounds = [`${all}&FullyQualifiedName!~DemoCity`, all];

// Each slip: what it looks for and what it puts there.
const slips = [
  [/ >= /g, ' > '], [/ > /g, ' >= '], [/ <= /g, ' < '], [/ < /g, ' <= '], [/ = (?!')/g, ' <> '], [/ <> /g, ' = '],
  [/\band\b/g, 'or'], [/\bor\b/g, 'and'], [/ \+ /g, ' - '], [/ - /g, ' + '],
  [/\bis not null\b/g, 'is null'], [/\bis null\b/g, 'is not null'], [/\bnot in\b/g, 'in'],
  [/\bmin\(/g, 'max('], [/\bmax\(/g, 'min('], [/\bbool_and\(/g, 'bool_or('], [/\bbool_or\(/g, 'bool_and('],
  [/'met'/g, "'not_met'"], [/'not_met'/g, "'unknown'"], [/'unknown'/g, "'not_applicable'"], [/'not_applicable'/g, "'met'"],
  [/\bleft join\b/g, 'join'], [/\bunion all\b/g, 'except'], [/ 0\b/g, ' 1'], [/ 1\b/g, ' 2'],
];

function mutantsOf(folder, file) {
  const path = join(copy, 'content/sql', folder, file);
  const text = readFileSync(path, 'utf8');
  return slips.flatMap(([from, to]) => [...text.matchAll(from)]
    .filter((match) => !/--/.test(text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)))
    .map((match) => ({
      path,
      name: `${folder}/${file}:${text.slice(0, match.index).split('\n').length}`,
      slip: `${match[0].trim()} → ${to.trim()}`,
      line: text.split('\n')[text.slice(0, match.index).split('\n').length - 1].trim(),
      original: text,
      changed: text.slice(0, match.index) + to + text.slice(match.index + match[0].length),
    })));
}

// A small generator with a seed, so that a run can be repeated.
function draw(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

rmSync(copy, { recursive: true, force: true });
cpSync(built, copy, { recursive: true });
const possible = models.flatMap((folder) => readdirSync(join(copy, 'content/sql', folder)).filter((file) => file.endsWith('.sql')).sort().flatMap((file) => mutantsOf(folder, file)));
const random = draw(Number(seed));
const chosen = possible.map((mutant) => [random(), mutant]).sort((a, b) => a[0] - b[0]).slice(0, Number(wanted)).map(([, mutant]) => mutant);

let killed = 0;
for (const mutant of chosen) {
  writeFileSync(mutant.path, mutant.changed);
  const noticed = rounds.some((tests) => spawnSync('dotnet', ['test', join(copy, 'Junheng.Pipelines.Tests.dll'), '--filter', tests, '--nologo', '-v', 'q', '--', 'xUnit.StopOnFail=true'], { encoding: 'utf8' }).status !== 0);
  writeFileSync(mutant.path, mutant.original);
  if (noticed) killed++;
  console.log(`${noticed ? 'killed  ' : 'SURVIVED'} ${mutant.name}  ${mutant.slip}   ${mutant.line}`);
}

console.log(`${killed} of ${chosen.length} killed (${possible.length} possible, seed ${seed})`);
