import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListScoreChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { wholeNumber } from '../../../utils/wholeNumber';

const useStyles = makeStyles({
  root: { fontSize: '1.125rem', lineHeight: 1.5, maxWidth: '80ch' },
});

type Moves = ListScoreChangesResponse['levels']['lost'];

const parts = ['service', 'rule', 'data', 'unexplained'] as const;

/** The whole answer in a sentence: how many lost and gained a level, and why. */
export function ChangeSentence({
  levels,
}: Pick<ListScoreChangesResponse, 'levels'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const reasons = (moves: Moves) =>
    parts
      .filter(part => moves[part] > 0)
      .sort((a, b) => moves[b] - moves[a])
      .map(part =>
        t(`changes.sentence.because.${part}`, {
          number: wholeNumber(moves[part]),
        }),
      )
      .join(', ');
  const { lost, gained } = levels;
  const first =
    lost.total === 0
      ? t('changes.sentence.noneLost')
      : `${t('changes.sentence.lost', { count: lost.total })}: ${reasons(
          lost,
        )}`;
  const second =
    gained.total === 0
      ? t('changes.sentence.noneGained')
      : `${t('changes.sentence.gained', { count: gained.total })}: ${reasons(
          gained,
        )}`;
  return (
    <Typography className={classes.root}>{`${first}; ${second}.`}</Typography>
  );
}
