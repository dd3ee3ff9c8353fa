import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import FilterIcon from '@material-ui/icons/FilterList';
import type { ListRisksResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useTranslation } from '../../../../hooks/useTranslation';
import { StateMessage } from '../../../async';
import { ListPager } from '../../../common';
import { isRiskFiltered, RiskParams, withoutRiskFilters } from './riskAddress';
import { RiskActions } from './RiskActions';
import { RiskRow } from './RiskRow';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > :first-child': { borderTop: 0 },
  },
});

/** One page of the register. */
export function RiskList(props: {
  page: ListRisksResponse;
  address: ListAddress<RiskParams>;
  mayEdit: boolean;
  onWritten: (sentence: string) => void;
}) {
  const { page, address, mayEdit, onWritten } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  if (page.items.length === 0) {
    return isRiskFiltered(params) ? (
      <StateMessage
        icon={<FilterIcon />}
        title={t('kpis.risks.noMatch')}
        action={
          <Button
            size="small"
            variant="outlined"
            onClick={() => change(withoutRiskFilters)}
          >
            {t('kpis.clear')}
          </Button>
        }
      >
        {t('kpis.risks.noMatchText')}
      </StateMessage>
    ) : (
      <StateMessage icon={<DoneIcon />} title={t('kpis.risks.none')}>
        {t('kpis.risks.noneText')}
      </StateMessage>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={t('kpis.risks.list')}>
        {page.items.map(risk => (
          <RiskRow
            key={`${risk.kind} ${risk.id}`}
            risk={risk}
            actions={
              mayEdit && <RiskActions risk={risk} onWritten={onWritten} />
            }
          />
        ))}
      </ul>
      <ListPager page={page} address={address} />
    </>
  );
}
