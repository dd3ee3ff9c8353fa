import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

const GUARD = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'guard.mjs',
);
const running = new Set();
let stopping = false;

/**
 * Starts a command, and all that it starts in turn, as one group that ends with this process.
 * `options`: env, cwd, output ('inherit' | 'pipe'), signal, graceMs, remove (a folder to delete at
 * the end), uid, gid.
 */
export function startGroup(command, args, options = {}) {
  const {
    env = process.env,
    output = 'inherit',
    signal = 'SIGTERM',
    graceMs = 10000,
    ...rest
  } = options;
  const settings = JSON.stringify({ signal, graceMs, ...rest });
  const guard = spawn(process.execPath, [GUARD, settings, command, ...args], {
    cwd: root,
    env,
    stdio: ['pipe', output, output],
    // A Ctrl-C must reach only this process, which then ends the groups in the right order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  guard.stdin.on('error', () => {});

  const ended = new Promise(resolve => {
    guard.on('error', () => resolve(127));
    guard.on('close', code => resolve(code === null ? 1 : code));
  });
  const group = {
    stdout: guard.stdout,
    stderr: guard.stderr,
    // Never settles once this process itself is being stopped: nobody shall go on with half a result.
    exited: ended.then(code => (stopping ? new Promise(() => {}) : code)),
    stop() {
      guard.stdin.end();
      return ended;
    },
    kill() {
      guard.stdin.write('now');
    },
  };
  ended.then(() => running.delete(group));
  running.add(group);
  return group;
}

/** Ends the newest groups first: what was started last may still need what was started before. */
export async function stopAll() {
  for (const group of [...running].reverse()) {
    await group.stop();
  }
}

/**
 * Ends all groups on Ctrl-C, on a signal and when the parent dies, then exits. `onStop(reason)`
 * returns the exit code; it may print a line, or wait for something of its own.
 */
export function stopWithParent(onStop) {
  let since = 0;
  const stop = async reason => {
    if (stopping) {
      // One Ctrl-C can arrive twice, from the terminal and passed on by npm.
      if (Date.now() - since < 1000) {
        return;
      }
      for (const group of running) {
        group.kill();
      }
      return;
    }
    stopping = true;
    since = Date.now();
    const code = await onStop(reason);
    await stopAll();
    process.exit(code);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => stop(name));
  }
  // npm runs scripts under `sh`, which dies without passing the signal on.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) {
      stop('parent');
    }
  }, 1000).unref();
}
