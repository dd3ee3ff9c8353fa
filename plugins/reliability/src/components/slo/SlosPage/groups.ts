import {
  isKnownStatus,
  type SloItem,
} from '@plimsoll/backstage-plugin-reliability-common';

/** SLOs that stand together: those of which something is known, or the others. */
export interface SloGroup {
  known: boolean;
  slos: SloItem[];
}

/** What is not known apart from the rest, in the order of the list. Only a list by status has such groups. */
export function groupsOf(slos: readonly SloItem[]): SloGroup[] {
  const groups: SloGroup[] = [];
  for (const slo of slos) {
    const known = isKnownStatus(slo.status);
    const last = groups[groups.length - 1];
    if (last?.known === known) last.slos.push(slo);
    else groups.push({ known, slos: [slo] });
  }
  return groups;
}
