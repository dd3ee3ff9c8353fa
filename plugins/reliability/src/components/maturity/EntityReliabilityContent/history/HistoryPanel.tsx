import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceHistory } from '../../../../hooks/useServiceHistory';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, errorText } from '../../../async';
import { CompareDays } from '../../changes/CompareDays';
import { Section } from '../../Section';
import { HistoryChart } from './HistoryChart';
import { HistoryList } from './HistoryList';
import { HistoryTable } from './HistoryTable';

const useStyles = makeStyles(theme => ({
  table: { marginTop: theme.spacing(2) },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1.5),
  },
}));

/** How level and score came to be what they are. */
export function HistoryPanel(props: { entityRef: string; report: Report }) {
  const { entityRef, report } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const { first, items, hasOlder, loadOlder, olderState } = useServiceHistory(
    entityRef,
    report.scorecard.id,
    report.assessedAt,
  );
  return (
    <Section title={t('history.title')}>
      <Async state={first} dense>
        {({ daily, totalItems, items: firstPage }) =>
          items.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              {t('history.empty')}
            </Typography>
          ) : (
            <>
              <HistoryChart
                daily={daily}
                items={items}
                levelCount={report.levels.length}
              />
              <div className={classes.table}>
                {narrow ? (
                  <HistoryList items={items} />
                ) : (
                  <HistoryTable items={items} />
                )}
              </div>
              <div className={classes.foot}>
                {hasOlder && (
                  <Button
                    size="small"
                    variant="outlined"
                    aria-disabled={olderState.kind === 'running'}
                    onClick={loadOlder}
                  >
                    {t('history.older')}
                  </Button>
                )}
                <Typography variant="body2" color="textSecondary" role="status">
                  {olderState.kind === 'failed'
                    ? t('history.olderFailed', {
                        message: errorText(olderState.error),
                      })
                    : (hasOlder || items.length > firstPage.length) &&
                      t('history.shown', {
                        shown: String(items.length),
                        total: String(totalItems),
                      })}
                </Typography>
              </div>
            </>
          )
        }
      </Async>
      <CompareDays entityRef={entityRef} scorecard={report.scorecard.id} />
    </Section>
  );
}
