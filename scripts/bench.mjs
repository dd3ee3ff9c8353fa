import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { main } = await import('./lib/fail.mjs');
const { bench } = await import('./commands/bench.mjs');
await main(bench);
