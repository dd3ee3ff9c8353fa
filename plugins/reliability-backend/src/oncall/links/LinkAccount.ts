import { OncallProvider } from '@plimsoll/backstage-plugin-reliability-node';

/** An account as far as references to its rotations go. */
export interface LinkAccount {
  readonly name: string;
  readonly type: string;
  /** Its rotations are only compared with those of another account. */
  readonly mirror?: boolean;
  /** Whether references that name only the type are for it. */
  readonly default?: boolean;
  readonly provider: Pick<OncallProvider, 'kinds' | 'rotationsOf'>;
}
