import {
  ONCALL_ANNOTATION,
  parseOncallAnnotation,
  rotationId,
  RotationKind,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  findRefs,
  FoundRefs,
  limitRefs,
  RefWords,
} from '../../catalog/namedRefs';
import { LinkAccount } from './LinkAccount';
import { LinkOrigin, NamedRotations, Places } from './rotationLink';

const words: RefWords<RotationKind, LinkAccount> = {
  own: ONCALL_ANNOTATION,
  parse: parseOncallAnnotation,
  known: ({ provider }, annotations) =>
    provider.rotationsOf(annotations).map(({ kind, id }) => ({ kind, id })),
  noKind: (account, kind) =>
    `the account ${account} has no rotations of kind ${kind}`,
};

function named(
  found: FoundRefs<RotationKind>,
  origin: LinkOrigin,
): NamedRotations {
  const { links, problems } = limitRefs(found, {
    noun: 'rotations',
    textOf: ({ account, kind, id }) => `${account}:${kind}:${id}`,
  });
  return {
    links: links.map(link => ({
      ...link,
      rotationId: rotationId(link),
      origin,
    })),
    problems,
  };
}

/**
 * The rotations of a service: those that its own annotations name; if they name none, those of its owner; if
 * none, those of its system. A reference that cannot be followed is a name too: another team's rotation in
 * its place would be a wrong answer.
 */
export function nameRotations(
  places: Places,
  accounts: readonly LinkAccount[],
): NamedRotations {
  for (const origin of ['entity', 'owner', 'system'] as const) {
    const found = findRefs(places[origin] ?? {}, accounts, words);
    if (found.links.length + found.problems.length > 0) {
      return named(found, origin);
    }
  }
  return { links: [], problems: [] };
}
