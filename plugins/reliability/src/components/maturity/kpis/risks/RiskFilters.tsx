import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  riskStateSchema,
  type ListRisksResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { TextFilter } from '../../../common/filters';
import { ScopeFilters } from '../ScopeFilters';
import { wholeNumber } from '../../../../utils/wholeNumber';
import {
  isRiskFiltered,
  riskKinds,
  RiskParams,
  withoutRiskFilters,
} from './riskAddress';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
  group: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  clear: { textTransform: 'none' },
}));

/** What narrows the register. */
export function RiskFilters(props: {
  address: ListAddress<RiskParams>;
  counts?: ListRisksResponse['counts'];
}) {
  const { address, counts } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <section className={classes.root} aria-label={t('kpis.risks.filters')}>
      <TextFilter
        value={params.q}
        onChange={change}
        label={t('kpis.risks.search')}
        placeholder={t('kpis.risks.searchPlaceholder')}
      />
      <div
        className={classes.group}
        role="group"
        aria-label={t('kpis.risks.kinds.label')}
      >
        {riskKinds.map(kind => (
          <SmallButton
            key={kind}
            aria-pressed={params.kind === kind}
            onClick={() => change({ kind })}
          >
            {t(`kpis.risks.kinds.${kind}`)}
          </SmallButton>
        ))}
      </div>
      <div
        className={classes.group}
        role="group"
        aria-label={t('kpis.risks.stateLabel')}
      >
        {riskStateSchema.options.map(state => (
          <SmallButton
            key={state}
            aria-pressed={params.state.includes(state)}
            onClick={() =>
              change({
                state: params.state.includes(state)
                  ? params.state.filter(each => each !== state)
                  : [...params.state, state],
              })
            }
          >
            {t(`kpis.risks.states.${state}`)}
          </SmallButton>
        ))}
        <SmallButton
          aria-pressed={params.overdue}
          onClick={() => change({ overdue: !params.overdue })}
        >
          {t('kpis.risks.late', { number: wholeNumber(counts?.overdue ?? 0) })}
        </SmallButton>
      </div>
      <ScopeFilters params={params} onChange={change} />
      {isRiskFiltered(params) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() => change(withoutRiskFilters)}
        >
          {t('kpis.clear')}
        </Button>
      )}
    </section>
  );
}
