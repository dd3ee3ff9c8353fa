import {
  ChecklistResponse,
  FollowUp,
  Report,
  ReportDocument,
  ServiceIncidentsResponse,
  ServiceOncallResponse,
  ServiceResponse,
  ServiceSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  counted,
  date,
  incidentLink,
  length,
  listed,
  nameOfRef,
  percent,
  ReportSection,
  section,
  time,
} from './documentParts';
import { contractSection } from './contractSection';

/** What the nouns say of a service, as one reader may see it. */
export interface HandoverFacts {
  readonly service: ServiceResponse;
  /** What its tier demands; empty where it has none. */
  readonly contract: Readonly<Record<string, unknown>>;
  readonly slos: ServiceSlosResponse;
  readonly oncall: ServiceOncallResponse;
  readonly incidents: ServiceIncidentsResponse;
  readonly followUps: readonly FollowUp[];
  readonly followUpsTotal: number;
  readonly checklists: readonly ChecklistResponse[];
}

function serviceSection({ service }: HandoverFacts): ReportSection {
  const { tier, owner, system, lifecycle, description } = service;
  return section('service', 'The service', {
    lines: [description].filter(Boolean),
    columns: ['What', 'Value'],
    rows: [
      ['Entity', service.entityRef],
      ['Tier', tier.name],
      ['Owner', nameOfRef(owner)],
      ['System', system],
      ['Lifecycle', lifecycle],
    ],
  });
}

function reportSection(report: Report): ReportSection {
  const titles = new Map(report.checks.map(check => [check.id, check]));
  const open = report.checks.filter(
    ({ enforcement, outcome }) =>
      enforcement === 'enforced' &&
      (outcome === 'fail' || outcome === 'unknown'),
  );
  const next = report.nextLevel;
  const blocking = (next?.blocking ?? []).map(
    id => titles.get(id)?.title ?? id,
  );
  return section(`report-${report.scorecard.id}`, report.scorecard.title, {
    lines: [
      `${report.level.name}, ${percent(
        report.score,
      )} of the points, of which ${percent(
        report.coverage,
      )} rest on known facts.`,
      ...(next && blocking.length > 0
        ? [`For ${next.name}: ${blocking.join('; ')}.`]
        : []),
    ],
    columns: ['Open check', 'Level', 'Outcome', 'Why'],
    rows: open.map(check => [
      check.title,
      check.level,
      check.outcome,
      check.reason?.text ?? check.expected,
    ]),
  });
}

/** A day, or a time where it ends within one. */
const untilText = (until: string | undefined): string | null => {
  if (until === undefined) return null;
  return until.length > 10 ? time(until) : until;
};

function exemptionSection({ service }: HandoverFacts): ReportSection {
  const rows = service.reports.flatMap(report =>
    report.checks.flatMap(({ title, reason }) =>
      reason?.kind === 'exempt'
        ? [
            [
              title,
              report.scorecard.title,
              untilText(reason.until),
              nameOfRef(reason.approvedBy ?? null),
              reason.text,
            ],
          ]
        : [],
    ),
  );
  return section('exemptions', 'Exemptions in force', {
    lines: rows.length === 0 ? ['None.'] : [],
    columns: ['Check', 'Scorecard', 'Until', 'Approved by', 'Why'],
    rows,
  });
}

function budgetSection({ slos }: HandoverFacts): ReportSection {
  return section('budgets', 'Error budgets', {
    lines: slos.slos.length === 0 ? ['The service has no SLO.'] : [],
    columns: ['SLO', 'Target', 'State', 'Budget left', 'As of'],
    rows: slos.slos.map(slo => [
      slo.title,
      `${slo.target / 10_000} %`,
      slo.status,
      slo.remaining === null ? 'unknown' : percent(slo.remaining * 1000),
      slo.evaluatedAt ? time(slo.evaluatedAt) : null,
    ]),
  });
}

function oncallSection({ oncall }: HandoverFacts): ReportSection {
  const { cover, rotations, findings } = oncall;
  return section('oncall', 'On call', {
    lines: [
      rotations.length === 0
        ? 'No rotation is known.'
        : `${cover.state}; ${cover.responders} share it.`,
      ...findings.map(
        ({ severity, code }) => `${severity}: ${code.replace(/-/g, ' ')}`,
      ),
    ],
    columns: ['Rotation', 'Provider', 'Link'],
    rows: rotations.map(({ title, provider, url }) => [
      title,
      provider,
      url ? { text: 'open', href: url } : null,
    ]),
  });
}

function incidentSections({
  incidents,
  followUps,
  followUpsTotal,
}: HandoverFacts): ReportSection[] {
  return [
    section('incidents', 'Incidents of the last 90 days', {
      lines:
        incidents.totalItems === 0
          ? ['None is known.']
          : [
              `${counted(incidents.figures.incidents, 'incident')}, ${
                incidents.figures.open
              } of them open; ${Math.round(
                incidents.figures.impactMinutes,
              )} minutes of customer impact.`,
            ],
      columns: ['Incident', 'Severity', 'Began', 'Took', 'Postmortem'],
      rows: incidents.items.map(item => [
        incidentLink(item),
        item.severity.name,
        time(item.startedAt),
        item.durationMs === null ? null : length(item.durationMs),
        item.postmortem.state,
      ]),
      more: incidents.totalItems - incidents.items.length,
    }),
    section('follow-ups', 'Open follow-ups', {
      lines: followUpsTotal === 0 ? ['None.'] : [],
      columns: ['Follow-up', 'Incident', 'Owner', 'Due', 'State'],
      rows: followUps.map(item => [
        item.ticket?.url
          ? { text: item.title, href: item.ticket.url }
          : item.title,
        item.incident.reference,
        nameOfRef(item.owner),
        item.dueAt ? date(item.dueAt) : null,
        item.overdue ? 'overdue' : item.status,
      ]),
      more: followUpsTotal - followUps.length,
    }),
  ];
}

function checklistSection(checklist: ChecklistResponse): ReportSection {
  const open = checklist.items.filter(({ state }) =>
    ['contested', 'expired', 'not-met', 'unanswered'].includes(state),
  );
  const shown = open
    .filter(({ required }) => required)
    .concat(open.filter(({ required }) => !required));
  return section(`checklist-${checklist.id}`, checklist.title, {
    lines: [
      `${checklist.requiredMet} of ${checklist.requiredTotal} required items are met.`,
    ],
    columns: ['Open item', 'State', 'Required'],
    rows: listed(shown).map(item => [
      item.title,
      item.state,
      item.required ? 'yes' : 'no',
    ]),
    more: shown.length - listed(shown).length,
  });
}

/** What somebody has to know who takes over a service. */
export function handoverDocument(
  facts: HandoverFacts,
  madeAt: string,
): ReportDocument {
  const { service, checklists } = facts;
  return {
    title: `Handover of ${service.title}`,
    subtitle: `${service.entityRef}, as of ${time(madeAt)} UTC`,
    madeAt,
    sections: [
      serviceSection(facts),
      contractSection(facts.contract),
      ...service.reports.map(reportSection),
      exemptionSection(facts),
      budgetSection(facts),
      oncallSection(facts),
      ...incidentSections(facts),
      ...checklists.map(checklistSection),
    ],
  };
}
