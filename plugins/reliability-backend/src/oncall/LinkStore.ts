import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../database/groupBy';
import { anyOf, Db } from '../database/sql';

/** A rotation of a service. */
export interface LinkRecord {
  /** Of the service. */
  readonly entityRef: string;
  readonly rotationId: string;
  readonly ref: RotationRef;
  /** Whose annotation names it. */
  readonly origin: 'entity' | 'owner' | 'system';
  /** Name of the annotation. */
  readonly annotation: string;
}

type LinkRow = {
  entity_ref: string;
  rotation_id: string;
  position: number;
  account: string;
  kind: RotationKind;
  ref_id: string;
  origin: LinkRecord['origin'];
  annotation: string;
};

const TABLE = 'reliability_oncall_links';

const fromRow = (row: LinkRow): LinkRecord => ({
  entityRef: row.entity_ref,
  rotationId: row.rotation_id,
  ref: { account: row.account, kind: row.kind, id: row.ref_id },
  origin: row.origin,
  annotation: row.annotation,
});

/** Which rotations services have. */
export class LinkStore {
  /** Links of services, in the order in which annotations name them. */
  async ofServices(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, LinkRecord[]>> {
    if (refs.length === 0) return new Map();
    const rows: LinkRow[] = await db(TABLE)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy(['entity_ref', 'position']);
    return groupBy(rows.map(fromRow), ({ entityRef }) => entityRef);
  }

  /** References of the services that have one of the rotations, sorted. */
  async servicesOf(db: Db, rotationIds: readonly string[]): Promise<string[]> {
    if (rotationIds.length === 0) return [];
    return db(TABLE)
      .distinct('entity_ref')
      .where(anyOf(db, 'rotation_id', rotationIds))
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }
}
