import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const PROGRAM = resolve(__dirname, '../../bin/plimsoll-gate.mjs');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a pipeline does: a process of its own, and nothing but `env` in its environment. */
export function runGate(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise(done => {
    execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env, timeout: 60_000 },
      (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}
