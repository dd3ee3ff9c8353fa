import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { isMissedNow } from '../../../utils/oncall/isMissedNow';
import { CoverMark, FindingMark, HiddenNames, LevelsNow } from '../common';
import { useFindingWords } from '../OncallView/useFindingWords';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  finding: { overflowWrap: 'anywhere' },
  more: { color: theme.palette.text.secondary },
}));

/** The first level and the worst doubt. */
export function OncallSummary({ value }: { value: ServiceOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const wordsOf = useFindingWords(value);
  const { cover, findings, rotations, at } = value;
  const [worst] = findings;
  if (rotations.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('oncall.card.none')}
      </Typography>
    );
  }
  return (
    <div className={classes.root}>
      <CoverMark state={cover.state} unwanted={!isMissedNow(value)} />
      {cover.levels.length > 0 && (
        <LevelsNow levels={cover.levels.slice(0, 1)} at={at} contacts />
      )}
      {worst && (
        <div className={classes.finding}>
          <FindingMark code={worst.code} severity={worst.severity} strong />
          <div>{wordsOf(worst)}</div>
          {findings.length > 1 && (
            <div className={classes.more}>
              {t('oncall.card.more', { count: findings.length - 1 })}
            </div>
          )}
        </div>
      )}
      {value.namesHidden && <HiddenNames />}
    </div>
  );
}
