import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  TierHonestyItem,
  TierHonestyResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, type ReactNode } from 'react';
import { useMorePages } from '../../../hooks/useMorePages';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { ExportButton } from '../../common';
import { Section } from '../Section';
import { PromiseList } from './PromiseList';
import { promiseFilterOf, type PromiseAddress } from './promiseAddress';

const useStyles = makeStyles(theme => ({
  help: { maxWidth: '80ch', marginBottom: theme.spacing(1.5) },
}));

const PAGE = 20;

/** Services whose tier does not fit the graph, or the evidence. */
export function HonestySection(props: {
  kind: 'inversion' | 'proposal';
  address: PromiseAddress;
  row: (item: TierHonestyItem) => ReactNode;
}) {
  const { kind, address, row } = props;
  const classes = useStyles();
  const call = useCall();
  const { t } = useTranslation();
  const query = { kind, ...promiseFilterOf(address.params) };
  const key = JSON.stringify(query);
  const load = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      call(
        'listTierHonesty',
        { query: { ...JSON.parse(key), limit: PAGE, cursor } },
        { signal },
      ),
    [call, key],
  );
  const pages = useMorePages<TierHonestyItem, TierHonestyResponse>(load, kind);
  return (
    <Section
      title={t(`promises.${kind}.title`)}
      actions={
        <ExportButton
          route="listTierHonesty"
          input={{ query }}
          name={`tier-${kind}s`}
        />
      }
    >
      <Typography variant="body2" className={classes.help}>
        {t(`promises.${kind}.help`)}
      </Typography>
      <PromiseList
        pages={pages}
        label={t(`promises.${kind}.list`)}
        none={t(`promises.${kind}.none`)}
        row={row}
      />
    </Section>
  );
}
