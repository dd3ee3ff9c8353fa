import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NoneIcon from '@material-ui/icons/VerifiedUserOutlined';
import type {
  GateWaiverItem,
  ListGateWaiversResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useMorePages } from '../../../../hooks/useMorePages';
import { useCall } from '../../../../hooks/useCall';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, StateMessage } from '../../../async';
import { SmallButton } from '../../../common';
import { ShowMore } from '../../../incidents/parts';
import { WaiverTable } from './WaiverTable';

const useStyles = makeStyles(theme => ({
  intro: { maxWidth: '80ch' },
  choice: { display: 'flex', gap: theme.spacing(0.5) },
}));

const states = ['in-force', 'all'] as const;

/** Waivers, those in force unless all are asked for. */
export function WaiversView() {
  const classes = useStyles();
  const { t } = useTranslation();
  const call = useCall();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'all' ? 'all' : 'in-force';
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      call(
        'listGateWaivers',
        { query: { state, ...(cursor && { cursor }) } },
        { signal },
      ),
    [call, state],
  );
  const { first, items, hasMore, loadMore, moreState } = useMorePages<
    GateWaiverItem,
    ListGateWaiversResponse
  >(load, state);
  const choose = (chosen: (typeof states)[number]) => {
    const next = new URLSearchParams(search);
    if (chosen === 'all') next.set('state', 'all');
    else next.delete('state');
    setSearch(next);
  };
  return (
    <>
      <Typography variant="body2" className={classes.intro}>
        {t('gate.waiverList.intro')}
      </Typography>
      <div
        role="group"
        className={classes.choice}
        aria-label={t('gate.waiverList.choose')}
      >
        {states.map(each => (
          <SmallButton
            key={each}
            aria-pressed={each === state}
            onClick={() => choose(each)}
          >
            {t(`gate.waiverList.${each === 'all' ? 'all' : 'inForce'}`)}
          </SmallButton>
        ))}
      </div>
      <Async state={first}>
        {() =>
          items.length === 0 ? (
            <StateMessage
              icon={<NoneIcon />}
              title={t(
                `gate.waiverList.${state === 'all' ? 'noneEver' : 'none'}`,
              )}
            >
              {t('gate.waiverList.noneText')}
            </StateMessage>
          ) : (
            <Paper variant="outlined">
              <WaiverTable waivers={items} />
            </Paper>
          )
        }
      </Async>
      <ShowMore hasMore={hasMore} state={moreState} onMore={loadMore} />
    </>
  );
}
