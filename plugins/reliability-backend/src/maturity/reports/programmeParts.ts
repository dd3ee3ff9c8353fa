import {
  counted,
  date,
  MOST_ROWS,
  nameOfRef,
  section,
  serviceLink,
} from './documentParts';
import { Asked, TOP } from './packetScope';

/** What is exempt at the time of the review. */
export async function exemptionSection({ scope, local, credentials }: Asked) {
  const query = { owner: scope.owners && [...scope.owners] };
  const { items, totalItems } = await local.call(
    'listExemptions',
    { query: { ...query, state: 'approved', limit: MOST_ROWS } },
    credentials,
  );
  const { total } = await local.call(
    'listWaiverDebt',
    { query: { ...query, limit: 1 } },
    credentials,
  );
  return [
    section('exemptions', 'Exemptions in force', {
      lines: [
        `${total.exemptions} on ${counted(
          total.services,
          'service',
        )}, together a weight of ${total.weight}; ${
          total.expiring
        } end within 14 days; ${counted(
          total.incidents,
          'incident',
        )} began meanwhile.`,
      ],
      columns: ['Service', 'Check', 'Until', 'Approved by', 'Why'],
      rows: items.map(({ service, check, until, decidedBy, reason }) => [
        serviceLink(service),
        check.title,
        date(until),
        nameOfRef(decidedBy),
        reason,
      ]),
      more: totalItems - items.length,
    }),
  ];
}

/** The campaigns that run, of the whole company. */
export async function campaignSection({ local, credentials }: Asked) {
  const { items, totalItems } = await local.call(
    'listCampaigns',
    { query: { state: 'running', limit: TOP } },
    credentials,
  );
  return [
    section('campaigns', 'Campaigns', {
      lines: totalItems === 0 ? ['None is running.'] : [],
      columns: ['Campaign', 'Due', 'Done', 'Open', 'Exempt', 'Not known'],
      rows: items.map(({ title, id, dueAt, totals }) => [
        { text: title, href: `/reliability/programme/campaigns/${id}` },
        dueAt,
        totals.done,
        totals.open,
        totals.exempt,
        totals.unknown,
      ]),
      more: totalItems - items.length,
    }),
  ];
}

/** The largest risks. */
export async function riskSection({ scope, local, credentials }: Asked) {
  const { items, totalItems } = await local.call(
    'listRisks',
    { query: { owner: scope.owner && [...scope.owner], limit: TOP } },
    credentials,
  );
  return [
    section('risks', 'Largest risks', {
      columns: ['Risk', 'Score', 'Owner', 'Mitigation', 'Review by'],
      rows: items.map(({ title, score, owner, mitigation, reviewBy }) => [
        title,
        score,
        nameOfRef(owner),
        mitigation,
        reviewBy,
      ]),
      more: totalItems - items.length,
    }),
  ];
}
