import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { LevelGlyph, ScoreBar } from '../../../common';
import { Section } from '../../Section';
import { AttentionList } from './AttentionList';
import { DimensionScores } from './DimensionScores';
import { Freshness } from './Freshness';
import { HandoverLink } from './HandoverLink';
import { OutdatedNotice } from './OutdatedNotice';
import { RefreshButton } from './RefreshButton';
import { ScorecardPicker } from './ScorecardPicker';
import { TierActions } from './TierActions';
import { TierField } from './TierField';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'auto auto auto minmax(180px, 1fr)',
    gap: theme.spacing(2, 6),
    margin: 0,
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr 1fr' },
    [theme.breakpoints.down('xs')]: { gridAutoFlow: 'dense' },
  },
  figure: { minWidth: 0 },
  wide: { [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' } },
  value: { margin: 0, minHeight: 40, fontVariantNumeric: 'tabular-nums' },
  big: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontSize: '1.5rem',
    lineHeight: 1.25,
    fontWeight: 600,
  },
  tier: { paddingTop: theme.spacing(1) },
  tierLabel: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    height: 20,
  },
}));

function Figure(props: {
  label: string;
  action?: ReactNode;
  className?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={`${classes.figure} ${props.wide ? classes.wide : ''}`}>
      <Typography
        variant="body2"
        color="textSecondary"
        component="dt"
        className={classes.tierLabel}
      >
        {props.label}
        {props.action}
      </Typography>
      <dd className={`${classes.value} ${props.className ?? ''}`}>
        {props.children}
      </dd>
    </div>
  );
}

export interface ServiceHeaderProps {
  service: ServiceResponse;
  report: Report;
  onChoose: (scorecard: string) => void;
  onChanged: (service: ServiceResponse) => void;
  refreshing: boolean;
  onRefresh: () => void;
}

/** The five-second answer: level, score, rank and tier, how fresh they are, and what is wrong. */
export function ServiceHeader(props: ServiceHeaderProps) {
  const { service, report, onChoose, onChanged, refreshing, onRefresh } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { level, levels } = report;
  return (
    <Section
      // With several scorecards the picker names the one that is shown.
      title={
        service.reports.length > 1
          ? t('entity.header.title')
          : report.scorecard.title
      }
      actions={
        <div className={classes.actions}>
          <ScorecardPicker
            reports={service.reports}
            chosen={report.scorecard.id}
            onChoose={onChoose}
          />
          <Freshness
            assessedAt={report.assessedAt}
            catalogCheckedAt={service.catalogCheckedAt}
          />
          <HandoverLink entityRef={service.entityRef} />
          <RefreshButton busy={refreshing} onClick={onRefresh} />
        </div>
      }
    >
      {report.outdated && <OutdatedNotice />}
      <dl className={classes.figures}>
        <Figure label={t('entity.header.level')} className={classes.big}>
          <LevelGlyph index={level.index} total={levels.length} />
          {level.index < 0 ? t('common.level.none') : level.name}
        </Figure>
        <Figure label={t('entity.header.score')} wide>
          <ScoreBar
            score={report.score}
            coverage={report.coverage}
            size="large"
          />
        </Figure>
        <Figure label={t('entity.header.rank')} className={classes.big}>
          {t('entity.header.rankOf', {
            rank: String(report.rank),
            total: String(report.rankedTotal),
          })}
        </Figure>
        <Figure
          label={t('entity.header.tier')}
          className={classes.tier}
          wide
          action={<TierActions service={service} onChanged={onChanged} />}
        >
          <TierField tier={service.tier} />
        </Figure>
      </dl>
      <DimensionScores report={report} />
      <AttentionList service={service} report={report} />
    </Section>
  );
}
