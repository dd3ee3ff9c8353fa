import fs from 'node:fs';
import path from 'node:path';
import { startGroup, stopWithParent } from '../lib/children.mjs';
import { startDemoMetrics } from '../lib/demoMetrics.mjs';
import { UserError } from '../lib/fail.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { explainPorts, portFromEnv } from '../lib/ports.mjs';
import { untilReady } from '../lib/ready.mjs';
import { progressLine } from '../lib/progress.mjs';
import { dataDir, root, stateDir, toolEnv, toolScript } from '../lib/root.mjs';
import { startLog } from '../lib/startLog.mjs';

const USAGE = `npm start [-- options]
  --classic  the portal with Backstage's classic frontend system
  --fresh    delete the data of earlier starts first
  --verbose  show everything that backend and frontend log
Other ports: PLIMSOLL_PORT (3000), PLIMSOLL_BACKEND_PORT (7007), PLIMSOLL_VENDORS_PORT (7017).`;

function readOptions(args) {
  const known = ['--classic', '--fresh', '--verbose', '--help'];
  const unknown = args.find(arg => !known.includes(arg));
  if (unknown) {
    throw new UserError(`Unknown option ${unknown}\n${USAGE}`);
  }
  const has = name => args.includes(`--${name}`);
  return {
    app: has('classic') ? 'packages/app-classic' : 'packages/app',
    fresh: has('fresh'),
    verbose: has('verbose'),
    help: has('help'),
  };
}

// Absolute, because backstage-cli resolves them against the folder of each package it starts.
const configArgs = () =>
  ['app-config.yaml', 'app-config.local.yaml']
    .map(name => path.join(root, name))
    .filter(file => fs.existsSync(file))
    .flatMap(file => ['--config', file]);

function startPortal({ app, metrics }, ports) {
  const env = toolEnv({
    ...metrics,
    PLIMSOLL_PORT: `${ports.frontend}`,
    PLIMSOLL_BACKEND_PORT: `${ports.backend}`,
    PLIMSOLL_VENDORS_PORT: `${ports.vendors}`,
    PLIMSOLL_DATA_DIR: dataDir,
    // The address is printed; a window that opens by itself steals the keyboard.
    BROWSER: 'none',
  });
  const args = ['repo', 'start', app, 'packages/backend', ...configArgs()];
  return startGroup(process.execPath, [toolScript('backstage-cli'), ...args], {
    env,
    output: 'pipe',
  });
}

async function runPortal(options, ports) {
  const progress = progressLine(process.stdout, {
    everyMs: 15000,
    first: 'Starting backend and frontend',
  });
  const portal = startPortal(options, ports);
  let ready = false;
  let over = false;
  const giveUp = () => {
    if (!ready) {
      portal.stop();
    }
  };
  const log = startLog(path.join(stateDir, 'start.log'), {
    verbose: options.verbose,
    beforeShow: progress.clear,
    onFatal: () => giveUp(),
  });
  portal.stdout.setEncoding('utf8').on('data', log.read);
  portal.stderr.setEncoding('utf8').on('data', log.read);
  portal.exited.then(() => {
    over = true;
  });

  const address = `http://localhost:${ports.frontend}`;
  const health = `http://localhost:${ports.backend}/.backstage/health/v1/readiness`;
  const watch = { isOver: () => over, onLost: giveUp };
  // A backend that dies before it listens leaves no trace that could be told from a slow one.
  const overdue = setTimeout(() => {
    progress.clear();
    console.log(
      `This takes longer than usual. What was logged so far is in ${log.file}.`,
    );
  }, 120000);
  await Promise.all([untilReady(address, watch), untilReady(health, watch)]);
  clearTimeout(overdue);
  progress.stop();
  if (!over) {
    ready = true;
    console.log(
      log.frontendErrors()
        ? `The frontend does not compile, see above; mend it, and ${address} reloads  (stop with Ctrl-C)`
        : `Plimsoll is ready: ${address}  (stop with Ctrl-C)`,
    );
  }
  await portal.exited;
  return { ready, log };
}

/** npm start: the demo portal on this machine, until Ctrl-C. */
export async function start(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const ports = {
    frontend: portFromEnv('PLIMSOLL_PORT', 3000),
    backend: portFromEnv('PLIMSOLL_BACKEND_PORT', 7007),
    vendors: portFromEnv('PLIMSOLL_VENDORS_PORT', 7017),
  };
  const problem = await explainPorts([
    { port: ports.frontend, what: 'frontend', variable: 'PLIMSOLL_PORT' },
    { port: ports.backend, what: 'backend', variable: 'PLIMSOLL_BACKEND_PORT' },
    { port: ports.vendors, what: 'vendors', variable: 'PLIMSOLL_VENDORS_PORT' },
  ]);
  if (problem) {
    throw new UserError(problem);
  }
  stopWithParent(() => {
    console.log('\nStopping Plimsoll …');
    return 0;
  });
  await ensureInstalled();
  if (options.fresh) {
    console.log(`Deleting the data of earlier starts (${dataDir})`);
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
  fs.mkdirSync(dataDir, { recursive: true });
  const metrics = await startDemoMetrics({
    dataDir,
    backendPort: ports.backend,
    now: Date.now(),
  });
  console.log(metrics.line);

  const { ready, log } = await runPortal(
    { ...options, metrics: metrics.env },
    ports,
  );
  const what = ready
    ? `${log.last()}\n\nThe portal ended by itself.`
    : 'Plimsoll could not start, for the reason above.';
  const advice = log.advice() ? `${log.advice()}\n` : '';
  throw new UserError(`${advice}${what} The whole log is in ${log.file}.`);
}
