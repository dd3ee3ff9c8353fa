import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { main } = await import('./lib/fail.mjs');
const { test } = await import('./commands/test.mjs');
await main(test);
