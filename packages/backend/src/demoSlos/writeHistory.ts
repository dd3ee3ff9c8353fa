import { closeSync, openSync, writeSync } from 'node:fs';
import { Exporter } from './openMetrics';
import { streams } from './streams';

/**
 * Run by `npm start`: writes the past of the demo company into a file, as OpenMetrics text.
 * Arguments: the file, when the story begins, the first sample, the last, the step; milliseconds.
 */
const [file, ...numbers] = process.argv.slice(2);
const [since, from, to, stepMs] = numbers.map(Number);
const out = openSync(file, 'w');
for (const text of new Exporter(streams, since).history({ from, to, stepMs })) {
  writeSync(out, text);
}
closeSync(out);
