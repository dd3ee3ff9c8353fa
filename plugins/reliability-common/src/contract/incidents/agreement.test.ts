import { z } from 'zod';
import {
  DurationStatistic,
  followUpStatuses,
  FollowUpStatus,
  IncidentDurations,
  IncidentFigures,
  IncidentStatus,
  incidentStatuses,
  LedgerEntry,
  MappingSuggestion,
  PageCounts,
  PostmortemProgress,
  PostmortemStatus,
  PostmortemTemplateSection,
  Provenance,
  Severity,
  StampName,
  stampNames,
  Ticket,
  TimelineEntry,
} from '../../core';
import { unmappedSubjectSchema } from './accounts';
import {
  createIncidentRequestSchema,
  incidentResponseSchema,
  patchIncidentRequestSchema,
  timelineEventSchema,
} from './incidents';
import { ledgerLineSchema } from './ledger';
import {
  postmortemResponseSchema,
  postmortemSectionSchema,
  postmortemStatusRequestSchema,
} from './postmortems';
import { incidentFiguresSchema } from './statistics';
import {
  durationFigureSchema,
  followUpStatusSchema,
  incidentStatusSchema,
  postmortemStateSchema,
  provenanceSchema,
  severityLevelSchema,
  stampNameSchema,
  ticketSchema,
} from './vocabulary';

/** Fails to compile where the two do not hold the same words. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;

type Keys<S extends z.ZodType> = keyof z.infer<S>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type Response = z.infer<typeof incidentResponseSchema>;
type Figures = z.infer<typeof incidentFiguresSchema>;
type Declared = z.output<typeof createIncidentRequestSchema>;
type Patched = z.output<typeof patchIncidentRequestSchema>;

it('the contract uses the words of the core', () => {
  const same: [
    Same<z.infer<typeof incidentStatusSchema>, IncidentStatus>,
    Same<z.infer<typeof stampNameSchema>, StampName>,
    Same<z.infer<typeof provenanceSchema>, Provenance>,
    Same<z.infer<typeof severityLevelSchema>, Severity | null>,
    Same<z.infer<typeof postmortemStateSchema>, PostmortemProgress>,
    Same<z.infer<typeof followUpStatusSchema>, FollowUpStatus>,
    Same<z.infer<typeof postmortemResponseSchema>['status'], PostmortemStatus>,
    Same<
      z.infer<typeof postmortemStatusRequestSchema>['status'],
      PostmortemStatus
    >,
    Same<Keys<typeof ticketSchema>, keyof Ticket>,
    Same<z.infer<typeof durationFigureSchema>, Mutable<DurationStatistic>>,
    Same<keyof Figures, keyof IncidentFigures>,
    Same<keyof Figures['pages'], keyof IncidentFigures['pages']>,
    Same<keyof Figures['postmortems'], keyof IncidentFigures['postmortems']>,
    Same<keyof Figures['followUps'], keyof IncidentFigures['followUps']>,
    Same<
      keyof Figures['bySeverity'][number],
      keyof IncidentFigures['bySeverity'][number]
    >,
    Same<Response['figures'], Mutable<IncidentDurations>>,
    Same<
      keyof Response['pages'],
      keyof Omit<PageCounts, 'zoneUnknown' | 'withoutHuman'>
    >,
    Same<Keys<typeof timelineEventSchema>, keyof TimelineEntry>,
    Same<z.infer<typeof timelineEventSchema>['kind'], TimelineEntry['kind']>,
    Same<Keys<typeof ledgerLineSchema>, keyof LedgerEntry>,
    Same<z.infer<typeof ledgerLineSchema>['kind'], LedgerEntry['kind']>,
    Same<
      Exclude<Keys<typeof postmortemSectionSchema>, 'text' | 'prefilled'>,
      keyof PostmortemTemplateSection
    >,
    Same<
      Exclude<
        keyof z.infer<typeof unmappedSubjectSchema>['suggestions'][number],
        'title'
      >,
      keyof MappingSuggestion
    >,
    Same<Declared['status'], Exclude<IncidentStatus, 'declined' | 'merged'>>,
    Same<NonNullable<Patched['status']>, Exclude<IncidentStatus, 'merged'>>,
  ] = [
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
  ];
  expect(same).toHaveLength(25);
});

it.each([
  ['statuses', incidentStatusSchema.options, incidentStatuses],
  ['stamps', stampNameSchema.options, stampNames],
  ['states of a follow-up', followUpStatusSchema.options, followUpStatuses],
])('%s are in the same order', (_, contract, core) => {
  expect(contract).toEqual(core);
});
