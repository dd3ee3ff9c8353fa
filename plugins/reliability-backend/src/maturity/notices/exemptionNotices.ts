import { dayOf } from '../../database/dates';
import { Notice } from '../../readiness/notices/digest';
import { StoredExemption } from '../exemptions/exemptionRow';
import { called, NoticeSource, ownersOf, Span } from './noticeSource';

/** So long before its end somebody is told of an exemption. */
const WARN_BEFORE_MS = 14 * 24 * 60 * 60_000;

const words = {
  approved: 'approved',
  denied: 'denied',
  revoked: 'revoked',
} as const;

/** Exemptions that were asked for, decided, or began to end within a span of time, and are so still. */
export async function exemptionNotices(
  { knex, stores, config }: NoticeSource,
  span: Span,
): Promise<Notice[]> {
  const asked = await stores.exemptions.requestedBetween(knex, span);
  const decided = await stores.exemptions.decidedBetween(knex, span);
  const ending = await stores.exemptions.endingBetween(
    knex,
    span.from + WARN_BEFORE_MS,
    span.until + WARN_BEFORE_MS,
  );
  const services = await stores.notices.services(knex, [
    ...new Set([...asked, ...decided, ...ending].map(each => each.entityRef)),
  ]);
  const checkOf = ({ scorecardId, checkId }: StoredExemption) =>
    config.scorecards
      .find(({ definition }) => definition.id === scorecardId)
      ?.definition.checks.find(({ id }) => id === checkId)?.title ?? checkId;
  const tell = (
    exemptions: readonly StoredExemption[],
    make: (
      exemption: StoredExemption,
      owners: readonly string[],
    ) => Omit<Notice, 'text'> & { readonly words: string },
  ) =>
    exemptions.flatMap((exemption): Notice[] => {
      const service = services.get(exemption.entityRef);
      if (!service) return [];
      const made = make(exemption, ownersOf(service));
      const text = `${service.title}: exemption from "${checkOf(exemption)}" ${
        made.words
      }`;
      const { words: _, ...notice } = made;
      return [{ ...notice, text }];
    });
  return [
    ...tell(asked, ({ requestedBy, requestedAt, until }, owners) => ({
      kind: 'exemption-asked',
      at: requestedAt,
      to: [...owners, ...config.notifications.reviewers],
      by: requestedBy,
      words: `until ${until} asked for by ${called(requestedBy)}`,
    })),
    ...tell(decided, ({ state, decidedAt = 0, ...exemption }, owners) => ({
      kind: 'exemption-decided',
      at: decidedAt,
      to: [...owners, exemption.requestedBy],
      by: exemption.decidedBy,
      words: `${words[state as keyof typeof words]} by ${called(
        exemption.decidedBy,
      )}`,
    })),
    ...tell(ending, ({ endsAt, requestedBy }, owners) => ({
      kind: 'exemption-ending',
      at: endsAt - WARN_BEFORE_MS,
      to: [...owners, requestedBy],
      // The end of a day is the first moment of the next.
      words: `ends on ${dayOf(endsAt - 1)}`,
    })),
  ];
}
