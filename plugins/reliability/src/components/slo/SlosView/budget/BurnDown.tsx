import Typography from '@material-ui/core/Typography';
import type {
  ObjectiveEvaluationItem,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useSloHistory } from '../../../../hooks/slo/useSloHistory';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { SmallButton } from '../../../common';
import { SubSection } from '../parts/SubSection';
import { BurnDownChart } from './BurnDownChart';
import { burnDownPoints } from './burnDownPoints';
import { BurnDownTable } from './BurnDownTable';
import { Outlook } from './Outlook';

export interface BurnDownProps {
  slo: SloResponse;
  objective: ObjectiveEvaluationItem;
  /** Whether it is the objective that the outlook is about. */
  headline: boolean;
}

/** How the budget came to be what it is, day by day, as a chart or as a table, and what comes next. */
export function BurnDown({ slo, objective, headline }: BurnDownProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const version = `${slo.corrections.map(({ id }) => id)} ${slo.evaluatedAt}`;
  const state = useSloHistory(slo.id, objective.id, version);
  return (
    <SubSection
      title={t('slo.history.title')}
      actions={
        <SmallButton
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t('slo.history.asTable')}
        </SmallButton>
      }
    >
      <Async state={state} dense>
        {history => {
          if (history.items.length === 0) {
            return (
              <Typography variant="body2" color="textSecondary">
                {t('slo.history.empty')}
              </Typography>
            );
          }
          return asTable ? (
            <BurnDownTable history={history} target={objective.target} />
          ) : (
            <BurnDownChart
              points={burnDownPoints(history, objective, slo.evaluatedAt)}
              timeZone={history.timeZone}
              window={objective.budget.window}
            />
          );
        }}
      </Async>
      {headline && <Outlook slo={slo} />}
    </SubSection>
  );
}
