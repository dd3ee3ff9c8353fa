import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { startGroup } from './children.mjs';
import { UserError } from './fail.mjs';
import { installProgress } from './progress.mjs';
import { root, stateDir, toolEnv } from './root.mjs';

// Inside node_modules, so that deleting that folder also forgets that it was complete.
const marker = path.join(root, 'node_modules', '.plimsoll-install');
const logFile = path.join(stateDir, 'install.log');

const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

function manifests() {
  const files = [path.join(root, 'package.json')];
  for (const pattern of readJson(files[0]).workspaces) {
    const parent = path.join(root, pattern.replace(/\/\*$/, ''));
    const folders = pattern.endsWith('/*')
      ? fs.readdirSync(parent).map(name => path.join(parent, name))
      : [parent];
    files.push(...folders.map(folder => path.join(folder, 'package.json')));
  }
  return files.filter(file => fs.existsSync(file)).sort();
}

/** What decides the content of node_modules: the lock, what the packages ask for, and the Node that native code was compiled for. */
export function installFingerprint() {
  const hash = createHash('sha256');
  for (const file of [path.join(root, 'yarn.lock'), ...manifests()]) {
    hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  }
  const node = process.version.split('.')[0];
  return hash
    .update(`${node} ${process.platform} ${process.arch}`)
    .digest('hex');
}

/** Yarn comes through npx, so that nothing is vendored; the version is the one in package.json. */
export function yarnCommand(args) {
  const wanted = readJson(path.join(root, 'package.json')).packageManager;
  const yarn = [
    '--yes',
    `--package=@yarnpkg/cli-dist@${wanted.replace(/^yarn@/, '')}`,
    'yarn',
    ...args,
  ];
  // npm's own script, because `npx` is a `.cmd` file on Windows.
  const npm = process.env.npm_execpath;
  const npx = npm && path.join(path.dirname(npm), 'npx-cli.js');
  return npx && fs.existsSync(npx)
    ? { command: process.execPath, args: [npx, ...yarn] }
    : { command: 'npx', args: yarn };
}

const isInstalled = () =>
  fs.existsSync(marker) &&
  fs.readFileSync(marker, 'utf8') === installFingerprint();

function explainFailure(log) {
  const shown = path.relative(root, logFile);
  if (log.includes('YN0028')) {
    return `yarn.lock does not match the package.json files: run \`npm run yarn install\` and commit yarn.lock. The whole log is in ${shown}.`;
  }
  const last = log.trimEnd().split('\n').slice(-25).join('\n');
  return `${last}\n\nThe dependencies could not be installed. The whole log is in ${shown}.`;
}

/** Installs the dependencies unless nothing that decides them has changed since the last time. */
export async function ensureInstalled() {
  if (isInstalled()) {
    return;
  }
  // An install that is interrupted leaves neither the old state nor the new one.
  fs.rmSync(marker, { force: true });
  fs.mkdirSync(stateDir, { recursive: true });
  const log = fs.createWriteStream(logFile);
  const shownLog = path.relative(root, logFile);
  console.error(
    `Installing dependencies; the first time takes a few minutes. Log: ${shownLog}`,
  );
  const progress = installProgress(process.stderr);
  const { command, args } = yarnCommand(['install', '--immutable']);
  // npm_config_* stays in the environment: node-gyp finds its headers through npm_config_nodedir.
  const yarn = startGroup(command, args, { env: toolEnv(), output: 'pipe' });
  for (const stream of [yarn.stdout, yarn.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      log.write(text);
      progress.read(text);
    });
  }
  const code = await yarn.exited;
  await new Promise(resolve => log.end(resolve));
  progress.stop(code === 0);
  if (code !== 0) {
    throw new UserError(explainFailure(fs.readFileSync(logFile, 'utf8')));
  }
  fs.writeFileSync(marker, installFingerprint());
}
