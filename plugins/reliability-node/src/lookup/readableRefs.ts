import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderError } from '../http/ProviderError';
import { RotationFailure } from '../oncallProvider';

const LONGEST_SHOWN = 40;

/** @public */
export interface ReadableRefsOptions {
  readonly account: string;
  /** As people call it, such as `PagerDuty`. */
  readonly product: string;
  readonly kinds: readonly RotationKind[];
  /**
   * What is wrong with the id of a reference of a known kind, such as `is no id of PagerDuty`; undefined:
   * nothing. Ids are written by authors of catalog files and become part of addresses.
   */
  readonly wrongId: (ref: RotationRef) => string | undefined;
}

/**
 * Tells references that an account may be asked for from those that it must not, each of which fails alone.
 *
 * @public
 */
export function readableRefs(
  refs: readonly RotationRef[],
  { account, product, kinds, wrongId }: ReadableRefsOptions,
): { readonly good: RotationRef[]; readonly refused: RotationFailure[] } {
  const good: RotationRef[] = [];
  const refused: RotationFailure[] = [];
  for (const ref of refs) {
    const isKnown = kinds.includes(ref.kind);
    const wrong = isKnown ? wrongId(ref) : undefined;
    if (isKnown && wrong === undefined) {
      good.push(ref);
      continue;
    }
    const why = isKnown
      ? `"${ref.id.slice(0, LONGEST_SHOWN)}" ${wrong}`
      : `${product} has no "${ref.kind}", only ${kinds.join(', ')}`;
    refused.push({
      kind: 'failure',
      ref,
      error: new ProviderError('refused', `Account "${account}": ${why}.`),
    });
  }
  return { good, refused };
}
