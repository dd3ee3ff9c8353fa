import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { main } = await import('./lib/fail.mjs');
const { run } = await import('./commands/run.mjs');
await main(run);
