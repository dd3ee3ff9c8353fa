import { Spot } from './Spot';

/** `apiVersion` of OpenSLO v1. @public */
export const OPENSLO_V1 = 'openslo/v1';

/** `apiVersion` of the short form. @public */
export const SHORT_FORM = 'plimsoll.dev/v1';

/** Kinds of OpenSLO v1. */
export const KINDS = [
  'SLO',
  'SLI',
  'Service',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;

/** Members of any document. */
export const ROOT = ['apiVersion', 'kind', 'metadata', 'spec'];

const WRITE = `Write \`apiVersion: ${OPENSLO_V1}\``;

function whatToDo(version: string): string {
  if (/^openslo\/v1(alpha|beta)/i.test(version)) {
    return `It came before v1 and means other things. ${WRITE} and follow v1: an SLI under \`indicator\`, \`timeWindow\` with \`duration\`, \`targetPercent\` or \`target\`.`;
  }
  if (/^openslo(\.com)?\/v2/i.test(version)) {
    return `It is a draft that still changes. ${WRITE}: what v2 calls \`sli\` is \`indicator\` there.`;
  }
  if (/^openslo/i.test(version)) return `${WRITE}.`;
  return `${WRITE} for OpenSLO, or \`apiVersion: ${SHORT_FORM}\` for the short form. Documents of other tools belong in other files.`;
}

/** Which language a document is written in; complains about those that are not read. */
export function apiVersionOf(root: Spot): 'openslo' | 'short' | undefined {
  const { value } = root;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return root.note(
      'document-not-a-mapping',
      `A document begins with members such as \`apiVersion\` and \`kind\`. ${WRITE} and \`kind: SLO\`.`,
    );
  }
  const spot = root.at('apiVersion');
  if (spot.absent) {
    return root.note(
      'api-version-missing',
      `\`apiVersion\` is missing. ${WRITE}, or \`apiVersion: ${SHORT_FORM}\` for the short form.`,
    );
  }
  const version = spot.text();
  if (version === OPENSLO_V1) return 'openslo';
  if (version === SHORT_FORM) return 'short';
  if (version === undefined) return undefined;
  return spot.note(
    'api-version-unsupported',
    `\`apiVersion: ${version.slice(0, 60)}\` is not read. ${whatToDo(version)}`,
  );
}
