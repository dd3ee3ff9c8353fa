import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  readDelivery,
  WebhookDelivery,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { genericBodySchema, genericIncidentSchema } from './genericSchema';
import { toIncident } from './toIncident';

/** What a body held. */
export interface ReadBody {
  readonly incidents: readonly ReportedIncident[];
  /** Why others were not read, one sentence each; no text of the body is in them. */
  readonly problems: readonly string[];
}

const MOST_ISSUES = 3;

/** zod repeats keys that it does not know, and what a body holds is no matter of the log. */
const messageOf = ({ code, message }: z.core.$ZodIssue): string =>
  code === 'unrecognized_keys' ? 'holds a key that is not known' : message;

const placeOf = (path: readonly PropertyKey[]) =>
  path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

const problemOf = (at: readonly PropertyKey[], error: z.ZodError): string =>
  error.issues
    .slice(0, MOST_ISSUES)
    .map(issue => {
      const place = placeOf([...at, ...issue.path]);
      return `${place || 'the body'}: ${messageOf(issue)}`;
    })
    .join('; ');

/**
 * Reads the incidents of a body whose signature was found right. One that cannot be read does not keep the others out.
 *
 * @param now - milliseconds since the epoch
 */
export function readBody(delivery: WebhookDelivery, now: number): ReadBody {
  const body = readDelivery(delivery, genericBodySchema);
  if (body.kind === 'unreadable') {
    return { incidents: [], problems: [body.message] };
  }
  const list = body.data.incidents;
  const incidents: ReportedIncident[] = [];
  const problems: string[] = [];
  (list ?? [body.data]).forEach((each, index) => {
    const parsed = genericIncidentSchema.safeParse(each);
    if (parsed.success) incidents.push(toIncident(parsed.data, now));
    else
      problems.push(problemOf(list ? ['incidents', index] : [], parsed.error));
  });
  return { incidents, problems };
}
