import { ConflictError } from '@backstage/errors';

/** As many at once leave room for everybody else. */
const AT_ONCE = 2;

/** Who runs a preview in this process. A preview can cost as much as an assessment of all services. */
export class PreviewSlots {
  private readonly callers = new Set<string>();

  /**
   * @returns what gives the place back
   * @throws ConflictError when the caller runs one already, or too many others do
   */
  enter(caller: string): () => void {
    if (this.callers.has(caller)) {
      throw new ConflictError('You run a preview already; wait until it ends');
    }
    if (this.callers.size >= AT_ONCE) {
      throw new ConflictError(
        `${AT_ONCE} previews run already; try again when one of them has ended`,
      );
    }
    this.callers.add(caller);
    return () => {
      this.callers.delete(caller);
    };
  }
}
