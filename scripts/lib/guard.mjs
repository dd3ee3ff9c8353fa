// node guard.mjs '{"signal","graceMs","remove","cwd","uid","gid"}' command args…
//
// Stands between a script and the processes it starts, and ends all of them when its stdin closes.
// The operating system closes that pipe even when the script is killed without a chance to clean up,
// so nothing is left running whatever happens to the script.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';

const [json, command, ...args] = process.argv.slice(2);
const { signal, graceMs, remove, cwd, uid, gid } = JSON.parse(json);
const windows = process.platform === 'win32';

const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: !windows,
  cwd,
  uid,
  gid,
});

function signalGroup(name) {
  if (!child.pid) {
    return false;
  }
  if (windows) {
    const found = spawnSync('taskkill', ['/PID', `${child.pid}`, '/T', '/F']);
    return found.status === 0;
  }
  try {
    return process.kill(-child.pid, name);
  } catch (error) {
    // EPERM is macOS's answer when only zombies are left.
    return false;
  }
}

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/** backstage-cli may leave before the backend it started, so the whole group is waited for. */
async function groupGone(withinMs) {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (windows || !signalGroup(0)) {
      return true;
    }
    await sleep(50);
  }
  return false;
}

let ending;
function end() {
  ending ??= (async () => {
    signalGroup(signal);
    if (!(await groupGone(graceMs))) {
      signalGroup('SIGKILL');
      await groupGone(1000);
    }
    if (remove) {
      fs.rmSync(remove, { recursive: true, force: true });
    }
  })();
  return ending;
}

child.on('error', async error => {
  console.error(`${command}: ${error.message}`);
  await end();
  process.exit(127);
});
child.on('exit', async code => {
  await end();
  process.exit(code ?? 1);
});
process.stdin.on('data', () => signalGroup('SIGKILL'));
process.stdin.on('end', end);
process.stdin.on('error', end);
// The script decides when to end; these reach the guard only by accident.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, end);
}
