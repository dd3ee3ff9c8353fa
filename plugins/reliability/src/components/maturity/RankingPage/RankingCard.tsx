import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useOpenService } from '../../../hooks/useOpenService';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  AttentionReasons,
  DimensionBars,
  LevelChip,
  ScoreBar,
  TierChip,
  Trend,
} from '../../common';
import { OutdatedMark } from './OutdatedMark';
import type { RankingRowProps } from './RankingRow';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1),
    minWidth: 0,
    padding: theme.spacing(1.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: '0.8125rem',
    cursor: 'pointer',
  },
  head: { display: 'flex', gap: theme.spacing(1), alignItems: 'baseline' },
  rank: {
    minWidth: '1.25em',
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
  title: { fontWeight: 600, fontSize: '0.9375rem', overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** A service of the ranking as a card. */
export function RankingCard({ service, levels, dimensions }: RankingRowProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const link = useServiceLink()(service.entityRef);
  const open = useOpenService(link);
  return (
    // The link inside is what the keyboard uses.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li className={classes.root} onClick={open}>
      <div className={classes.head}>
        <span className={classes.rank}>{service.rank}</span>
        <Link to={link} className={classes.title}>
          {service.title}
        </Link>
        {service.outdated && <OutdatedMark />}
      </div>
      <div className={classes.line}>
        <LevelChip level={service.level} total={levels} />
        <ScoreBar score={service.score} coverage={service.coverage} />
      </div>
      <div className={classes.line}>
        <TierChip tier={service.tier} />
        {service.owner ? (
          <EntityRefLink entityRef={service.owner} hideIcon disableTooltip />
        ) : (
          <span className={classes.quiet}>{t('ranking.table.noOwner')}</span>
        )}
      </div>
      <div className={classes.line}>
        <DimensionBars names={dimensions} dimensions={service.dimensions} />
        <Trend trend={service.trend} />
      </div>
      {service.attention.length > 0 && (
        <AttentionReasons reasons={service.attention} />
      )}
    </li>
  );
}
