import fs from 'node:fs';
import path from 'node:path';

/** Names the folder with `prometheus` and `promtool`; `npm test` sets it when it finds them. */
export const PROMETHEUS_BIN_VARIABLE = 'PLIMSOLL_PROMETHEUS_BIN';

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The programs of a real Prometheus, or undefined where none is installed. */
export function prometheusBinaries():
  | { prometheus: string; promtool: string }
  | undefined {
  const wanted = process.env[PROMETHEUS_BIN_VARIABLE];
  const folders = wanted
    ? [wanted]
    : [
        ...(process.env.PATH ?? '').split(path.delimiter),
        '/usr/bin',
        '/usr/local/bin',
      ].filter(Boolean);
  const folder = folders.find(name =>
    ['prometheus', 'promtool'].every(program =>
      fs.existsSync(path.join(name, program + suffix)),
    ),
  );
  return (folder && {
    prometheus: path.join(folder, `prometheus${suffix}`),
    promtool: path.join(folder, `promtool${suffix}`),
  }) as { prometheus: string; promtool: string } | undefined;
}

/** Tests on a real Prometheus; where none is installed they are counted as skipped, and `npm test` says why. */
export const describePrometheus: jest.Describe = prometheusBinaries()
  ? describe
  : (describe.skip as jest.Describe);
