import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { RankingCard } from './RankingCard';
import type { RankingListProps } from './RankingTable';
import { SortSelect } from './SortSelect';

const useStyles = makeStyles(theme => ({
  sort: { padding: theme.spacing(1.5) },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** The ranking on a narrow screen: the same data, one card for each service. */
export function RankingCards(props: RankingListProps) {
  const { services, levels, dimensions, params, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.sort}>
        <SortSelect params={params} onSort={onSort} />
      </div>
      <ul className={classes.list} aria-label={t('ranking.table.caption')}>
        {services.map(service => (
          <RankingCard
            key={service.entityRef}
            service={service}
            levels={levels}
            dimensions={dimensions}
          />
        ))}
      </ul>
    </>
  );
}
