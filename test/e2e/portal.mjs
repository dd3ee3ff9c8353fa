import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
const backendDir = path.join(root, 'packages/backend');
const transform = path.join(
  root,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

const freePort = () =>
  new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const exited = child =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', resolve);
  });

/** Builds a frontend as for production, so that the journeys see what a company would serve. */
export async function buildFrontend(name) {
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/.bin/backstage-cli'), 'package', 'build'],
    {
      cwd: path.join(root, 'packages', name),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  await exited(child);
  if (child.exitCode !== 0) {
    throw new Error(`Building packages/${name} failed:\n${output}`);
  }
}

/** Asks until the answer is one. @throws Error after so many seconds */
export async function eventually(what, ask, seconds = 300) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}: ${last ?? ''}`);
}

/** The real demo portal, frontend and backend at one address, with its data in a folder of its own. */
export class Portal {
  static async create() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-e2e-'));
    return new Portal(folder, await freePort(), await freePort());
  }

  /** @param vendors - port of the stand-ins for the vendors of the demo company */
  constructor(folder, port, vendors) {
    this.folder = folder;
    this.url = `http://localhost:${port}`;
    this.port = port;
    this.vendors = vendors;
    this.log = '';
  }

  /**
   * @param app - the package of the frontend to serve
   * @param more - configuration beside that of the demo portal; kept for later starts
   */
  async start(app, more = this.more ?? {}) {
    this.more = more;
    const config = path.join(this.folder, 'app-config.e2e.yaml');
    fs.writeFileSync(
      config,
      [
        `app: { baseUrl: '${this.url}', packageName: ${app} }`,
        `backend:`,
        `  baseUrl: ${this.url}`,
        `  listen: { host: 127.0.0.1, port: ${this.port} }`,
        `  cors: { origin: '${this.url}' }`,
        `  database: { client: better-sqlite3, connection: { directory: '${this.folder}' } }`,
      ].join('\n'),
    );
    const others = path.join(this.folder, 'app-config.more.yaml');
    fs.writeFileSync(others, JSON.stringify(more));
    const configs = [path.join(root, 'app-config.yaml'), config, others];
    this.child = spawn(
      process.execPath,
      [
        '--require',
        transform,
        'src/index.ts',
        ...configs.flatMap(file => ['--config', file]),
      ],
      {
        cwd: backendDir,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          PLIMSOLL_VENDORS_PORT: `${this.vendors}`,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.hasIncidents = false;
    const keep = data => {
      this.log = `${this.log}${data}`.slice(-20_000);
      this.hasIncidents ||= this.log.includes('Brought the demo incidents');
    };
    this.child.stdout.on('data', keep);
    this.child.stderr.on('data', keep);
    await eventually('the portal', async () => {
      if (this.child.exitCode !== null) throw new Error(this.log);
      const response = await fetch(
        `${this.url}/.backstage/health/v1/readiness`,
      );
      return response.ok;
    });
  }

  async token() {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    return (await response.json()).backstageIdentity.token;
  }

  /** A call of the API as the person who is signed in at first. */
  async call(method, route, body) {
    const response = await fetch(`${this.url}/api/reliability${route}`, {
      method,
      headers: {
        Authorization: `Bearer ${await this.token()}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${route}: ${response.status}`);
    return response.json();
  }

  /** Has the catalog read an entity again, as its page can. */
  async readAgain(entityRef) {
    const response = await fetch(`${this.url}/api/catalog/refresh`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await this.token()}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ entityRef }),
    });
    if (!response.ok) throw new Error(`${entityRef}: ${response.status}`);
  }

  get(route) {
    return this.call('GET', route);
  }

  put(route, body) {
    return this.call('PUT', route, body);
  }

  post(route, body) {
    return this.call('POST', route, body);
  }

  /**
   * Waits until the demo company is ranked, its pushed facts have arrived, and it is known who is on call and what
   * went wrong.
   */
  async ranked() {
    await eventually('the ranking', async () => {
      const { totalItems } = await this.get('/services?limit=1');
      const { items } = await this.get(
        '/services?scorecard=delivery&limit=1&orderBy=score&order=desc',
      );
      return totalItems >= 25 && items[0]?.score > 0;
    });
    await eventually('who is on call', async () => {
      const { cover } = await this.get(
        '/services/component/default/lane-control/oncall',
      );
      return cover.state === 'covered';
    });
    await eventually('the incidents of the company', async () => {
      const { items } = await this.get('/incidents/accounts');
      const isWaiting = ({ state }) =>
        state === 'pending' || state === 'backfilling';
      return this.hasIncidents && !items.some(isWaiting);
    });
    await eventually('the SLOs of the company', async () => {
      const { items } = await this.get('/services?limit=1');
      return items[0].level.id === 'gold';
    });
    await eventually('the answers and sign-offs of the company', async () => {
      const list = '/checklists/production-readiness';
      const { signedOff } = await this.get(`${list}/overview`);
      const { totalItems } = await this.get(
        `/services/component/default/refunds${list}/reviews`,
      );
      return signedOff >= 4 && totalItems >= 1;
    });
  }

  async stop() {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await exited(this.child);
    clearTimeout(timer);
  }

  remove() {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
