import Typography from '@material-ui/core/Typography';
import type { MoversResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useMovers } from '../../../../hooks/rollups/useMoreOf';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { rollupFilterOf } from '../../../../utils/rollups/rollupParams';
import { Async, StateMessage } from '../../../async';
import { Section } from '../../Section';
import { MoversChoices } from './MoversChoices';
import { MoversTable } from './MoversTable';

function useCounts() {
  const { t } = useTranslation();
  return ({ since, up, down, same, added }: MoversResponse): string =>
    [
      t('rollups.movers.since', { date: dayText(since ?? '') }),
      t('rollups.movers.up', { count: up }),
      t('rollups.movers.down', { count: down }),
      t('rollups.movers.same', { count: same }),
      added > 0 && t('rollups.movers.added', { count: added }),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The services whose score changed most. */
export function MoversSection({ address }: { address: RollupAddress }) {
  const { params } = address;
  const { t } = useTranslation();
  const counts = useCounts();
  const { first, items, ...more } = useMovers({
    ...rollupFilterOf(params),
    days: params.days,
    direction: params.direction,
  });
  return (
    <Section
      title={t('rollups.movers.title')}
      actions={<MoversChoices address={address} />}
    >
      <Async state={first}>
        {movers =>
          movers.since === null ? (
            <StateMessage title={t('rollups.movers.noPast')} dense>
              {t('rollups.movers.noPastText')}
            </StateMessage>
          ) : (
            <>
              <Typography variant="body2" gutterBottom>
                {counts(movers)}
              </Typography>
              {items.length === 0 ? (
                <Typography variant="body2">
                  {t('rollups.movers.none')}
                </Typography>
              ) : (
                <MoversTable
                  items={items}
                  levels={movers.levels}
                  since={movers.since}
                  more={more}
                />
              )}
            </>
          )
        }
      </Async>
    </Section>
  );
}
