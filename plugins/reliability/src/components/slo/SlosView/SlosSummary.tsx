import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  SLO_STATUSES,
  type ServiceSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { targetText } from '../../../utils/slo/numbers';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { SloFlags, SloStatusMark } from '../common';
import { wholeNumber } from '../../../utils/wholeNumber';
import { SloFiles } from './files/SloFiles';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  try: { fontSize: '0.8125rem', lineHeight: '28px' },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& li': {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontSize: '0.875rem',
    },
  },
  tier: { marginTop: theme.spacing(1) },
  files: { marginTop: theme.spacing(2) },
}));

export interface SlosSummaryProps {
  value: ServiceSlosResponse;
  refreshing: boolean;
  onReload: () => void;
}

/** Flags that cast doubt on a status; those that do so are counted apart. */
const doubts = ['provisional', 'stale'] as const;

function countsOf(slos: ServiceSlosResponse['slos']) {
  return SLO_STATUSES.flatMap(status =>
    [[], ...doubts.map(doubt => [doubt])].map(flags => ({
      status,
      flags,
      count: slos.filter(
        slo =>
          slo.status === status &&
          doubts.find(doubt => slo.flags.includes(doubt)) === flags[0],
      ).length,
    })),
  ).filter(({ count }) => count > 0);
}

/** How the SLOs of a service stand in one line, and what its tier asks of them. */
export function SlosSummary(props: SlosSummaryProps) {
  const { value, refreshing, onReload } = props;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const [showFiles, setShowFiles] = useState(false);
  const filesId = useId();
  const counts = countsOf(value.slos);
  return (
    <Section
      title={t('slo.tab.title', { count: value.slos.length })}
      actions={
        <div className={classes.actions}>
          {value.slos.some(({ hasRules }) => hasRules) && (
            <SmallButton
              aria-expanded={showFiles}
              aria-controls={filesId}
              onClick={() => setShowFiles(!showFiles)}
            >
              {t('slo.tab.allRules')}
            </SmallButton>
          )}
          <Link to={links.sloDraft(value.entityRef)} className={classes.try}>
            {t('slo.tab.try')}
          </Link>
          <SmallButton onClick={onReload} aria-disabled={refreshing}>
            {t(refreshing ? 'slo.tab.reloading' : 'slo.tab.reload')}
          </SmallButton>
        </div>
      }
    >
      {counts.length > 0 && (
        <ul className={classes.counts} aria-label={t('slo.tab.counts')}>
          {counts.map(({ status, flags, count }) => (
            <li key={`${status} ${flags}`}>
              {wholeNumber(count)}{' '}
              <SloStatusMark status={status} flags={flags} />
              <SloFlags flags={flags} />
            </li>
          ))}
        </ul>
      )}
      <Typography variant="body2" className={classes.tier}>
        {value.tierTarget === null
          ? t('slo.tab.tierNone', { tier: value.tier.name })
          : t('slo.tab.tier', {
              tier: value.tier.name,
              target: targetText(value.tierTarget),
            })}
      </Typography>
      <div id={filesId} hidden={!showFiles} className={classes.files}>
        {showFiles && (
          <SloFiles
            subject={{ entityRef: value.entityRef }}
            fileName={value.entityRef.replace(/^.*\//, '')}
            rules
          />
        )}
      </div>
    </Section>
  );
}
