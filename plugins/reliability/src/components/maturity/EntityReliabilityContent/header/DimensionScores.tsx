import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { COMPUTED_ANCHOR } from '../../../../utils/anchors';
import { points } from '../../../../utils/points';
import { KnownBar, visuallyHidden } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 3),
    marginTop: theme.spacing(1.5),
  },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: 6 },
  name: {
    color: theme.palette.text.secondary,
    '&::first-letter': { textTransform: 'uppercase' },
  },
  score: { fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
  hidden: visuallyHidden,
}));

type Dimension = Report['dimensions'][string];

function DimensionScore(props: { name: string; dimension: Dimension }) {
  const { name, dimension } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { score, coverage } = dimension;
  const words =
    coverage > 0
      ? t('common.score.label', {
          score: String(points(score)),
          coverage: String(points(coverage)),
        })
      : t('common.score.nothingLabel');
  return (
    <Typography
      variant="body2"
      component="li"
      className={classes.item}
      title={words}
    >
      <span className={classes.name}>{name}</span>
      <span className={classes.hidden}>{words}</span>
      <span aria-hidden="true">
        <KnownBar score={score} coverage={coverage} width={40} height={6} />
      </span>
      <span aria-hidden="true" className={classes.score}>
        {coverage > 0 ? points(score) : '–'}
      </span>
    </Typography>
  );
}

/** The score by dimension: where the points are, and where they are missing. */
export function DimensionScores({ report }: { report: Report }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const dimensions = Object.entries(report.dimensions);
  return (
    <div className={classes.root}>
      {dimensions.length > 0 && (
        <ul className={classes.list} aria-label={t('entity.header.dimensions')}>
          {dimensions.map(([name, dimension]) => (
            <DimensionScore key={name} name={name} dimension={dimension} />
          ))}
        </ul>
      )}
      <Typography variant="body2" component="span">
        <Link to={links.standardsAt(COMPUTED_ANCHOR)}>
          {t('entity.header.computed')}
        </Link>
      </Typography>
    </div>
  );
}
