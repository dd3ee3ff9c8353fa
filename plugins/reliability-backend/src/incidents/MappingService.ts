import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  fingerprint,
  listUnmappedQuerySchema,
  ListUnmappedResponse,
  MappingResponse,
  mappingSuggester,
  putMappingRequestSchema,
  reliabilityIncidentMapPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isOffset } from '../http/cursor';
import { RankingService } from '../maturity/RankingService';
import { refsAsked } from './fieldsAsked';
import { IncidentRemapper } from './IncidentRemapper';
import { subjectKey, SubjectRef } from './links/subjectLink';

type ListCommand = z.output<typeof listUnmappedQuerySchema>;
type PutCommand = z.output<typeof putMappingRequestSchema>;

/** Which services the things are that incidents are about at their providers. */
export class MappingService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly incidentRemapper: Pick<IncidentRemapper, 'remap'>;
      readonly ranking: Pick<RankingService, 'changed'>;
      readonly now: () => number;
    },
  ) {}

  /** What is no service yet, with services that it may be. */
  async list(
    { account, limit, cursor }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListUnmappedResponse> {
    const { knex, stores, access } = this.options;
    await access.require(reliabilityIncidentMapPermission, credentials);
    const madeFor = fingerprint(['unmapped', account]);
    const offset = decodeCursor(cursor, madeFor, isOffset) ?? 0;
    const page = { offset, limit };
    const [lines, totalItems, withoutSubject] = await Promise.all([
      stores.unmapped.page(knex, account, page),
      stores.unmapped.count(knex, account),
      stores.unmapped.withoutSubject(knex, account),
    ]);
    const last = await stores.unmapped.last(knex, lines);
    const services = await stores.unmapped.candidates(
      knex,
      await access.visibleRefs(credentials),
    );
    const suggest = mappingSuggester(services);
    const titles = new Map(
      services.map(({ entityRef, title }) => [entityRef, title]),
    );
    const next = offset + lines.length;
    return {
      items: lines.flatMap(({ lastAt, ...line }) => {
        const lastIncident = last.get(subjectKey(line));
        if (!lastIncident) return [];
        const suggestions = line.ignored
          ? []
          : suggest({ id: line.id, label: line.label ?? undefined });
        return [
          {
            ...line,
            lastAt: isoTime(lastAt),
            lastIncident,
            suggestions: suggestions.map(suggestion => ({
              ...suggestion,
              title: titles.get(suggestion.entityRef) ?? suggestion.entityRef,
            })),
          },
        ];
      }),
      totalItems,
      ...(next < totalItems && { nextCursor: encodeCursor(next, madeFor) }),
      withoutSubject,
    };
  }

  /** Says which services something is; none: it is not asked for again. */
  async put(
    { account, kind, id, entityRefs }: PutCommand,
    credentials: BackstageCredentials,
  ): Promise<MappingResponse> {
    const { stores, access, now } = this.options;
    await access.require(reliabilityIncidentMapPermission, credentials);
    const subject = { account, kind, id };
    const refs = await this.servicesAsked(entityRefs, credentials);
    return this.change(subject, async tx => {
      const before = await stores.incidentMappings.get(tx, subject);
      if (before && before.entityRefs.join() === refs.join()) return false;
      await stores.incidentMappings.set(tx, {
        ...subject,
        entityRefs: refs,
        setBy: nameOf(credentials),
        setAt: now(),
      });
      return true;
    });
  }

  /** Takes a mapping back. @throws NotFoundError when there is none */
  async remove(
    subject: SubjectRef,
    credentials: BackstageCredentials,
  ): Promise<MappingResponse> {
    const { stores, access } = this.options;
    await access.require(reliabilityIncidentMapPermission, credentials);
    return this.change(subject, async tx => {
      if (await stores.incidentMappings.remove(tx, subject)) return true;
      throw new NotFoundError(
        `Nobody mapped the ${subject.kind} "${subject.id}" of ${subject.account}`,
      );
    });
  }

  /** @param write - answers whether anything changed */
  private async change(
    subject: SubjectRef,
    write: (tx: Knex.Transaction) => Promise<boolean>,
  ): Promise<MappingResponse> {
    const { knex, stores, ranking, incidentRemapper } = this.options;
    await this.requireKnown(subject);
    await knex.transaction(async tx => {
      if (await write(tx)) await incidentRemapper.remap(tx, subject);
    });
    ranking.changed();
    const { mapped } = await stores.unmapped.about(knex, subject);
    return { incidents: mapped };
  }

  /** @throws NotFoundError when no incident is about it, and nobody mapped it */
  private async requireKnown(subject: SubjectRef): Promise<void> {
    const { knex, stores } = this.options;
    const { incidents } = await stores.unmapped.about(knex, subject);
    if (incidents > 0) return;
    if (await stores.incidentMappings.get(knex, subject)) return;
    throw new NotFoundError(
      `No incident is about a ${subject.kind} "${subject.id}" of ${subject.account}`,
    );
  }

  /** @throws InputError for what is no service that the caller sees */
  private async servicesAsked(
    written: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { knex, stores, access } = this.options;
    const refs = refsAsked('entityRefs', written);
    const known = await stores.services.briefs(knex, refs);
    const visible = await access.visibleRefs(credentials);
    const seen = visible && new Set(visible);
    refs.forEach((ref, index) => {
      if (!known.has(ref) || seen?.has(ref) === false) {
        throw new InputError(`entityRefs[${index}]: ${ref} is not a service`);
      }
    });
    return [...new Set(refs)].sort();
  }
}
