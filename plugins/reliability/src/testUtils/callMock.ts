import type {
  RouteInput,
  RouteName,
  RouteOutput,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../api';

/** What routes answer, by their names. */
export type Answers = {
  [Name in RouteName]?: (
    input: RouteInput<Name>,
  ) => RouteOutput<Name> | Promise<RouteOutput<Name>>;
};

/** `call` of the API that answers at once; a route without an answer fails by its name. */
export function callMock(answers: Answers): ReliabilityApi['call'] {
  return async (name, input) => {
    const answer = answers[name];
    if (!answer) throw new Error(`The test has no answer for "${name}"`);
    return answer(input);
  };
}
