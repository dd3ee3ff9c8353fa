import fs from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../lib/browser.mjs';
import { startGroup, stopWithParent } from '../lib/children.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { POSTGRES_VARIABLE, startPostgres } from '../lib/postgres.mjs';
import { findPrometheus, PROMETHEUS_BIN_VARIABLE } from '../lib/prometheus.mjs';
import { jestEntries, lineEntries, summary } from '../lib/results.mjs';
import { root, stateDir, toolEnv, toolScript } from '../lib/root.mjs';
import {
  filesThatNeedPostgres,
  needsPrometheus,
  scriptTests,
} from '../lib/testFiles.mjs';

const readIfThere = file =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';

const runNode = (args, env) =>
  startGroup(process.execPath, args, { env }).exited;

async function runScriptTests(folder, env) {
  const file = path.join(folder, 'scripts.jsonl');
  const reporter = path.join(root, 'scripts/lib/nodeTestReporter.mjs');
  const code = await runNode(
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${
        process.platform === 'win32' ? 'file://' : ''
      }${reporter}`,
      `--test-reporter-destination=${file}`,
      ...scriptTests(),
    ],
    env,
  );
  return lineEntries('scripts', readIfThere(file), code);
}

async function runJest(folder, env, args, prometheus) {
  const file = path.join(folder, 'jest.json');
  const code = await runNode(
    [
      toolScript('backstage-cli'),
      ...['repo', 'test', '--watch=false', '--json', `--outputFile=${file}`],
      // Without CI in the environment jest would write missing snapshots instead of failing.
      ...(process.env.CI ? ['--ci'] : []),
      ...args,
    ],
    env,
  );
  const report = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : undefined;
  const selectedByName = args.some(arg => /^(-t|--testNamePattern)/.test(arg));
  const whySkipped = name =>
    needsPrometheus(name) ? prometheus.reason : undefined;
  return jestEntries(report, code, { selectedByName, whySkipped });
}

async function runJourney(folder, env) {
  const name = 'browser journey';
  const skipped = reason => [{ name, status: 'skipped', reason }];
  const script = path.join(root, 'test/e2e/run.mjs');
  if (!fs.existsSync(script)) {
    return skipped('test/e2e/run.mjs does not exist');
  }
  const browser = findBrowser();
  if (!browser.executable) {
    return skipped(browser.reason);
  }
  const file = path.join(folder, 'journey.jsonl');
  const code = await runNode([script], {
    ...env,
    CHROMIUM_PATH: browser.executable,
    PLIMSOLL_RESULTS: file,
  });
  return lineEntries(name, readIfThere(file), code);
}

function testEnv(postgres, prometheus) {
  const env = toolEnv({ BACKSTAGE_TEST_DISABLE_DOCKER: '1' });
  // With CI set, Backstage's TestDatabases believes that it has Docker.
  delete env.CI;
  if (postgres.url) {
    env[POSTGRES_VARIABLE] = postgres.url;
  }
  if (prometheus.bin) {
    env[PROMETHEUS_BIN_VARIABLE] = prometheus.bin;
  }
  return env;
}

function withoutPostgres(reason, args) {
  const asked = args.filter(arg => !arg.startsWith('-'));
  return filesThatNeedPostgres()
    .filter(file => !asked.length || asked.some(arg => file.includes(arg)))
    .map(file => ({
      name: `${file} on PostgreSQL`,
      status: 'skipped',
      reason,
    }));
}

/** npm test [jest filters and flags]: everything, or with arguments only what jest makes of them. */
export async function test(args) {
  stopWithParent(() => 130);
  await ensureInstalled();
  fs.mkdirSync(stateDir, { recursive: true });
  const folder = fs.mkdtempSync(path.join(stateDir, 'results-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const postgres = await startPostgres();
  const prometheus = findPrometheus();
  const env = testEnv(postgres, prometheus);
  const everything = args.length === 0;
  const entries = postgres.url ? [] : withoutPostgres(postgres.reason, args);
  try {
    if (everything) {
      entries.push(...(await runScriptTests(folder, env)));
    }
    entries.push(...(await runJest(folder, env, args, prometheus)));
    if (everything) {
      entries.push(...(await runJourney(folder, env)));
    }
  } finally {
    await postgres.stop();
  }
  const { ok, lines } = summary(entries);
  console.log(lines.join('\n'));
  return ok ? 0 : 1;
}
