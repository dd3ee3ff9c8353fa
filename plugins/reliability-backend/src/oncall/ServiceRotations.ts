import { LinkRecord } from './LinkStore';
import { RotationView } from './rotationView';

/** A rotation of a service, and whose annotation names it. */
export interface ServiceRotation {
  readonly link: LinkRecord;
  readonly view: RotationView;
}

/** The rotations of services. */
export class ServiceRotations {
  constructor(
    private readonly links: ReadonlyMap<string, readonly LinkRecord[]>,
    private readonly rotations: ReadonlyMap<string, RotationView>,
  ) {}

  /** Those of one service, in the order in which annotations name them. */
  of(entityRef: string): ServiceRotation[] {
    return (this.links.get(entityRef) ?? []).flatMap(link => {
      const view = this.rotations.get(link.rotationId);
      return view ? [{ link, view }] : [];
    });
  }

  viewsOf(entityRef: string): RotationView[] {
    return this.of(entityRef).map(({ view }) => view);
  }

  /** Each rotation once. */
  views(): RotationView[] {
    return [...this.rotations.values()];
  }
}
