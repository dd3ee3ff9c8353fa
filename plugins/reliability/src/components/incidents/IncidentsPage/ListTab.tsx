import { usePermission } from '@backstage/plugin-permission-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityIncidentImportPermission } from '@plimsoll/backstage-plugin-reliability-common';
import {
  useIncidentParams,
  useIncidents,
} from '../../../hooks/incidents/useIncidents';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  incidentOrderings,
  incidentQueryOf,
} from '../../../utils/incidents/incidentParams';
import { Async } from '../../async';
import { ExportButton } from '../../common';
import { OrderSelect } from '../../common/OrderSelect';
import { IncidentListFrame, StaleNotice } from '../common';
import { DeclareButton } from '../parts/DeclareButton';
import { CountLinks } from './CountLinks';
import { ImportButton } from './ImportButton';
import { IncidentFilters } from './IncidentFilters';
import { NothingListed } from './NothingListed';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  intro: { maxWidth: '80ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  bar: { padding: theme.spacing(1.5, 2) },
}));

/** The incidents of the company; filters, order and page live in the address. */
export function ListTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useIncidentParams();
  const { params, change } = address;
  const state = useIncidents(params);
  const { allowed } = usePermission({
    permission: reliabilityIncidentImportPermission,
  });
  const orders = incidentOrderings.flatMap(orderBy =>
    (['desc', 'asc'] as const).map(order => ({
      order: { orderBy, order },
      label: t(`incidents.orders.${orderBy}.${order}`),
    })),
  );
  return (
    <>
      <div className={classes.top}>
        <Typography variant="body2" className={classes.intro}>
          {t('incidents.intro')}
        </Typography>
        <div className={classes.actions}>
          <DeclareButton />
          {allowed && (
            <ImportButton
              onImported={() => state.kind === 'ready' && state.reload()}
            />
          )}
        </div>
      </div>
      <IncidentFilters address={address} />
      <StaleNotice stale={state.stale} />
      <Async state={state}>
        {(page, refreshing) => (
          <>
            <Paper
              variant="outlined"
              className={`${classes.top} ${classes.bar}`}
            >
              <CountLinks counts={page.counts} address={address} />
              <OrderSelect
                label={t('incidents.sortBy')}
                orders={orders}
                current={params}
                onSort={order => change(order)}
              />
            </Paper>
            <IncidentListFrame
              page={page}
              refreshing={refreshing}
              address={address}
              empty={<NothingListed address={address} />}
              whole={
                <ExportButton
                  route="listIncidents"
                  input={{ query: incidentQueryOf(params) }}
                  name="incidents"
                />
              }
            />
          </>
        )}
      </Async>
    </>
  );
}
