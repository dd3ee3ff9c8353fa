import { AccountSchema } from '../account';
import { ProviderError } from './ProviderError';

/** Whose answer is read. @public */
export interface AnswerOrigin {
  readonly account: string;
  /** Such as `PagerDuty`. */
  readonly vendor: string;
  /** Key of the configuration that holds the address; default: `baseUrl`. */
  readonly addressKey?: string;
}

/**
 * Something else answers at the address of an account, or something in between. Repeats nothing of the answer.
 *
 * @public
 */
export const strangeAnswer = ({
  account,
  vendor,
  addressKey = 'baseUrl',
}: AnswerOrigin): ProviderError =>
  new ProviderError(
    'bad-answer',
    `Account "${account}" answers, but not as ${vendor} does. Check its ${addressKey} in the configuration.`,
  );

/**
 * The body of an answer, checked.
 *
 * @throws ProviderError `bad-answer` when it is of another shape
 * @public
 */
export function readAnswer<T>(
  body: unknown,
  schema: AccountSchema<T>,
  origin: AnswerOrigin,
): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw strangeAnswer(origin);
  return parsed.data;
}

/**
 * Items of a list; one that cannot be understood is left out, so that it does not keep the others away.
 *
 * @public
 */
export const understood = <T>(
  items: readonly unknown[],
  schema: AccountSchema<T>,
): T[] =>
  items.flatMap(item => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });

/**
 * Waits for an answer about one thing.
 *
 * @returns undefined where the account does not have it
 * @throws whatever else the answer fails with
 * @public
 */
export async function unlessNotFound<T>(
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const isGone =
      error instanceof ProviderError && error.failure === 'not-found';
    if (!isGone) throw error;
    return undefined;
  }
}
