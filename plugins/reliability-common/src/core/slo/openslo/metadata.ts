import { Slo } from '../slo';
import { Spot } from './Spot';

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LABEL_KEY = /^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const MEMBERS = ['name', 'displayName', 'labels', 'annotations'];

/** Whether a text is a DNS label as RFC 1123 has it, which OpenSLO wants of names. */
export const isDnsLabel = (text: string): boolean => LABEL.test(text);

const NAME_HELP =
  'lower-case letters, digits and dashes, a letter or digit first and last, at most 63 characters';

/** What `metadata` of any document says. */
export interface Metadata {
  readonly name?: string;
  readonly displayName?: string;
}

/**
 * Reads `metadata`.
 *
 * @param strict - `slo`: the name becomes part of ids, so it must be a DNS label; `other`: it only must be
 *   there; `inline`: nothing refers to it, so that it may lack
 */
export function readMetadata(
  metadata: Spot,
  strict: 'slo' | 'other' | 'inline',
): Metadata {
  const name = metadata.at('name');
  if (metadata.members(MEMBERS)) {
    metadata.at('displayName').within(63);
  }
  if (name.absent) {
    if (strict === 'inline') {
      metadata.note(
        'inline-name-missing',
        '`metadata.name` is missing; other tools require it here too.',
      );
    } else {
      metadata.note(
        'member-missing',
        `\`metadata.name\` is missing: write ${NAME_HELP}.`,
      );
    }
  }
  const text = name.text();
  if (text !== undefined && !isDnsLabel(text)) {
    name.note(
      strict === 'slo' ? 'name-invalid' : 'name-unusual',
      `"${text.slice(0, 80)}" is not a name as OpenSLO wants it: ${NAME_HELP}.`,
    );
  }
  return { name: text, displayName: metadata.at('displayName').text() };
}

/** Reads `metadata.labels`: texts, or lists of them. A wrong one is left out with a warning. */
export function readLabels(spot: Spot): Slo['labels'] {
  if (!spot.members()) return {};
  const entries = Object.entries(spot.value as object).map(
    ([key, value]): [string, string[]] | undefined => {
      const values = Array.isArray(value) ? value : [value];
      if (!LABEL_KEY.test(key)) {
        return spot
          .at(key)
          .note(
            'label-invalid',
            `"${key.slice(
              0,
              80,
            )}" is not a label: letters, digits, dash, underscore and dot, at most 63. It is left out.`,
          );
      }
      return values.every(each => typeof each === 'string')
        ? [key, values]
        : spot
            .at(key)
            .note(
              'label-invalid',
              `Label "${key}" must be a text or a list of texts (put numbers in quotes). It is left out.`,
            );
    },
  );
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string[]] => entry !== undefined),
  );
}
