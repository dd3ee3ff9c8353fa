import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { LevelChip, ScoreBar, Trend } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    containerType: 'inline-size',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 108px 168px 44px',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
    '@container (max-width: 520px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
    },
  },
  name: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@container (max-width: 520px)': { gridColumn: '1 / -1' },
  },
  needs: { color: theme.palette.text.secondary },
  level: { minWidth: 0, '@container (max-width: 520px)': { gridRow: 2 } },
  score: { '@container (max-width: 520px)': { gridRow: 2 } },
  trend: {
    textAlign: 'right',
    '@container (max-width: 520px)': { display: 'none' },
  },
}));

/** What the service needs, in a few words: the first reason to look at it, else what does not pass. */
function useNeeds() {
  const { t } = useTranslation();
  return ({ attention, dimensions }: RankedServiceItem): string => {
    if (attention.length > 0) return attention[0].text;
    const count = (kind: 'failing' | 'unknown') =>
      Object.values(dimensions).reduce((sum, entry) => sum + entry[kind], 0);
    const [failing, unknown] = [count('failing'), count('unknown')];
    const words = [
      failing > 0 && t('group.failing', { count: failing }),
      unknown > 0 && t('group.unknown', { count: unknown }),
    ].filter(Boolean);
    return words.length > 0 ? words.join(', ') : t('group.nothing');
  };
}

/** A handful of services: name, what each needs, level, score and trend. */
export function ServiceList(props: {
  label: string;
  services: readonly RankedServiceItem[];
  levelCount: number;
}) {
  const { label, services, levelCount } = props;
  const classes = useStyles();
  const serviceLink = useServiceLink();
  const needs = useNeeds();
  return (
    <ul className={classes.root} aria-label={label}>
      {services.map(service => (
        <Typography
          key={service.entityRef}
          variant="body2"
          component="li"
          className={classes.row}
        >
          <div className={classes.name}>
            <Link to={serviceLink(service.entityRef)}>{service.title}</Link>
            <div className={classes.needs}>{needs(service)}</div>
          </div>
          <div className={classes.level}>
            <LevelChip level={service.level} total={levelCount} />
          </div>
          <div className={classes.score}>
            <ScoreBar score={service.score} coverage={service.coverage} />
          </div>
          <div className={classes.trend}>
            <Trend trend={service.trend} />
          </div>
        </Typography>
      ))}
    </ul>
  );
}
