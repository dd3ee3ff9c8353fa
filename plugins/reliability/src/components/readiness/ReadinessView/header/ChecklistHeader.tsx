import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Section } from '../../../maturity/Section';
import { ProgressMeter } from '../../parts';
import type { ChecklistPartProps } from '../types';
import { EarlierReviews } from './EarlierReviews';
import { Forecast } from './Forecast';
import { PhaseSteps } from './PhaseSteps';

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 3),
    marginBottom: theme.spacing(1),
  },
  big: { fontSize: '1.25rem', fontWeight: 600, lineHeight: 1.3 },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& li + li::before': { content: '"·"', margin: theme.spacing(0, 1) },
  },
}));

const counted = [
  'unanswered',
  'notMet',
  'expired',
  'contested',
  'expiring',
] as const;

/** How far the checklist is, what time will do to it, and its phases. */
export function ChecklistHeader(
  props: ChecklistPartProps & { onSaid: (words: string) => void },
) {
  const { checklist } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = counted
    .filter(key => checklist[key] > 0)
    .map(key =>
      t(`readiness.header.${key}`, { number: String(checklist[key]) }),
    );
  return (
    <Section
      title={checklist.title}
      actions={
        <Typography variant="body2" color="textSecondary" component="span">
          {t('readiness.header.assessed', {
            ago: <TimeAgo at={checklist.assessedAt} />,
          })}
        </Typography>
      }
    >
      {checklist.description && <SafeMarkdown text={checklist.description} />}
      <div className={classes.figures}>
        <span className={classes.big}>
          {t('readiness.header.required', {
            met: String(checklist.requiredMet),
            total: String(checklist.requiredTotal),
          })}
        </span>
        <Typography variant="body2" component="span">
          {t('readiness.header.all', {
            met: String(checklist.met),
            total: String(checklist.total),
          })}
        </Typography>
        <Typography variant="body2" component="span">
          <ProgressMeter progress={checklist.progress} width={120} />
        </Typography>
      </div>
      {words.length > 0 && (
        <Typography variant="body2" component="ul" className={classes.counts}>
          {words.map(word => (
            <li key={word}>{word}</li>
          ))}
        </Typography>
      )}
      <Forecast forecast={checklist.forecast} />
      <PhaseSteps {...props} />
      <EarlierReviews checklist={checklist} />
    </Section>
  );
}
