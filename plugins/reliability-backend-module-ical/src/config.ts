import { Config } from '@backstage/config';
import { readAccount } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { ianaZone } from './calendar/zone';

const UNFILLED = [
  'unfilled',
  'unassigned',
  'nobody',
  'no one',
  'noone',
  'none',
  'empty',
  'vacant',
  'open',
  'tbd',
  'n/a',
  '-',
  '?',
];

const urlSchema = z.string().transform((text, context) => {
  const wrong = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const plain = text.trim().replace(/^webcals?:/i, 'https:');
  const url = URL.canParse(plain) ? new URL(plain) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return wrong('expected an http, https or webcal address');
  }
  url.hash = '';
  return url.href;
});

const personSchema = z.string().transform((text, context) => {
  const wrong = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!/\(\?<person>/.test(text)) {
    return wrong('expected a group (?<person>…)');
  }
  try {
    return new RegExp(text, 'iu');
  } catch {
    return wrong('expected a regular expression');
  }
});

const feedSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
    error: 'expected letters, digits, dots, dashes and underscores',
  }),
  title: z.string().min(1).optional(),
  url: urlSchema,
  timeZone: z
    .string()
    .refine(name => ianaZone(name) !== undefined, {
      error: 'expected a time zone such as Europe/Berlin',
    })
    .optional(),
  level: z.number().int().min(1).max(99).optional(),
  person: personSchema.optional(),
  attendees: z.boolean().default(true),
  unfilled: z
    .array(z.string().min(1))
    .default(UNFILLED)
    .transform(words => words.map(word => word.trim().toLowerCase())),
});

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('ical'),
  mirror: z.boolean().optional(),
  default: z.boolean().optional(),
  allowPrivateAddresses: z.boolean().default(false),
  feeds: z.array(feedSchema).superRefine((feeds, context) => {
    const seen = new Set<string>();
    feeds.forEach(({ id }, index) => {
      if (seen.has(id)) {
        const message = 'expected an id that no other feed has';
        context.addIssue({ code: 'custom', path: [index, 'id'], message });
      }
      seen.add(id);
    });
  }),
});

/** One account of type `ical`, checked. */
export type IcalConfig = z.output<typeof schema>;

/** One of its feeds. `url` is a secret. */
export type FeedConfig = IcalConfig['feeds'][number];

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readIcalConfig = (config: Config): IcalConfig =>
  readAccount(config, schema);
