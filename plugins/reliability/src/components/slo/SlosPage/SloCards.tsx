import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { groupsOf } from './groups';
import { SloListCard } from './SloListCard';
import { SloSort } from './SloSort';
import type { SloListProps } from './SloTable';

const useStyles = makeStyles(theme => ({
  sort: {
    padding: theme.spacing(1.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  group: {
    margin: 0,
    padding: theme.spacing(1.5, 2, 0),
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
}));

/** The SLOs on a narrow screen: the same data, one card for each. */
export function SloCards({ slos, params, onSort }: SloListProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const grouped = params.orderBy === 'worst';
  const groups = grouped ? groupsOf(slos) : [{ known: true, slos }];
  const headed = groups.length > 1 || !groups[0].known;
  return (
    <>
      <div className={classes.sort}>
        <SloSort params={params} onSort={onSort} />
      </div>
      {groups.map(group => {
        const title = t(group.known ? 'slos.list.known' : 'slos.list.notKnown');
        return (
          <div key={String(group.known)}>
            {headed && <p className={classes.group}>{title}</p>}
            <ul
              className={classes.list}
              aria-label={
                headed
                  ? `${t('slos.list.caption')}, ${title}`
                  : t('slos.list.caption')
              }
            >
              {group.slos.map(slo => (
                <SloListCard key={slo.id} slo={slo} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
