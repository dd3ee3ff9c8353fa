import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { main } = await import('./lib/fail.mjs');
const { start } = await import('./commands/start.mjs');
await main(start);
