import { makeStyles } from '@material-ui/core/styles';
import type { PromiseSummary } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { targetText } from '../../../utils/slo/numbers';
import { PromiseVerdictMark } from './PromiseVerdictMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
  },
}));

/** What is promised and what is allowed, in words. */
function usePromiseWords() {
  const { t } = useTranslation();
  return (promise: PromiseSummary): string[] => {
    const { verdict, unknown, promised, promisedBy, upperBound } = promise;
    if (promised === null) return [t('promises.promise.noPromise')];
    const by = promisedBy === 'tier' ? 'promisesTier' : 'promises';
    const first = t(`promises.promise.${by}`, {
      promised: targetText(promised),
    });
    const allowed = targetText(promise.allowed ?? 0);
    if (unknown === 'no-dependencies') {
      return [first, t('promises.promise.noDependencies')];
    }
    if (verdict === 'unknown') {
      const known = promise.allowed !== null;
      return [
        first,
        known
          ? t('promises.promise.withoutSloBound', { allowed })
          : t('promises.promise.withoutSlo'),
      ];
    }
    const how = verdict === 'broken' && upperBound ? 'brokenBound' : verdict;
    return [first, t(`promises.promise.${how}`, { allowed })];
  };
}

/** The verdict on a promise, and why. */
export function PromiseSentence({ promise }: { promise: PromiseSummary }) {
  const classes = useStyles();
  const words = usePromiseWords();
  return (
    <div className={classes.root}>
      <PromiseVerdictMark verdict={promise.verdict} />
      <span>{words(promise).join(' ')}</span>
    </div>
  );
}
