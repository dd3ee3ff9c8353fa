import { makeStyles } from '@material-ui/core/styles';
import type { IncidentFiguresItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { SeverityBlock } from '../common';
import { useTileWords } from './useTileWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 155px), 1fr))',
    gap: theme.spacing(2),
    margin: 0,
  },
  term: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  value: {
    margin: 0,
    fontSize: '1.25rem',
    fontWeight: 600,
    lineHeight: 1.4,
    fontVariantNumeric: 'tabular-nums',
  },
  more: { margin: 0, fontSize: '0.8125rem' },
  levels: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
  level: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
}));

function Tile(props: {
  name: string;
  help?: string;
  value: ReactNode;
  more?: readonly (string | false)[];
  children?: ReactNode;
}) {
  const { name, help, value, more = [], children } = props;
  const classes = useStyles();
  return (
    <div>
      <dt className={classes.term} title={help}>
        {name}
      </dt>
      <dd className={classes.value}>{value}</dd>
      {children && <dd className={classes.more}>{children}</dd>}
      {more.map(
        line =>
          line && (
            <dd key={line} className={classes.more}>
              {line}
            </dd>
          ),
      )}
    </div>
  );
}

/** Counts over a set of incidents, each with what it is made of. */
export function FigureTiles({ figures }: { figures: IncidentFiguresItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useTileWords(figures);
  const { postmortems, followUps } = figures;
  return (
    <dl className={classes.root} aria-label={t('incidentFigures.tiles')}>
      <Tile name={t('incidentFigures.incidents')} value={figures.incidents}>
        <span className={classes.levels}>
          {figures.bySeverity
            .filter(({ incidents }) => incidents > 0)
            .map(({ level, name, incidents }) => (
              <span key={name} className={classes.level}>
                <SeverityBlock level={level} />
                {t('incidentFigures.bySeverity', {
                  name,
                  number: String(incidents),
                })}
              </span>
            ))}
        </span>
      </Tile>
      <Tile
        name={t('incidentFigures.impact')}
        help={t('incidentFigures.impactHelp')}
        value={lengthText(figures.impactMinutes * 60_000)}
        more={words.impact}
      />
      <Tile
        name={t('incidentFigures.repeats')}
        help={t('incidentFigures.repeatsHelp')}
        value={figures.repeats}
      />
      <Tile
        name={t('incidentFigures.pages')}
        value={figures.pages.total}
        more={words.pages}
      />
      <Tile
        name={t('incidentFigures.postmortems')}
        value={
          postmortems.required > 0
            ? `${postmortems.published}/${postmortems.required}`
            : '–'
        }
        more={words.postmortems}
      />
      <Tile
        name={t('incidentFigures.followUps')}
        value={
          followUps.total > 0 ? `${followUps.done}/${followUps.total}` : '–'
        }
        more={words.followUps}
      />
    </dl>
  );
}
