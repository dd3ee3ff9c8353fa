import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import YAML from 'yaml';
import { writeService } from './services.mjs';

const require = createRequire(import.meta.url);

// The stand-ins are TypeScript.
require('@backstage/cli/config/nodeTransform.cjs');
const { FakePagerduty } = require('@plimsoll/test-fakes');

const { root } = await import(
  new URL('../../scripts/lib/root.mjs', import.meta.url)
);

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const ACCOUNT = 'quay-pagers';
const TOKEN = 'quay-token';
const SECRET = 'what-the-quay-signs-its-webhooks-with';
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** People of the demo company, in the order in which they are on call. */
export const CREW = ['Stig Rowan', 'Edda Finch', 'Magnus Orr', 'Yasmin Noor'];

const mailOf = name => `${name.toLowerCase().replace(' ', '.')}@example.com`;

/** Saturday of the next weekend that is not today, from nine to five where the browser is. */
export function nextWeekend() {
  const now = new Date();
  const days = (6 - now.getDay() + 7) % 7 || 7;
  const at = hour =>
    new Date(
      now.getFullYear(),
      now.getMonth(),
      now.getDate() + days,
      hour,
    ).getTime();
  return { from: at(9), to: at(17) };
}

/** What is left of time spans when nobody has a certain time. */
const without = (spans, gap) =>
  gap
    ? spans.flatMap(span =>
        [
          { ...span, end: Math.min(span.end, gap.from) },
          { ...span, start: Math.max(span.start, gap.to) },
        ].filter(({ start, end }) => start < end),
      )
    : spans;

/**
 * A vendor of pagers that knows incidents too, and services whose people it pages at two levels, a week each. What
 * their SLOs would say is exempted, so that it is on-call, or an incident, that turns their level.
 */
export class Pagers {
  gaps = new Map();
  /** Ids at the vendor, by the names of services. */
  vendorIds = new Map();

  /** @param names - of the services */
  static async create(names) {
    const pagers = new Pagers();
    pagers.names = names;
    pagers.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-pagers-'));
    pagers.fake = await new FakePagerduty({
      token: TOKEN,
      webhookSecrets: [SECRET],
    }).start();
    CREW.forEach((name, index) =>
      pagers.fake.addUser({ id: `U${index}`, name, email: mailOf(name) }),
    );
    for (const name of names) {
      writeService(pagers.folder, name, pagers.addService(name));
    }
    return pagers;
  }

  /** Pages people at two levels, and has incidents. @returns annotations that name both */
  addService(name) {
    const policy = this.addPolicy(name);
    const service = this.fake.addService({ name, policy });
    this.vendorIds.set(name, service);
    return {
      'plimsoll.dev/oncall': `${ACCOUNT}:escalation:${policy}`,
      'plimsoll.dev/incidents': `${ACCOUNT}:service:${service}`,
    };
  }

  addPolicy(name) {
    const { fake } = this;
    const levelOf = (title, offset) => ({
      schedules: [
        fake.addSchedule({
          name: `${name} ${title}`,
          timeZone: ZONE,
          roster: CREW.map((_, index) => `U${index}`),
          entries: (from, to) => this.entries(name, offset, { from, to }),
        }),
      ],
    });
    return fake.addPolicy({
      name: `Pager of ${name}`,
      levels: [levelOf('first', 0), levelOf('second', 1)],
    });
  }

  /** Something at the vendor that no service names. */
  addStranger(name) {
    this.vendorIds.set(name, this.fake.addService({ name, policy: '' }));
  }

  /** Begins an incident of a service. @returns its id at the vendor */
  trigger(name, incident) {
    const service = this.vendorIds.get(name);
    return this.fake.incidents.trigger({
      priority: 'P1',
      ...incident,
      service,
    });
  }

  /** What the portal calls an incident. */
  incidentId(id) {
    return `${ACCOUNT}:${id}`;
  }

  /** A webhook about an incident as it is now, signed. */
  webhook(id) {
    const { headers, rawBody: body } = this.fake.delivery(id);
    return { headers, body };
  }

  /** Sends a webhook. @returns status and answer */
  async send(portal, { headers, body }) {
    const response = await fetch(
      `${portal.url}/api/reliability/webhooks/pagerduty/${ACCOUNT}`,
      { method: 'POST', headers, body },
    );
    return { status: response.status, answer: await response.json() };
  }

  entries(name, offset, { from, to }) {
    const weeks = [];
    for (let week = Math.floor(from / WEEK); week * WEEK < to; week++) {
      weeks.push({
        start: week * WEEK,
        end: (week + 1) * WEEK,
        user: `U${(week + offset) % CREW.length}`,
      });
    }
    return without(weeks, this.gaps.get(name));
  }

  /** Who is on call now at a level, the first of which is 0. */
  onCall(level) {
    return CREW[(Math.floor(Date.now() / WEEK) + level) % CREW.length];
  }

  /** Has nobody on call at a time. */
  leaveOpen(name, gap) {
    this.gaps.set(name, gap);
  }

  fill(name) {
    this.gaps.delete(name);
  }

  /** What the portal has to know, beside what it is told already. */
  addTo(config) {
    const demo = YAML.parse(
      fs.readFileSync(path.join(root, 'app-config.yaml'), 'utf8'),
    );
    const { catalog = demo.catalog, reliability } = config;
    const location = {
      type: 'file',
      target: path.join(this.folder, '*/catalog-info.yaml'),
    };
    const account = {
      name: ACCOUNT,
      type: 'pagerduty',
      apiToken: TOKEN,
      baseUrl: this.fake.url,
    };
    return {
      ...config,
      catalog: { locations: [...catalog.locations, location] },
      reliability: {
        ...reliability,
        exemptions: [...demo.reliability.exemptions, ...this.exemptions()],
        oncall: {
          // After the first time they are read only because somebody asks.
          syncEvery: 'PT1H',
          accounts: [...(demo.reliability.oncall?.accounts ?? []), account],
        },
        incidents: {
          // After the first time only webhooks bring something.
          syncEvery: 'PT1H',
          accounts: [
            ...(demo.reliability.incidents?.accounts ?? []),
            { ...account, webhookSecret: SECRET },
          ],
        },
      },
    };
  }

  exemptions() {
    const checks = [
      'slo-with-data',
      'slo-target-meets-tier',
      'slo-budget-left',
      'slo-alerts-routed',
    ];
    return this.names.flatMap(name =>
      checks.map(check => ({
        scorecard: 'reliability',
        check,
        entityRef: `component:default/${name}`,
        reason: 'Its SLOs are written when the quay has been rebuilt.',
        approvedBy: 'user:default/gus.harrow',
        until: '2032-12-31',
      })),
    );
  }

  async stop() {
    await this.fake.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
