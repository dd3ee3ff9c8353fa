import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityRiskEditPermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useListAddress } from '../../../hooks/useListAddress';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { SmallButton } from '../../common';
import { ScrollRegion } from '../ScrollRegion';
import { Section } from '../Section';
import {
  formatRiskParams,
  parseRiskParams,
  risksQueryOf,
} from './risks/riskAddress';
import { RiskDialog } from './risks/RiskDialog';
import { RiskFilters } from './risks/RiskFilters';
import { RiskList } from './risks/RiskList';
import { RiskMatrix } from './risks/RiskMatrix';

const how = { parse: parseRiskParams, format: formatRiskParams };

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  refreshing: { opacity: 0.6 },
}));

/** The register of risks: what failing checks mean, and what people wrote down. */
export function RisksPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useListAddress(how);
  const { params, change } = address;
  const state = useRoute('listRisks', { query: risksQueryOf(params) });
  const { allowed } = usePermission({
    permission: reliabilityRiskEditPermission,
  });
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const written = (sentence: string) => {
    setWriting(false);
    setSaid(sentence);
    if (state.kind === 'ready') state.reload();
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('kpis.risks.intro')}
      </Typography>
      <RiskFilters
        address={address}
        counts={state.kind === 'ready' ? state.value.counts : undefined}
      />
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Async state={state}>
        {(page, refreshing) => (
          <div
            className={
              refreshing
                ? `${classes.root} ${classes.refreshing}`
                : classes.root
            }
            aria-busy={refreshing}
          >
            <Section title={t('kpis.risks.matrix.title')}>
              <ScrollRegion label={t('kpis.risks.matrix.title')}>
                <RiskMatrix
                  matrix={page.matrix}
                  chosen={params}
                  onChoose={change}
                />
              </ScrollRegion>
            </Section>
            <Section
              title={t('kpis.risks.results', { count: page.totalItems })}
              actions={
                allowed && (
                  <SmallButton onClick={() => setWriting(true)}>
                    {t('kpis.risks.write')}
                  </SmallButton>
                )
              }
            >
              <RiskList
                page={page}
                address={address}
                mayEdit={allowed}
                onWritten={written}
              />
            </Section>
          </div>
        )}
      </Async>
      {writing && (
        <RiskDialog onWritten={written} onClose={() => setWriting(false)} />
      )}
    </div>
  );
}
