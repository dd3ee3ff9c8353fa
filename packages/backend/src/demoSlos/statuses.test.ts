import {
  compileSlos,
  defaultTiers,
  evaluateSlo,
  Indicator,
  indicatorsOf,
  planWindows,
  SliCount,
  SliWindow,
  Slo,
  SloEvaluation,
  sloPolicyOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { correctionsOf } from './corrections';
import { datesFromAges } from './demoGit';
import { samplesOf } from './samples';
import { streams } from './streams';
import { MINUTE, Stream } from './traffic';

/** Ages of reviews do not matter here. */
const SINCE = Date.parse('2026-11-20T12:00:00Z');

const folder = resolve(__dirname, '../../examples/slo');
const sources = [
  { name: 'metrics', type: 'prometheus', default: true },
  { name: 'port-metrics', type: 'prometheus' },
];
const documentsOf = (file: string) =>
  parseAllDocuments(
    datesFromAges(readFileSync(resolve(folder, file), 'utf8'), SINCE),
  ).map(document => document.toJS());

const repositories = readdirSync(folder).filter(
  file => file.split('.').length === 2,
);
const compiled = repositories.map(file => {
  const alerts =
    file === 'payment-gateway.yaml'
      ? documentsOf('payment-gateway.alerts.yaml')
      : [];
  return {
    service: file.replace('.yaml', ''),
    ...compileSlos([...documentsOf(file), ...alerts], { sources }),
  };
});
const all = compiled.flatMap(({ service, slos }) =>
  slos.map(slo => ({ service, slo })),
);
const streamsOf = (service: string, slo: string) =>
  streams.filter(each => each.service === service && each.slo === slo);

interface Slot {
  readonly end: number;
  readonly total: number;
  readonly bad: number;
}

/** Samples of a stream, those that the slices of an indicator join added up. */
function slotsOf(
  stream: Stream,
  { sliceMs, sliceTarget }: Indicator,
  since: number,
  at: number,
): Slot[] {
  const samples = samplesOf(
    stream,
    since,
  )(at).map(({ end, bad, total }) => ({
    end: Date.parse(end),
    bad,
    total,
  }));
  if (sliceMs === undefined) return samples;
  return samples
    .filter(({ total }) => total > 0)
    .map(({ end, total, bad }) => {
      const ratio = 1 - bad / total;
      if (sliceTarget === undefined) return { end, total: 1, bad: 1 - ratio };
      return { end, total: 1, bad: ratio < sliceTarget ? 1 : 0 };
    });
}

function count(slots: readonly Slot[], { from, to }: SliWindow): SliCount {
  const inside = slots.filter(({ end }) => end > from && end <= to);
  if (inside.length === 0) return { total: null, bad: null };
  return inside.reduce(
    (sum, { total, bad }) => ({ total: sum.total + total, bad: sum.bad + bad }),
    { total: 0, bad: 0 },
  );
}

/** Half an hour after `npm start`. */
function evaluate(
  { service, slo }: { service: string; slo: Slo },
  tier: number,
  since: number,
): SloEvaluation {
  const at = since + 30 * MINUTE;
  const corrections = correctionsOf(since)
    .filter(({ sloId }) => sloId.endsWith(`~${service}~${slo.name}`))
    .map(({ request: { from, to } }) => ({
      from: Date.parse(from),
      to: Date.parse(to),
    }));
  const found = streamsOf(service, slo.name);
  const measured = indicatorsOf(slo).map(({ key, indicator }, index) => {
    const slots = found[index]
      ? slotsOf(found[index], indicator, since, at)
      : [];
    const counts = planWindows(slo, indicator, at, corrections).map(
      (window): [string, SliCount] => [window.key, count(slots, window)],
    );
    const base = {
      mode: 'raw' as const,
      newestAt: at,
      queries: [],
      warnings: [],
    };
    return [key, { ...base, counts: Object.fromEntries(counts) }] as const;
  });
  const { contract } = defaultTiers[tier];
  const days = found[0]?.daysOld ?? 0;
  return evaluateSlo({
    slo,
    at,
    measured: new Map(measured),
    coverage: new Map(
      measured.map(([key]) => [key, Math.min(1, days / 30)] as const),
    ),
    corrections,
    policy: sloPolicyOf(contract, 0.5),
  });
}

const expected: [id: string, tier: number, status: string][] = [
  ['booking-api/availability', 0, 'healthy'],
  ['booking-api/bookings-fast', 0, 'healthy'],
  ['inventory/availability', 0, 'healthy'],
  ['inventory/holds-fast', 0, 'healthy'],
  ['payment-gateway/availability', 0, 'healthy'],
  ['payment-gateway/capture-in-time', 0, 'healthy'],
  ['fare-engine/availability', 0, 'burning'],
  ['fare-engine/quotes-fast', 0, 'healthy'],
  ['sailing-schedule/availability', 0, 'at_risk'],
  ['check-in/availability', 0, 'healthy'],
  ['check-in/boarding-lists-fast', 0, 'healthy'],
  ['identity/sign-ins', 0, 'healthy'],
  ['identity/tokens-fast', 0, 'healthy'],
  ['feature-flags/reads-succeed', 1, 'healthy'],
  ['sailing-search/availability', 1, 'breached'],
  ['sailing-search/search-fast', 1, 'healthy'],
  ['kittiwake-web/pages-succeed', 1, 'healthy'],
  ['kittiwake-web/pages-fast', 1, 'healthy'],
  ['kittiwake-web/book-a-trip', 1, 'healthy'],
  ['app-backend/availability', 1, 'healthy'],
  ['freight-booking/availability', 1, 'healthy'],
  ['customs-declarations/declarations-answered', 1, 'healthy'],
  ['refunds/availability', 1, 'healthy'],
  ['fraud-screening/screenings', 1, 'burning'],
  ['departures/availability', 1, 'healthy'],
  ['departures/feed-fresh', 1, 'at_risk'],
  ['loyalty/availability', 2, 'healthy'],
  ['customer-notifications/messages-delivered', 2, 'healthy'],
  ['vessel-telemetry/vessels-report', 2, 'healthy'],
  ['onboard-retail/settlements', 2, 'healthy'],
  ['travel-assistant/answers-given', 3, 'no_traffic'],
  ['terminal-displays/screens-updated', 2, 'no_data'],
  ['lane-control/plates-read', 1, 'no_data'],
  ['lane-control/gates-answer', 1, 'healthy'],
  ['currency-rates/rates-fresh', 3, 'breached'],
];

describe.each([
  ['at noon', '2026-11-20T12:00:00Z'],
  ['at night, early in a month', '2027-02-03T02:00:00Z'],
  ['on an evening', '2027-07-31T19:00:00Z'],
])('the SLOs of the demo company, begun %s', (_, since) => {
  it.each(expected)('%s, tier-%d: %s', (id, tier, status) => {
    const found = all.find(each => `${each.service}/${each.slo.name}` === id)!;
    expect(evaluate(found, tier, Date.parse(since)).status).toBe(status);
  });
});

describe('the SLO files of the demo company', () => {
  it('are compiled without a finding but for those on purpose', () => {
    const findings = compiled.flatMap(({ service, diagnostics }) =>
      diagnostics.map(
        ({ severity, code }) => `${service}: ${severity} ${code}`,
      ),
    );
    expect(findings).toEqual([
      'customer-notifications: warning counter-missing',
      'customer-notifications: warning slice-window-number',
      'refunds: error target-range',
    ]);
  });
});
