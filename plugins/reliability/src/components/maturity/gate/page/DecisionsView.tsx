import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import NoneIcon from '@material-ui/icons/Inbox';
import { useListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  formatGateParams,
  gateQueryOf,
  isGateFiltered,
  parseGateParams,
} from '../../../../utils/gateParams';
import { Async, StateMessage } from '../../../async';
import { ListPager } from '../../../common';
import { DecisionFilters } from './DecisionFilters';
import { DecisionTable } from './DecisionTable';

const useStyles = makeStyles({ refreshing: { opacity: 0.6 } });

const format = { parse: parseGateParams, format: formatGateParams };

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      icon={<NoneIcon />}
      title={t(filtered ? 'gate.page.noMatch' : 'gate.page.none')}
    >
      {t(filtered ? 'gate.page.noMatchText' : 'gate.page.noneText')}
    </StateMessage>
  );
}

/** Decisions that were recorded; filters and page live in the address. */
export function DecisionsView() {
  const classes = useStyles();
  const address = useListAddress(format);
  const { params, change } = address;
  const state = useRoute('listGateDecisions', { query: gateQueryOf(params) });
  return (
    <>
      <DecisionFilters address={address} />
      <Async state={state}>
        {(page, refreshing) =>
          page.totalItems === 0 ? (
            <Nothing filtered={isGateFiltered(params)} />
          ) : (
            <Paper
              variant="outlined"
              aria-busy={refreshing}
              className={refreshing ? classes.refreshing : undefined}
            >
              <DecisionTable
                decisions={page.items}
                onService={service => change({ service })}
              />
              <ListPager page={page} address={address} />
            </Paper>
          )
        }
      </Async>
    </>
  );
}
