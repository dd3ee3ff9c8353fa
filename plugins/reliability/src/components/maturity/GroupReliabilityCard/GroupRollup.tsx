import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { rootRouteRef } from '../../../routes';
import { Async } from '../../async';
import { ScoreBar, Trend } from '../../common';
import { Radar } from '../rollups/radar/Radar';
import { useGroupText } from '../rollups/groups/useGroupText';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontFamily: theme.typography.fontFamily,
  },
  more: { marginTop: theme.spacing(1.5) },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(1),
  },
}));

/** What the services of a group come to, weighted by tier, by dimension beside all services. */
export function GroupRollup({ owner }: { owner: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const root = useRouteRef(rootRouteRef)();
  const name = useGroupText('owner', { key: owner, name: owner });
  const state = useRoute(
    'listRollups',
    { query: { by: 'owner', group: [owner], limit: 1 } },
    owner,
  );
  return (
    <Async state={state} dense>
      {({ items, whole, dimensions }) => {
        const [group] = items;
        if (!group) return null;
        const { own, nested } = group;
        const all = nested.services > (own?.services ?? 0);
        return (
          <div className={classes.root}>
            <Typography
              variant="body2"
              component="div"
              className={classes.line}
            >
              <span>{t(all ? 'rollups.card.nested' : 'rollups.card.own')}</span>
              {all && (
                <span>
                  {t('rollups.card.summary', { count: nested.services })}
                </span>
              )}
              <ScoreBar score={nested.score} coverage={nested.coverage} />
              <Trend trend={nested.trend} />
            </Typography>
            <Radar
              stacked
              dimensions={dimensions}
              series={[
                { name: t('rollups.card.whole'), figures: whole },
                { name, figures: nested },
              ]}
            />
            <div className={classes.more}>
              <Link to={`${root}/programme/teams`}>
                {t('rollups.card.all')}
              </Link>
            </div>
          </div>
        );
      }}
    </Async>
  );
}
