// `npm run bench -- NAME` runs one benchmark and prints one JSON object. Compare the ratios in it, not the times: the
// times depend on the machine.

/** The benchmarks by name. Each returns what is printed. */
const benches: Readonly<Record<string, () => Promise<{ readonly run: () => Promise<object> }>>> = {
  belonging: async () => await import('./belonging.ts'),
  cold: async () => await import('./cold.ts'),
  cost: async () => await import('./cost.ts'),
  engine: async () => await import('./engine.ts'),
  export: async () => await import('./export.ts'),
  history: async () => await import('./history.ts'),
  'last-look': async () => await import('./last-look.ts'),
  load: async () => await import('./load.ts'),
  queue: async () => await import('./queue.ts'),
  reconcile: async () => await import('./reconcile.ts'),
  review: async () => await import('./review.ts'),
  screening: async () => await import('./screening.ts'),
  requests: async () => await import('./requests.ts'),
  verify: async () => await import('./verify.ts'),
};

const name = process.argv[2] ?? '';
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  console.error(`usage: npm run bench -- NAME, with one of: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
const { run } = await bench();
console.log(JSON.stringify({ bench: name, ...(await run()) }, null, 2));
