import type { ActionState } from '../../hooks/useAction';
import { errorKind, errorText } from '../async';

/** The words of a refusal, by what kind it is. */
export interface RefusalWords {
  forbidden: string;
  conflict?: string;
  failed: (message: string) => string;
}

/** Why something was not stored, in words; nothing where it was, or was not tried. */
export function refusalOf(
  state: ActionState<unknown>,
  words: RefusalWords,
): string | undefined {
  if (state.kind !== 'failed') return undefined;
  switch (errorKind(state.error)) {
    case 'forbidden':
      return words.forbidden;
    case 'conflict':
      return words.conflict ?? words.failed(errorText(state.error));
    default:
      return words.failed(errorText(state.error));
  }
}
