import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ObjectiveEvaluationItem,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../../hooks/useTranslation';
import { shareText } from '../../../../utils/slo/numbers';
import { Detail, Details, TimeAgo } from '../../../common';
import { CodeBlock } from '../../common';
import { Disclosure } from '../parts/Disclosure';
import { Formula } from './Formula';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2) },
  queries: { display: 'grid', gap: theme.spacing(1.5) },
}));

const exact = (iso: string | null) =>
  iso === null
    ? '–'
    : DateTime.fromISO(iso).toLocaleString(DateTime.DATETIME_FULL);

export interface HowComputedProps {
  slo: SloResponse;
  objective: ObjectiveEvaluationItem;
}

/** Everything that a doubted number rests on: formula, window, source, queries, times. */
export function HowComputed({ slo, objective }: HowComputedProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { from, to } = objective.budget.window;
  const { slices } = objective;
  return (
    <Disclosure
      title={t('slo.query.title')}
      summary={
        slo.mode &&
        t('slo.query.summary', {
          mode: t(`slo.query.mode.${slo.mode}`),
          source: slo.source,
        })
      }
    >
      <div className={classes.root}>
        <Formula slo={slo} objective={objective} />
        <Details>
          <Detail label={t('slo.query.window')}>
            {t('slo.query.bounds', { from: exact(from), to: exact(to) })}
          </Detail>
          <Detail label={t('slo.query.evaluated')}>
            {slo.evaluatedAt ? (
              <>
                {exact(slo.evaluatedAt)}, <TimeAgo at={slo.evaluatedAt} />
              </>
            ) : (
              t('slo.query.never')
            )}
          </Detail>
          <Detail label={t('slo.query.coverage')}>
            {slo.coverage === null
              ? t('slo.query.coverageUnknown')
              : t('slo.query.coverageText', {
                  share: shareText(slo.coverage),
                })}
          </Detail>
          {slices && (
            <Detail label={t('slo.query.slices')}>
              {t('slo.query.slicesText', {
                measured: slices.measured.toLocaleString(),
                expected: slices.expected.toLocaleString(),
              })}
            </Detail>
          )}
          <Detail label={t('slo.query.newest')}>
            {slo.newestSampleAt ? (
              <TimeAgo at={slo.newestSampleAt} />
            ) : (
              t('slo.query.newestUnknown')
            )}
          </Detail>
        </Details>
        <div className={classes.queries}>
          {slo.queries.map(query => (
            <CodeBlock
              key={`${query.objective} ${query.role} ${query.written}`}
              wrap
              label={t(
                query.objective ? 'slo.query.writtenOf' : 'slo.query.written',
                {
                  role: t(`slo.query.role.${query.role}`),
                  objective: query.objective ?? '',
                },
              )}
              text={query.written}
            />
          ))}
          {slo.sentQueries.length > 0 && (
            <CodeBlock
              wrap
              label={t('slo.query.sent')}
              text={slo.sentQueries.join('\n\n')}
            />
          )}
        </div>
        <Typography variant="body2" color="textSecondary">
          {t('slo.query.estimates')}
        </Typography>
      </div>
    </Disclosure>
  );
}
