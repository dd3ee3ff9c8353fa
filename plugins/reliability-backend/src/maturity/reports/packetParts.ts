import { KpiItem } from '@plimsoll/backstage-plugin-reliability-common';
import {
  date,
  incidentLink,
  length,
  MOST_ROWS,
  nameOfRef,
  percent,
  ReportSection,
  section,
  serviceLink,
  time,
  whole,
} from './documentParts';
import { changeSections } from './changeParts';
import { Asked, TOP } from './packetScope';
import {
  campaignSection,
  exemptionSection,
  riskSection,
} from './programmeParts';

const MET = {
  yes: 'met',
  no: 'not met',
  unknown: 'not known',
  'no-target': 'no target',
} as const;

const DAY_MS = 86_400_000;
const startOf = (day: string) => `${day}T00:00:00Z`;
const dayAfter = (day: string) =>
  new Date(Date.parse(startOf(day)) + DAY_MS).toISOString();

const rounded = (value: number, digits: number) =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits });

/** As many digits as tell a figure from its target, or "20 %, target 20 %" would not be met. */
function besideTarget(value: number, target: number | null): string {
  const digits = [1, 2, 3].find(
    each =>
      target === null ||
      value === target ||
      rounded(value, each) !== rounded(target, each),
  );
  return rounded(value, digits ?? 3);
}

/** A figure of the executive page in words. */
export function figure(
  value: number | null,
  { unit, target }: Pick<KpiItem, 'unit' | 'target'>,
): string {
  if (value === null) return 'not known';
  const number = besideTarget(value, target);
  switch (unit) {
    case 'percent':
      return `${number} %`;
    case 'minutes':
      return length(value * 60_000);
    case 'per-week':
      return `${number} a week`;
    case 'count':
      return number;
    default:
      return `${number} ${unit}`;
  }
}

async function kpiSection({ scope, local, credentials }: Asked) {
  const { from, to, owner, scorecard } = scope;
  const { items } = await local.call(
    'getKpis',
    { query: { from, to, owner: owner && [...owner], scorecard } },
    credentials,
  );
  return [
    section('kpis', 'Figures', {
      columns: ['Figure', 'Value', 'Target', 'Verdict', 'Rests on', 'Before'],
      rows: items.map(item => [
        item.title,
        figure(item.value, item),
        item.target === null ? null : figure(item.target, item),
        MET[item.met],
        `${whole(item.n)} of ${whole(item.of)}`,
        item.trend
          ? `${figure(item.trend.previous, item)}, ${item.trend.verdict}`
          : null,
      ]),
    }),
    section('definitions', 'What the figures are', {
      columns: ['Figure', 'Formula', 'Source', 'What it hides'],
      rows: items.map(({ title, formula, source, hides }) => [
        title,
        formula,
        source,
        hides,
      ]),
    }),
  ];
}

async function incidentSection({ scope, local, credentials }: Asked) {
  const { items, totalItems } = await local.call(
    'listIncidents',
    {
      query: {
        from: startOf(scope.from),
        to: dayAfter(scope.to),
        owner: scope.owners && [...scope.owners],
        orderBy: 'severity',
        limit: MOST_ROWS,
      },
    },
    credentials,
  );
  return [
    section('incidents', 'Incidents', {
      lines: totalItems === 0 ? ['None is known.'] : [],
      columns: [
        'Incident',
        'Severity',
        'Began',
        'Took',
        'Services',
        'Postmortem',
      ],
      rows: items.map(item => [
        incidentLink(item),
        item.severity.name,
        time(item.startedAt),
        item.durationMs === null ? null : length(item.durationMs),
        item.services.map(({ title }) => title).join(', '),
        item.postmortem.state,
      ]),
      more: totalItems - items.length,
    }),
  ];
}

async function followUpSection({ scope, local, credentials }: Asked) {
  const { items, totalItems } = await local.call(
    'listFollowUps',
    {
      query: {
        overdue: 'true',
        owner: scope.owners && [...scope.owners],
        limit: MOST_ROWS,
      },
    },
    credentials,
  );
  return [
    section('follow-ups', 'Overdue follow-ups', {
      lines: totalItems === 0 ? ['None.'] : [],
      columns: ['Follow-up', 'Incident', 'Owner', 'Due'],
      rows: items.map(({ title, incident, owner, dueAt }) => [
        title,
        incident.reference,
        nameOfRef(owner),
        dueAt && date(dueAt),
      ]),
      more: totalItems - items.length,
    }),
  ];
}

async function budgetSection({ scope, local, credentials }: Asked) {
  const { items, totalItems } = await local.call(
    'listSlos',
    {
      query: {
        status: ['breached', 'burning', 'at_risk', 'error', 'no_data'],
        owner: scope.owners && [...scope.owners],
        limit: TOP,
      },
    },
    credentials,
  );
  return [
    section('budgets', 'Error budgets in trouble, as of now', {
      lines: totalItems === 0 ? ['None.'] : [],
      columns: ['SLO', 'Service', 'Target', 'State', 'Budget left'],
      rows: items.map(slo => [
        slo.title,
        serviceLink({ entityRef: slo.entityRef, title: slo.serviceTitle }),
        `${slo.target / 10_000} %`,
        slo.status,
        slo.remaining === null ? 'unknown' : percent(slo.remaining * 1000),
      ]),
      more: totalItems - items.length,
    }),
  ];
}

const PARTS = [
  changeSections,
  kpiSection,
  budgetSection,
  incidentSection,
  followUpSection,
  exemptionSection,
  campaignSection,
  riskSection,
];

/** The sections of the review of a month; what the figures are stands at the end. */
export async function packetParts(asked: Asked): Promise<ReportSection[]> {
  const sections: ReportSection[] = [];
  for (const part of PARTS) sections.push(...(await part(asked)));
  const isDefinition = ({ id }: ReportSection) => id === 'definitions';
  return [
    ...sections.filter(each => !isDefinition(each)),
    ...sections.filter(isDefinition),
  ];
}
