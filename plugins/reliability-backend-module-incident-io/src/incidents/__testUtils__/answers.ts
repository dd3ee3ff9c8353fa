import { IncidentDetails, incidentSchema } from '../answers';
import { stampsByName } from '../stamps';
import { IncidentWords, toIncident } from '../toIncident';

export const NOW = Date.parse('2026-06-15T12:00:00Z');

export const NOTHING: IncidentDetails = {
  updates: [],
  followUps: [],
  documents: [],
  escalations: [],
};

export const WORDS: IncidentWords = { stamps: stampsByName({}) };

const USUAL = {
  id: '01HX1',
  reference: 'INC-1',
  name: 'Checkout is slow',
  created_at: '2026-06-01T10:00:00Z',
  updated_at: '2026-06-01T12:00:00Z',
  mode: 'standard',
  visibility: 'public',
  incident_status: { category: 'live' },
};

/** An answer of the API, over a usual one, as the incident that it becomes. */
export const mapped = (
  answer: object,
  {
    details = {},
    words = {},
  }: {
    readonly details?: Partial<IncidentDetails>;
    readonly words?: Partial<IncidentWords>;
  } = {},
) =>
  toIncident(
    incidentSchema.parse({ ...USUAL, ...answer }),
    { ...NOTHING, ...details },
    { ...WORDS, ...words },
    NOW,
  );

/** Timestamps as the API writes them. */
export const timestamps = (values: Readonly<Record<string, string>>) => ({
  incident_timestamp_values: Object.entries(values).map(([name, value]) => ({
    incident_timestamp: { name },
    value: { value },
  })),
});

/** A custom field with one value. */
export const field = (name: string, value: object) => ({
  custom_field: { id: '01FIELD', name },
  values: [value],
});
