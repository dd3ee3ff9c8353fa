import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../../../hooks/useLinks';
import { useOwnedServices } from '../../../hooks/useOwnedServices';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { LevelCounts, levelCountOf, ServiceList } from '../ServiceList';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1),
    fontFamily: theme.typography.fontFamily,
  },
}));

/** The services of these owners; there is at least one owner. */
export function MyServices({ owners }: { owners: readonly string[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <Async state={useOwnedServices(owners)} dense>
      {({ services, summary }) =>
        services.items.length > 0 ? (
          <div className={classes.root}>
            <LevelCounts summary={summary} />
            <ServiceList
              label={t('home.title')}
              services={services.items}
              levelCount={levelCountOf(summary)}
            />
            <Typography variant="body2">
              <Link to={links.ranking({ owner: owners })}>
                {t('home.all', { count: services.totalItems })}
              </Link>
            </Typography>
          </div>
        ) : (
          <StateMessage
            title={t('home.empty')}
            action={<Link to={links.ranking()}>{t('home.ranking')}</Link>}
            dense
          >
            {t('home.emptyText')}
          </StateMessage>
        )
      }
    </Async>
  );
}
