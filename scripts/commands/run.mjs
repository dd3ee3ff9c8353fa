import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { UserError } from '../lib/fail.mjs';
import { ensureInstalled, yarnCommand } from '../lib/install.mjs';
import { stopWithParent } from '../lib/children.mjs';
import { root, toolEnv, toolScript } from '../lib/root.mjs';

function resolveTool(name, args) {
  if (name === 'yarn') {
    return yarnCommand(args);
  }
  const script = toolScript(name);
  return script && fs.existsSync(script)
    ? { command: process.execPath, args: [script, ...args] }
    : { command: name, args };
}

/** npm run <task>: a tool of this repository, with its dependencies installed first. */
export async function run([name, ...args]) {
  if (!name) {
    throw new UserError('Usage: node scripts/run.mjs <tool> [arguments]');
  }
  let child;
  let exited;
  stopWithParent(async reason => {
    if (child) {
      child.kill(reason === 'parent' ? 'SIGTERM' : reason);
    }
    await exited;
    return 130;
  });
  if (name !== 'yarn') {
    // Not before Yarn itself, which may be asked to change what is installed.
    await ensureInstalled();
  }
  const tool = resolveTool(name, args);
  // In the foreground with the terminal's own input, because tools such as changeset ask questions.
  child = spawn(tool.command, tool.args, {
    cwd: root,
    env: toolEnv(),
    stdio: 'inherit',
    shell: process.platform === 'win32' && tool.command !== process.execPath,
  });
  exited = new Promise((resolve, reject) => {
    child.on('error', error => reject(new UserError(error.message)));
    child.on('exit', code => resolve(code === null ? 1 : code));
  });
  return exited;
}
