import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import { useDataProblems } from '../../../hooks/useDataProblems';
import { useRankingParams } from '../../../hooks/useRankingParams';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { ListPager } from '../../common';
import { DataProblemsTable } from './DataProblemsTable';

const useStyles = makeStyles(theme => ({
  intro: {
    maxWidth: '80ch',
    marginBottom: theme.spacing(2),
  },
  paper: {
    ...theme.typography.body2,
    position: 'relative',
    overflow: 'hidden',
  },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
}));

/** What the catalog says about services and could not be used, and what to do about it. */
export function DataProblemsPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  // Of the address only the page is used; the two lists page alike.
  const address = useRankingParams();
  const { limit, cursor } = address.params;
  const problems = useDataProblems({ limit, cursor });
  return (
    <Async state={problems}>
      {(page, refreshing) =>
        page.totalItems === 0 ? (
          <StateMessage icon={<CheckIcon />} title={t('problems.none')}>
            {t('problems.noneText')}
          </StateMessage>
        ) : (
          <>
            <Typography variant="body2" className={classes.intro}>
              {t('problems.intro')}
            </Typography>
            <Paper
              variant="outlined"
              className={classes.paper}
              aria-busy={refreshing}
            >
              {refreshing && (
                <LinearProgress
                  className={classes.progress}
                  aria-label={t('common.refreshing')}
                />
              )}
              <DataProblemsTable problems={page.items} />
              <ListPager page={page} address={address} />
            </Paper>
          </>
        )
      }
    </Async>
  );
}
