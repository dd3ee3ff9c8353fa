import { lengthInWords, ReportSection, section } from './documentParts';

const CONTRACT: readonly (readonly [string, string])[] = [
  ['sloTarget', 'SLO target in percent'],
  ['rto', 'Restored within (RTO)'],
  ['rpo', 'Data lost at most (RPO)'],
  ['reviewEvery', 'Reviewed every'],
];

/** What a tier demands, as far as it does. */
export function contractSection(
  contract: Readonly<Record<string, unknown>>,
): ReportSection {
  const oncall = (contract.oncall ?? {}) as Record<string, unknown>;
  const postmortem = (contract.postmortem ?? {}) as Record<string, unknown>;
  const rows = [
    ...CONTRACT.map(([key, name]) => [name, contract[key]] as const),
    ['On call', oncall.coverage] as const,
    ['Responders at least', oncall.minResponders] as const,
    ['Postmortem of severities', postmortem.severities] as const,
    ['Postmortem published within', postmortem.publish] as const,
  ].flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, [value].flat().map(lengthInWords).join(', ')]],
  );
  return section('contract', 'What its tier demands', {
    lines: rows.length === 0 ? ['Nothing.'] : [],
    columns: ['What', 'Demand'],
    rows,
  });
}
