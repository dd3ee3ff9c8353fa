import {
  stampProblems,
  type IncidentResponse,
  type StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { stampTimes, type IncidentForm } from './incidentForm';

/** What is wrong with a stamp. */
export type StampFault =
  | { kind: 'future' }
  /** It is before this one, which has to come first. */
  | { kind: 'order'; earlier: StampName };

/** What is wrong with the stamps of a form, by name; the first of several faults. */
export function stampFaults(
  stamps: IncidentForm['stamps'],
  now: number,
  incident?: Pick<IncidentResponse, 'stamps'>,
): Partial<Record<StampName, StampFault>> {
  const faults: Partial<Record<StampName, StampFault>> = {};
  for (const problem of stampProblems(stampTimes(stamps, incident), now)) {
    if (problem.kind === 'order') {
      faults[problem.later] ??= { kind: 'order', earlier: problem.earlier };
    } else {
      faults[problem.stamp] = { kind: 'future' };
    }
  }
  return faults;
}

/** What is wrong with the other fields of a form. */
export function incidentFaults(
  form: IncidentForm,
): Partial<Record<'title' | 'services' | 'changeTitle' | 'changeUrl', true>> {
  const url = form.changeUrl.trim();
  return {
    ...(form.title.trim() === '' && { title: true }),
    ...(form.entityRefs.length === 0 && { services: true }),
    ...(url && !form.changeTitle.trim() && { changeTitle: true }),
    ...(url && !/^https?:\/\/./i.test(url) && { changeUrl: true }),
  };
}
