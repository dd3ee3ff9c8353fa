import type {
  OncallFindingItem,
  ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  hoursText,
  momentText,
  stretchText,
} from '../../../utils/oncall/times';
import { usePeople } from '../common';

/** The sentences are not told apart when they are asked for, so each gets every word that one of them has. */
const noFacts = {
  coverage: '',
  found: '',
  hours: '',
  inside: '',
  known: '',
  owner: '',
  people: '',
  rotation: '',
  wanted: '',
  when: '',
};

/** What was found and what is wanted, in a sentence. */
export function useFindingWords(
  value: Pick<ServiceOncallResponse, 'rotations' | 'owner' | 'contract'>,
): (finding: OncallFindingItem) => string {
  const { t } = useTranslation();
  const { listOfKeys } = usePeople();
  const { contract, rotations } = value;
  const titleOf = (id: string | null) => {
    const found = rotations.find(rotation => rotation.id === id);
    return found ? `“${found.title}”` : id ?? t('oncall.finding.rotation');
  };
  const owner =
    value.owner?.replace(/^.*\//, '') ?? t('oncall.finding.theOwner');
  return ({ code, rotation, people, evidence }) => {
    const names = listOfKeys(people);
    const { from, to, until, since, team } = evidence;
    const count = (name: string) => Number(evidence[name] ?? 0);
    const say = (facts: Partial<typeof noFacts> = {}) =>
      t(`oncall.finding.evidence.${code}`, { ...noFacts, ...facts });
    switch (code) {
      case 'gap':
        return from && to
          ? say({
              hours: hoursText(count('hours')),
              when: stretchText(String(from), String(to)),
              coverage: t(
                `oncall.gaps.coverage.${contract?.coverage ?? 'none'}`,
              ),
            })
          : t('oncall.finding.evidence.gapBare');
      case 'nobody-now':
        return until
          ? `${say()} ${t('oncall.finding.evidence.nobodyUntil', {
              time: momentText(String(until)),
            })}`
          : say();
      case 'single-person':
        return names
          ? say({ people: names })
          : t('oncall.finding.evidence.single-personBare');
      case 'too-few':
        return say({
          found: t('oncall.finding.people', { count: count('people') }),
          wanted: t('oncall.finding.people', { count: count('wanted') }),
        });
      case 'too-few-levels':
        return say({
          found: t('oncall.finding.levels', { count: count('levels') }),
          wanted: t('oncall.finding.levels', { count: count('wanted') }),
        });
      case 'owner-differs': {
        const known = String(count('known'));
        const inside = String(count('inside'));
        const words = say({ inside, known, owner });
        return team
          ? `${words} ${t('oncall.finding.evidence.team', {
              team: String(team),
            })}`
          : words;
      }
      case 'rotation-stale':
        return since
          ? t('oncall.finding.evidence.staleSince', {
              rotation: titleOf(rotation),
              time: momentText(String(since)),
            })
          : say({ rotation: titleOf(rotation) });
      case 'rotation-missing':
        return say({ rotation: titleOf(rotation) });
      default:
        return say({ people: names, owner });
    }
  };
}
