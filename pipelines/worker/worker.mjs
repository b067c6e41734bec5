// One JSON line in, one JSON line out, in order, until stdin ends. Commands live in files of their own and are loaded when first asked for.
import { createInterface } from 'node:readline';
import { Refusal } from './refusal.mjs';

const commands = {
  ping: async () => async () => ({ node: process.versions.node }),
  draw: async () => (await import('./draw.mjs')).draw,
  typeset: async () => (await import('./typeset.mjs')).typesetDocument,
  optimise: async () => (await import('./optimise.mjs')).optimise,
};

// stdout carries answers and nothing else: what a library prints would be read as one.
for (const level of ['log', 'info', 'debug', 'warn']) console[level] = console.error;

async function answer(line) {
  let id = null;
  try {
    const request = JSON.parse(line);
    id = request.id ?? null;
    if (!Object.hasOwn(commands, request.command)) throw new Refusal('unknown_command', `The worker knows no command '${request.command}'.`);
    const run = await commands[request.command]();
    return { id, ok: true, ...(await run(request)) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) console.error(fault);
    return { id, ok: false, error: { code: fault.code ?? 'worker_fault', message: String(fault.message ?? fault) } };
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(JSON.stringify(await answer(line)) + '\n');
}
