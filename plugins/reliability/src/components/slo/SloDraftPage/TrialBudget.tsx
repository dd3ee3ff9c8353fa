import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { SubSection } from '../SlosView/parts/SubSection';
import { TrialChart } from './TrialChart';
import type { TrialObjective } from './trialPoints';
import { TrialTable } from './TrialTable';

/** The budget of a trial run over time, as a chart or as a table. */
export function TrialBudget({ objective }: { objective: TrialObjective }) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const known = objective.points.some(({ remaining }) => remaining !== null);
  return (
    <SubSection
      title={t('sloDraft.trial.chartTitle')}
      actions={
        known && (
          <SmallButton
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {t('sloDraft.trial.asTable')}
          </SmallButton>
        )
      }
    >
      {!known && (
        <Typography variant="body2" color="textSecondary">
          {t('sloDraft.trial.nothing')}
        </Typography>
      )}
      {known && asTable && <TrialTable objective={objective} />}
      {known && !asTable && <TrialChart objective={objective} />}
      {known && (
        <Typography variant="caption" color="textSecondary" component="p">
          {!asTable && objective.alerts.length > 0
            ? `${t('sloDraft.trial.shaded')} ${t('sloDraft.trial.curve')}`
            : t('sloDraft.trial.curve')}
        </Typography>
      )}
    </SubSection>
  );
}
